import type { BedrockJob } from './bedrock-job';
import { ServiceError } from '../emulated-api/service-error';
import type { JsonObject } from '../json-value';

/** So few that a caller who does not read the next page is soon found out. */
const DEFAULT_PAGE_SIZE = 10;

/** How the list of a kind calls its parts. */
export interface JobListWords {
  /** The member with the jobs. */
  readonly jobs: string;
  /** What the filters by time begin with, as in `submitTimeAfter`. */
  readonly time: string;
}

const BATCH_WORDS: JobListWords = { jobs: 'invocationJobSummaries', time: 'submitTime' };

/** Answers `ListModelInvocationJobs` and its like; a page goes on after the job that the token names. */
export function listJobs(jobs: readonly BedrockJob[], input: JsonObject, words = BATCH_WORDS): JsonObject {
  const ordered = input.sortOrder === 'Ascending' ? [...jobs] : [...jobs].reverse();
  const rest = ordered.slice(beginning(ordered, input.nextToken));
  const matching = rest.filter((job) => matches(job, input, words));
  const page = matching.slice(0, Number(input.maxResults ?? DEFAULT_PAGE_SIZE));
  const more = matching.length > page.length;
  return {
    [words.jobs]: page.map((job) => job.describe()),
    ...(more && { nextToken: Buffer.from(page[page.length - 1].id).toString('base64url') }),
  };
}

function beginning(ordered: readonly BedrockJob[], token: unknown): number {
  if (typeof token !== 'string') return 0;
  const last = Buffer.from(token, 'base64url').toString();
  const index = ordered.findIndex(({ id }) => id === last);
  if (index < 0) throw ServiceError.validation('The provided nextToken is not valid.');
  return index + 1;
}

function matches(job: BedrockJob, input: JsonObject, { time }: JobListWords): boolean {
  const { nameContains, statusEquals, [`${time}After`]: after, [`${time}Before`]: before } = input;
  return (
    (nameContains === undefined || job.name.includes(String(nameContains))) &&
    (statusEquals === undefined || job.status === statusEquals) &&
    (after === undefined || job.createdAt > Date.parse(String(after))) &&
    (before === undefined || job.createdAt < Date.parse(String(before)))
  );
}
