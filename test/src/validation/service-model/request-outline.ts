import { NormalizedSchema } from '@smithy/core/schema';
import type { OperationModel } from '../../../../src/validation/service-model/operation-model';
import type { Shape } from '../../../../src/validation/service-model/service-model';

/** A schema as the clients of the AWS SDK export it. */
type RequestSchema = Parameters<typeof NormalizedSchema.of>[0];

/** What a request can have, and what an object in it must have: the paths of members, in their order. */
export interface RequestOutline {
  readonly members: readonly string[];
  readonly required: readonly string[];
}

/** Where the schema of a structure says how many of its members, which come first, are required. */
const REQUIRED_MEMBERS = 6;

/** A request as the table of constraints has it. */
export function requestOfTable({ request, shapes }: OperationModel): RequestOutline {
  const outline = { members: [] as string[], required: [] as string[] };
  const add = (shape: Shape, path: string): void => {
    const { members = {}, required = [], item, value } = shape;
    required.forEach((name) => outline.required.push(`${path}${name}`));
    for (const [name, member] of Object.entries(members)) {
      outline.members.push(`${path}${name}`);
      add(shapes[member], `${path}${name}.`);
    }
    if (item !== undefined) add(shapes[item], `${path}[].`);
    if (value !== undefined) add(shapes[value], `${path}{}.`);
  };
  add(request, '');
  return sorted(outline);
}

/** A request as the SDK sends it. */
export function requestOfSdk(schema: RequestSchema): RequestOutline {
  const outline = { members: [] as string[], required: [] as string[] };
  const add = (normalized: NormalizedSchema, path: string): void => {
    if (normalized.isListSchema()) {
      add(normalized.getValueSchema(), `${path}[].`);
    } else if (normalized.isMapSchema()) {
      add(normalized.getValueSchema(), `${path}{}.`);
    } else if (normalized.isStructSchema()) {
      const members = [...normalized.structIterator()];
      const required = members.slice(0, requiredMembersOf(normalized));
      required.forEach(([name]) => outline.required.push(`${path}${name}`));
      for (const [name, member] of members) {
        outline.members.push(`${path}${name}`);
        add(member, `${path}${name}.`);
      }
    }
  };
  add(NormalizedSchema.of(schema), '');
  return sorted(outline);
}

function requiredMembersOf(schema: NormalizedSchema): number {
  const parts: unknown = schema.getSchema();
  const count: unknown = Array.isArray(parts) ? parts[REQUIRED_MEMBERS] : undefined;
  return typeof count === 'number' ? count : 0;
}

function sorted({ members, required }: RequestOutline): RequestOutline {
  return { members: [...members].sort(), required: [...required].sort() };
}
