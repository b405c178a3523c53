import { createHash } from 'node:crypto';
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

/** Reads the spec of a job from the properties of its custom resource. */
export function specOf(kind: JobKind, event: JobEvent, properties: JobProperties): JobSpec {
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
  const prefix = `${properties.NamePrefix}${NAME_SEPARATOR}`;
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

/** Whether a job was made from the spec: a generated name says so itself, whatever its prefix was. */
export async function isOwn(kind: JobKind, spec: JobSpec, job: Job): Promise<boolean> {
  if (spec.explicitName === undefined) return isGeneratedName(spec, job.name);
  return job.name === spec.explicitName && (await kind.listTags(job.arn))[SPEC_TAG] === spec.key;
}

/** Whether a name is one that attempts at the spec have. */
export function isNameOf(spec: JobSpec, name: string): boolean {
  return spec.explicitName === undefined ? isGeneratedName(spec, name) : name === spec.explicitName;
}

function isGeneratedName({ key }: JobSpec, name: string): boolean {
  return new RegExp(`-${key}(-\\d+)?$`).test(name);
}

/** The jobs that were made from a spec, attempt by attempt. */
export async function* jobsOf(kind: JobKind, spec: JobSpec): AsyncGenerator<Job> {
  const attempts = spec.explicitName === undefined ? MOST_ATTEMPTS : 1;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const job = await kind.find(spec.nameOf(attempt));
    if (!job || !(await isOwn(kind, spec, job))) return;
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
