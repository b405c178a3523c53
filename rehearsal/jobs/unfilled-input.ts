import type { EmulatedJob } from './emulated-job';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** Input of a job in a bucket that a stack makes, and that nothing in the rehearsal has written. */
export interface UnfilledInput {
  readonly job: EmulatedJob;
  readonly uri: string;
}

/** What is known of buckets. */
export interface BucketKnowledge {
  /** Whether a stack has made the bucket. */
  readonly isMade: (bucket: string) => boolean;
  /** Whether something that is assumed to work, such as a deployment of files, may write to the bucket. */
  readonly isFilled: (bucket: string) => boolean;
}

/** What a tuning job launches: requests within its own. */
const LAUNCHED = /^TrainingJobDefinitions?$/;

/** The inputs that some of all jobs read, and that the rehearsal assumes to be there. */
export function unfilledInputs(
  some: readonly EmulatedJob[],
  all: readonly EmulatedJob[],
  { isMade, isFilled }: BucketKnowledge,
): UnfilledInput[] {
  return some.flatMap((job) => {
    const written = all.filter((other) => other !== job).flatMap(({ request }) => placesOf(request));
    return [
      ...new Set(urisIn(job.request, /input|^(training|validation)DataConfig$|^(ModelSource|OptimizationConfigs)$/i)),
    ]
      .filter((uri) => isMade(bucketOf(uri)) && !isFilled(bucketOf(uri)))
      .filter((uri) => !written.some((place) => uri.startsWith(place) || place.startsWith(uri)))
      .map((uri) => ({ job, uri }));
  });
}

/** The places in S3 that a job writes to. */
export function placesOf(request: JsonObject): string[] {
  return urisIn(request, /output|checkpoint/i);
}

/** The places in S3 that those members of a request name whose names have a word in them, or of what it launches. */
function urisIn(request: JsonObject, word: RegExp): string[] {
  return Object.entries(request).flatMap(([name, value]) => {
    if (LAUNCHED.test(name)) return [value].flat().flatMap((each) => (isJsonObject(each) ? urisIn(each, word) : []));
    return word.test(name) ? textsIn(value).filter((text) => text.startsWith('s3://')) : [];
  });
}

function textsIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isJsonObject(value)) return Object.values(value).flatMap(textsIn);
  return typeof value === 'string' ? [value] : [];
}

function bucketOf(uri: string): string {
  return uri.split('/')[2];
}
