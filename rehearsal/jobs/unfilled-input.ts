import type { EmulatedJob } from './emulated-job';
import type { NamedJob } from './job-course';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** What reads something in S3, and where that lies. */
export interface InputReader {
  /** A job, or a model that a stack makes. */
  readonly reader: NamedJob;
  readonly what: 'input' | 'model data';
  readonly uris: readonly string[];
}

/** Input in a bucket that a stack makes, and that nothing in the rehearsal has written. */
export interface UnfilledInput extends Omit<InputReader, 'uris'> {
  readonly uri: string;
}

/** What is known of buckets. */
export interface BucketKnowledge {
  /** Whether a stack has made the bucket. */
  readonly isMade: (bucket: string) => boolean;
  /** Whether something that is assumed to work, such as a deployment of files, may write to a place in a bucket. */
  readonly isFilled: (uri: string) => boolean;
}

/** What a tuning job launches: requests within its own. */
const LAUNCHED = /^TrainingJobDefinitions?$/;
/** The members of requests that name what a job reads. */
const INPUT = /input|^(training|validation)DataConfig$|^(ModelSource|modelDataSource|OptimizationConfigs)$/i;
/** Those that name where it writes. */
const OUTPUT = /output|checkpoint|^(DataCapture|DebugHook|Profiler)Config$/i;

/** What a job reads: as its request says, and what it looks for besides. */
export function inputOf(job: EmulatedJob): InputReader {
  const { request, inputs = [] } = job;
  return { reader: job, what: 'input', uris: [...urisIn(request, INPUT), ...inputs] };
}

/** The inputs of some readers that no job writes, and that the rehearsal assumes to be there. */
export function unfilledInputs(
  readers: readonly InputReader[],
  jobs: readonly EmulatedJob[],
  { isMade, isFilled }: BucketKnowledge,
): UnfilledInput[] {
  return readers.flatMap(({ reader, what, uris }) => {
    const written = jobs.filter((job) => job !== reader).flatMap(({ request }) => placesOf(request));
    return [...new Set(uris)]
      .filter((uri) => isMade(bucketOf(uri)) && !isFilled(uri))
      .filter((uri) => !written.some((place) => uri.startsWith(place) || place.startsWith(uri)))
      .map((uri) => ({ reader, what, uri }));
  });
}

/** The places in S3 that a job writes to. */
export function placesOf(request: JsonObject): string[] {
  return urisIn(request, OUTPUT);
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
