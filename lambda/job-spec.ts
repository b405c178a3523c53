import { createHash } from 'node:crypto';
import type { ErrorMeaning } from './error-meaning';
import type { Job, JobKind, JobRequest, Tags } from './job-kind';
import { withNewerMembers } from './newer-members';
import type { JobEvent } from './tick';
import { type JobProperties, NAME_SEPARATOR } from '../src/contract';

/** A job as its properties define it: what is asked for, and the names under which it is found. */
export interface JobSpec {
  /** Content address: the same key is the same job. */
  readonly key: string;
  readonly request: JobRequest;
  readonly tags: Tags;
  /** The name that the user chose, if they did. */
  readonly explicitName?: string;
  /** The name of an attempt, numbered from 1. */
  nameOf(attempt: number): string;
  /** What the service knows an attempt by, whose name it is. */
  tokenOf(name: string): string;
}

/** No spec is tried more often than its names have room to count. */
export const MOST_ATTEMPTS = 99;

const KEY_LENGTH = 12;

/** Marks a job whose name the user chose with the spec it was made from, which its name does not tell. */
const SPEC_TAG = 'cdk-ml-jobs:spec';

/** The specs of a request's properties: a look asks for the same more than once, and each time it would be hashed. */
const KNOWN = new WeakMap<JobEvent, WeakMap<JobProperties, JobSpec>>();

/** Reads the spec of a job from the properties of its custom resource. */
export function specOf(kind: JobKind, event: JobEvent, properties: JobProperties): JobSpec {
  const known = KNOWN.get(event) ?? new WeakMap<JobProperties, JobSpec>();
  const spec = known.get(properties) ?? readSpec(kind, event, properties);
  KNOWN.set(event, known.set(properties, spec));
  return spec;
}

function readSpec(kind: JobKind, event: JobEvent, properties: JobProperties): JobSpec {
  const revived = withNewerMembers(kind.revive(properties.Request), properties.NewerMembers);
  const request = kind.specOf(revived);
  const key = createHash('sha256')
    .update(
      canonical([
        event.StackId,
        event.LogicalResourceId,
        properties.Kind,
        request,
        properties.JobName ?? '',
        properties.RerunKey ?? '',
      ]),
    )
    .digest('hex')
    .slice(0, KEY_LENGTH);
  const prefix = `${kind.placeOf?.(request) ?? ''}${properties.NamePrefix}${NAME_SEPARATOR}`;
  return {
    key,
    request,
    tags: kind.tagsOf(revived),
    explicitName: properties.JobName,
    nameOf: (attempt) => properties.JobName ?? `${prefix}${key}${attempt === 1 ? '' : `-${attempt}`}`,
    tokenOf: (name) => (properties.JobName === undefined ? name.slice(prefix.length) : key),
  };
}

/** The spec that an Update comes from, or `undefined` where it cannot be read any more. */
export function previousSpecOf(kind: JobKind, event: JobEvent): JobSpec | undefined {
  if (event.RequestType !== 'Update') return undefined;
  try {
    return specOf(kind, event, event.OldResourceProperties as JobProperties);
  } catch {
    return undefined;
  }
}

/** The tags with which a job of the spec is created. */
export function tagsFor(spec: JobSpec): Tags {
  return spec.explicitName === undefined ? spec.tags : { ...spec.tags, [SPEC_TAG]: spec.key };
}

/** What is taken for true of a job whose tags could not be read, for an error of this meaning; `undefined` makes it an error. */
export type IfUnreadable = (meaning: ErrorMeaning, job: Job) => boolean | undefined;

/**
 * Whether a job was made from the spec: a generated name says so itself, whatever its prefix was, and otherwise the token
 * that the job was created with. Where the service tells none, a tag does.
 *
 * @param ifUnreadable What is so where its tags cannot be read. @default the error is thrown
 */
export async function isOwn(kind: JobKind, spec: JobSpec, job: Job, ifUnreadable?: IfUnreadable): Promise<boolean> {
  if (!isNameOf(spec, job.name)) return false;
  if (spec.explicitName === undefined) return true;
  if (job.token !== undefined) return job.token === spec.tokenOf(job.name);
  try {
    return (await kind.listTags(job.arn))[SPEC_TAG] === spec.key;
  } catch (error) {
    const answer = ifUnreadable?.(kind.meaningOf(error), job);
    if (answer === undefined) throw error;
    return answer;
  }
}

/** Whether a name is one that attempts at the spec have. */
export function isNameOf({ key, explicitName }: JobSpec, name: string): boolean {
  return explicitName === undefined
    ? new RegExp(`-${key}(-\\d+)?$`, 'i').test(name)
    : isSameButCase(name, explicitName);
}

/** The name of the attempt that has an ARN, as the spec writes it: in an ARN, its letter case may be another. */
export function nameInArn(spec: JobSpec, arn: string): string | undefined {
  const attempt = spec.explicitName === undefined ? (/-(\d{1,2})$/.exec(arn)?.[1] ?? '1') : '1';
  return [spec.nameOf(Number(attempt)), spec.nameOf(1)].find((name) =>
    arn.toLowerCase().endsWith(`/${name.toLowerCase()}`),
  );
}

/** Whether two names or ARNs are the same: services have changed the letter case of ARNs. */
export function isSameButCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The jobs that were made from a spec, attempt by attempt. */
export async function* jobsOf(kind: JobKind, spec: JobSpec, ifUnreadable?: IfUnreadable): AsyncGenerator<Job> {
  const attempts = spec.explicitName === undefined ? MOST_ATTEMPTS : 1;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const job = await kind.find(spec.nameOf(attempt));
    if (!job || !(await isOwn(kind, spec, job, ifUnreadable))) return;
    yield job;
  }
}

/** JSON whose text does not depend on the order in which members were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
