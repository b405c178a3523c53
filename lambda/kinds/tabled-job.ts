import { identifierIn, membersFor, partsOf, placeOf } from './job-place';
import type { AnyJobTable, Client, CommandClass, NameText } from './job-table';
import { memberAt, withTextAt } from './member-path';
import { ownFolder } from './own-folder';
import { tagsIn, toTagList, withoutTags } from './tag-list';
import { sendWhole } from './whole-request';
import type { JobFacts } from '../../src/contract';
import type { ErrorMeaning } from '../error-meaning';
import type { Job, JobKind, JobRequest, JobView, Tags } from '../job-kind';
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
  const { facts, operations, ownFolders = [], ownNames = [], defaultNames = [], nameText = WHOLE } = table;
  const { stop, delete: deletion, create } = operations;
  const schema = requestSchemaOf(create);
  const call = (command: CommandClass, identifier: string) =>
    client.send(new command(membersFor(identifier, facts) as never));
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
    ...(facts.place && { placeOf: (request: JobRequest) => placeOf(request, facts) }),
    create: async (fullName, spec, tags, token) => {
      const { name } = partsOf(fullName, facts);
      const plainName = name.replace(/-+/g, '-');
      const request = {
        ...Object.fromEntries(defaultNames.map((member) => [member, plainName])),
        ...spec,
        [facts.request.name]: nameText.with(name, spec[facts.request.name] as string | undefined),
        ...tokenMember(facts.request, token),
        ...tagMembers(facts.request, tags),
      };
      const named = changedAt(request, ownNames, () => plainName);
      const whole = changedAt(named, ownFolders, (location) => ownFolder(location, name));
      const answer = await once.send(sendWhole(new create(whole as never) as never, schema));
      return identifierIn(saidIn(answer, facts), facts, facts.createdArn);
    },
    ...(stop && { stop: async (job: Job) => void (await call(stop, identifierOf(job))) }),
    ...(deleteRecord && { deleteRecord }),
    ...(table.deleteResult &&
      view.DeletesResult === 'true' && {
        deleteResult: async (job: Job) => isDeleted(table.deleteResult!(client as never, job), calls.meaningOf),
      }),
    ...(table.releaseInstances && { releaseInstances: (job: Job) => table.releaseInstances!(client as never, job) }),
    hintFor: table.hint,
    tracesOf: table.traces,
  };
}

/** Where the name is all of the text. */
const WHOLE: NameText = { with: (name) => name, in: (text) => text };

/** Tokens of different attempts differ, however long they have to be: no token ends in what fills it up. */
function tokenMember({ token: member, shortestToken = 0 }: JobFacts['request'], token: string): JobRequest {
  return member === undefined ? {} : { [member]: token.padEnd(shortestToken, 'x') };
}

function tagMembers({ tags: members, tag }: JobFacts['request'], tags: Tags): JobRequest {
  if (!tag || Object.keys(tags).length === 0) return {};
  return Object.fromEntries(members.map((member) => [member, toTagList(tags, tag)]));
}

/** What an answer says of a job, wherever in it that is. */
function saidIn(answer: object, { answer: member }: JobFacts): { readonly [member: string]: unknown } {
  const members = answer as { readonly [member: string]: unknown };
  return member === undefined ? members : (members[member] as typeof members);
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
  const { facts, phases, startedAt, attributes, details, nameText = WHOLE } = table;
  const description = saidIn(answer, facts);
  const { name, arn, status, reason, createdAt } = facts.description;
  const job = {
    name: placeOf(description, facts) + nameText.in((description[name] as string | undefined) ?? ''),
    arn: identifierIn(description, facts, arn),
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
