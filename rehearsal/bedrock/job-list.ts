import type { ModelInvocationJob } from './model-invocation-job';
import { ServiceError } from '../emulated-api/service-error';
import type { JsonObject } from '../json-value';

/** So few that a caller who does not read the next page is soon found out. */
const DEFAULT_PAGE_SIZE = 10;

/** Answers `ListModelInvocationJobs`; a page goes on after the job that the token names. */
export function listJobs(jobs: readonly ModelInvocationJob[], input: JsonObject): JsonObject {
  const ordered = input.sortOrder === 'Ascending' ? [...jobs] : [...jobs].reverse();
  const rest = ordered.slice(beginning(ordered, input.nextToken));
  const matching = rest.filter((job) => matches(job, input));
  const page = matching.slice(0, Number(input.maxResults ?? DEFAULT_PAGE_SIZE));
  const more = matching.length > page.length;
  return {
    invocationJobSummaries: page.map((job) => job.describe()),
    ...(more && { nextToken: Buffer.from(page[page.length - 1].id).toString('base64url') }),
  };
}

function beginning(ordered: readonly ModelInvocationJob[], token: unknown): number {
  if (typeof token !== 'string') return 0;
  const last = Buffer.from(token, 'base64url').toString();
  const index = ordered.findIndex(({ id }) => id === last);
  if (index < 0) throw ServiceError.validation('The provided nextToken is not valid.');
  return index + 1;
}

function matches(job: ModelInvocationJob, input: JsonObject): boolean {
  const { nameContains, statusEquals, submitTimeAfter, submitTimeBefore } = input;
  return (
    (nameContains === undefined || job.name.includes(String(nameContains))) &&
    (statusEquals === undefined || job.status === statusEquals) &&
    (submitTimeAfter === undefined || job.createdAt > Date.parse(String(submitTimeAfter))) &&
    (submitTimeBefore === undefined || job.createdAt < Date.parse(String(submitTimeBefore)))
  );
}
