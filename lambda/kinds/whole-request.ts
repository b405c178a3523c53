import { NormalizedSchema } from '@smithy/core/schema';
import type { JobRequest } from '../job-kind';
import { isObject, merged } from '../newer-members';
import type { RequestSchema } from '../revive-request';

/** What makes a call of a request, as the clients of the AWS SDK write it. */
type Handler<Input, Output> = (call: {
  input: Input;
  request: unknown;
}) => Promise<{ response: unknown; output: Output }>;

/** A command of an SDK client, as far as its call can be changed. */
interface Command<Input, Output> {
  readonly input: Input;
  readonly middlewareStack: {
    add(
      middleware: (next: Handler<Input, Output>) => Handler<Input, Output>,
      options: { step: 'build'; priority: 'high'; name: string },
    ): void;
  };
}

/**
 * Has a command send all of its input. A client sends the members that its schema has, and drops all others without a
 * word; those are put into the body of the call once the client has written it, before its length is counted and it is
 * signed. The body must be JSON.
 *
 * @param schema That of the command's input.
 */
export function sendWhole<Input extends object, Output extends object, C extends Command<Input, Output>>(
  command: C & Command<Input, Output>,
  schema: RequestSchema,
): C {
  const unknown = unknownMembers(NormalizedSchema.of(schema), command.input) as JobRequest | undefined;
  if (unknown === undefined) return command;
  const complete = (next: Handler<Input, Output>) => async (call: Parameters<typeof next>[0]) => {
    const request = call.request as { body: string | Uint8Array };
    const { body } = request;
    const text =
      typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
    request.body = JSON.stringify(merged(JSON.parse(text) as JobRequest, unknown));
    return next(call);
  };
  command.middlewareStack.add(complete, { step: 'build', priority: 'high', name: 'sendUnknownMembers' });
  return command;
}

/** What of a value its schema does not have, where it belongs; undefined where there is nothing. */
function unknownMembers(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isListSchema() && Array.isArray(value)) {
    const items = value.map((item: unknown) => unknownMembers(schema.getValueSchema(), item));
    return items.some((item) => item !== undefined) ? items.map((item = {}) => item) : undefined;
  }
  if (!isObject(value)) return undefined;
  const members = schema.isStructSchema() ? new Map(schema.structIterator()) : undefined;
  if (!members && !schema.isMapSchema()) return undefined;
  const found = Object.entries(value).flatMap(([name, member]) => {
    const known = members ? members.get(name) : schema.getValueSchema();
    const unknown = known ? unknownMembers(known, member) : member;
    return unknown === undefined ? [] : [[name, unknown] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
