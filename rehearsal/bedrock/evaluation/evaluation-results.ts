import { datasetsIn, KNOWLEDGE_BASE, sourcesIn } from './evaluation-request';
import type { JsonObject } from '../../json-value';

/** A value of a metric. */
export interface Score {
  readonly metric: string;
  readonly value: number;
  /** Whether somebody has said it; otherwise it is invented. */
  readonly isScripted: boolean;
}

/** A file of results. */
export interface EvaluationResult {
  /** As in `s3://results/job/id/…/1_output.jsonl`. */
  readonly uri: string;
  readonly text: string;
  readonly scores: readonly Score[];
}

/** What the values are. */
export interface ResultOptions {
  /** Values by the names of metrics. */
  readonly scripted: Readonly<Record<string, number>>;
  /** Whether results call metrics as the request does, be it `Builtin.Accuracy`. */
  readonly hasPrefix: boolean;
}

/** Metrics of which little is good. */
const LITTLE_IS_GOOD = /toxicity|robustness|harmful|stereotyp|refusal/i;
/** Of answers that nobody has given. */
const [GOOD, LITTLE] = [0.9, 0.05];

/**
 * What a job has written: for each model and each dataset a file, with a line for a prompt. Where those of knowledge bases lie, no page
 * says; public code that reads them finds them so.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-s3.html
 */
export function resultsOf(request: JsonObject, folder: string, options: ResultOptions): EvaluationResult[] {
  return sourcesIn(request).flatMap((source, index) =>
    datasetsIn(request).map(({ name, taskType, metrics }) => {
      const scores = metrics.map((metric) => scoreOf(metric, options));
      const model = source.slice(source.lastIndexOf('/') + 1);
      const place = source === KNOWLEDGE_BASE ? `inference_configs/${index}` : `models/${model}/taskTypes/${taskType}`;
      return {
        uri: `${folder}${place}/datasets/${name}/rehearsed_output.jsonl`,
        text: `${JSON.stringify(lineOf(source, scores))}\n`,
        scores,
      };
    }),
  );
}

function scoreOf(metric: string, { scripted, hasPrefix }: ResultOptions): Score {
  const plain = metric.replace(/^Builtin\./, '');
  const said = scripted[metric] ?? scripted[plain];
  const value = said ?? (LITTLE_IS_GOOD.test(metric) ? LITTLE : GOOD);
  return { metric: hasPrefix ? metric : plain, value, isScripted: said !== undefined };
}

function lineOf(source: string, scores: readonly Score[]): JsonObject {
  const results = scores.map(({ metric: metricName, value: result }) => ({ metricName, result }));
  const prompt = 'rehearsed';
  if (source === KNOWLEDGE_BASE) return { conversationTurns: [{ inputRecord: { prompt }, results }] };
  return { automatedEvaluationResult: { scores: results }, inputRecord: { prompt }, modelResponses: [] };
}
