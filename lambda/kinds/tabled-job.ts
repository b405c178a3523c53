import type { AnyJobTable, Client, CommandClass } from './job-table';
import { memberAt, withTextAt } from './member-path';
import { ownFolder } from './own-folder';
import { tagsIn, toTagList, withoutTags } from './tag-list';
import { sendWhole } from './whole-request';
import type { ErrorMeaning } from '../error-meaning';
import type { Job, JobKind, JobRequest, JobView } from '../job-kind';
import { type RequestSchema, reviveRequest } from '../revive-request';

/** What a service does alike with all kinds of its jobs. */
export type SharedCalls = Pick<
  JobKind,
  'find' | 'describe' | 'listTags' | 'setTags' | 'removeTags' | 'meaningOf' | 'isRoleNotReady'
>;

/** How a kind of job is seen and called. */
export interface JobCalls {
  readonly client: Client;
  /** The client that tries a call once. */
  readonly once: Client;
  readonly view: JobView;
}

/** The kind of job that a table describes. */
export function tabledJobs(
  table: AnyJobTable,
  { client, once, view }: JobCalls,
  shared: (describe: (identifier: string) => Promise<Job>) => SharedCalls,
): JobKind {
  const { facts, operations, ownFolders = [], ownNames = [], defaultNames = [] } = table;
  const { stop, delete: deletion, create } = operations;
  const schema = requestSchemaOf(create);
  const call = (command: CommandClass, identifier: string) =>
    client.send(new command({ [facts.identifier]: identifier } as never));
  const calls = shared(async (identifier) => jobOf(table, await call(operations.describe, identifier), view));
  const identifierOf = ({ name, arn }: Job) => (facts.arnHasName ? name : arn);
  const deleteRecord =
    table.deleteRecord?.bind(undefined, client as never) ??
    (deletion && ((job: Job) => isDeleted(call(deletion, identifierOf(job)), calls.meaningOf)));
  return {
    noun: table.noun,
    ...calls,
    revive: (request) => reviveRequest(schema, request),
    specOf: (request) => withoutTags(request, facts.request),
    tagsOf: (request) => tagsIn(request, facts.request),
    create: async (name, spec, tags, token) => {
      const plainName = name.replace(/-+/g, '-');
      const request = {
        ...Object.fromEntries(defaultNames.map((member) => [member, plainName])),
        ...spec,
        [facts.request.name]: name,
        ...(facts.request.token !== undefined && { [facts.request.token]: token }),
        ...tagMembers(facts.request, toTagList(tags, facts.request.tag)),
      };
      const named = changedAt(request, ownNames, () => plainName);
      const whole = changedAt(named, ownFolders, (location) => ownFolder(location, name));
      const answer = await once.send(sendWhole(new create(whole as never) as never, schema));
      return (answer as { readonly [member: string]: string })[facts.createdArn];
    },
    ...(stop && { stop: async (job: Job) => void (await call(stop, identifierOf(job))) }),
    ...(deleteRecord && { deleteRecord }),
    ...(table.deleteResult &&
      view.DeletesResult === 'true' && {
        deleteResult: async (job: Job) => isDeleted(table.deleteResult!(client as never, job), calls.meaningOf),
      }),
    hintFor: table.hint,
    tracesOf: table.traces,
  };
}

function tagMembers({ tags }: { readonly tags: readonly string[] }, list: readonly object[]): JobRequest {
  return list.length === 0 ? {} : Object.fromEntries(tags.map((member) => [member, list]));
}

function changedAt(request: JobRequest, paths: readonly string[], change: (text: string) => string): JobRequest {
  return paths.reduce((changed, path) => withTextAt(changed, path, change) as JobRequest, request);
}

/** The schema that a client writes the requests of a command with. */
function requestSchemaOf(command: CommandClass): RequestSchema {
  const [, , , , input] = (new command({} as never) as unknown as { readonly schema: readonly RequestSchema[] }).schema;
  return input;
}

async function isDeleted(deletion: Promise<unknown>, meaningOf: (error: unknown) => ErrorMeaning): Promise<boolean> {
  try {
    await deletion;
    return true;
  } catch (error) {
    switch (meaningOf(error)) {
      case 'not-found':
        return true;
      case 'ended':
        // its end was shown before it was there everywhere
        return false;
      default:
        throw error;
    }
  }
}

/** A job from what its service says of it. */
function jobOf(table: AnyJobTable, answer: object, view: JobView): Job {
  const { facts, phases, startedAt, attributes, details } = table;
  const description = answer as { readonly [member: string]: unknown };
  const { name, arn, status, reason, createdAt } = facts.description;
  const job = {
    name: description[name] as string,
    arn: description[arn] as string,
    phase: phases[description[status] as string] ?? 'running',
    status: description[status] as string,
    reason: reasonIn(reason === undefined ? undefined : description[reason]),
    since: ((startedAt && memberAt(description, startedAt)) ?? description[createdAt]) as Date,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([attribute, from]) => [
        attribute,
        typeof from === 'string' ? textOf(memberAt(description, from)) : from(description as never),
      ]),
    ),
  };
  return { ...job, ...details?.(description as never, job, view) };
}

/** A service may say it in one text, or in several. */
function reasonIn(reason: unknown): string | undefined {
  return Array.isArray(reason) ? reason.join('; ') : (reason as string | undefined);
}

/** A value as an attribute has it. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}
