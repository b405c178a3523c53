import type { ObjectStore } from '../object-store';

/** What the results of a metric come to that lie in one folder: those of a model, or of a knowledge base, on a dataset. */
export interface Score {
  /** The metric, as the results call it. */
  readonly metric: string;
  /** The folder, below that of the job. */
  readonly folder: string;
  readonly count: number;
  /** The mean of all results. */
  readonly mean: number;
  /** A result that is no number, as JSON. @default - there is none */
  readonly unusable?: string;
}

/** What a file of results is called. */
const RESULTS = /_output\.jsonl$/;

/** So many digits of a mean are told: the rest is what sums of binary fractions leave. */
const DIGITS = 12;

interface Tally {
  readonly metric: string;
  readonly folder: string;
  count: number;
  sum: number;
  unusable?: string;
}

/** A result of a metric, as the service writes it. */
interface Result {
  readonly metricName?: unknown;
  readonly result?: unknown;
}

/** A line of a file of results: of a model, or of a conversation with a knowledge base. */
interface ResultLine {
  readonly automatedEvaluationResult?: { readonly scores?: readonly Result[] };
  readonly conversationTurns?: readonly { readonly results?: readonly Result[] }[];
}

/**
 * What all results of an evaluation come to, by metric and folder.
 *
 * @param uri The URI of the job's folder, which ends in a slash.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-s3.html
 */
export async function scoresIn(objects: ObjectStore, uri: string): Promise<Score[]> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri)!;
  const tallies = new Map<string, Tally>();
  for await (const key of objects.keys(bucket, prefix)) {
    if (!RESULTS.test(key)) continue;
    const folder = key.slice(prefix.length, Math.max(prefix.length, key.lastIndexOf('/')));
    for await (const line of objects.lines(bucket, key)) addLine(tallies, folder, line, key);
  }
  return [...tallies.values()].map(({ sum, ...tally }) => ({
    ...tally,
    mean: Number((sum / tally.count).toPrecision(DIGITS)),
  }));
}

function addLine(tallies: Map<string, Tally>, folder: string, line: string, key: string): void {
  if (line.trim() === '') return;
  const { automatedEvaluationResult: evaluated, conversationTurns: turns = [] } = parsed(line, key);
  const results = [...(evaluated?.scores ?? []), ...turns.flatMap((turn) => turn.results ?? [])];
  for (const { metricName, result } of results) {
    const metric = String(metricName);
    const place = JSON.stringify([metric, folder]);
    const tally = tallies.get(place) ?? { metric, folder, count: 0, sum: 0 };
    tallies.set(place, tally);
    tally.count++;
    if (typeof result === 'number') tally.sum += result;
    else tally.unusable ??= JSON.stringify(result ?? null);
  }
}

/** A line that is none of the service's says nothing of any metric: that is not passed over. */
class UnreadableResults extends Error {
  public readonly name = 'UnreadableResults';
}

function parsed(line: string, key: string): ResultLine {
  try {
    return JSON.parse(line) as ResultLine;
  } catch (error) {
    throw new UnreadableResults(`${key} has a line that is no JSON`, { cause: error });
  }
}
