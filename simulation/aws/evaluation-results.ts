import type { Account } from './account';

type Input = { readonly [member: string]: unknown };

/** The kind of jobs whose results are read. */
export const EVALUATION = 'EvaluationJob';
/** How long after its end the results of a job are written, where that is late. */
const RESULT_LAG_MS = 20_000;
/** Of a job that nobody here has asked for. */
const NOWHERE = { s3Uri: 's3://elsewhere/' };
const METRIC = 'Accuracy';
const MEAN = 0.9;

/** How S3 answers of what evaluation jobs have written: keys, or lines. */
export function callStore(account: Account, operation: string, { bucket, prefix, key }: Input): object {
  account.checkAccess(operation, 's3');
  const keys = keysWritten(account, String(bucket));
  if (operation === 'ListObjectsV2') return { keys: keys.filter((each) => each.startsWith(String(prefix))) };
  if (!keys.includes(String(key))) throw new Error(`There is no ${String(key)} in ${String(bucket)}.`);
  const asked = account.facts.play('evaluation-metric-names', EVALUATION) === 'as-asked-for';
  const scores = [{ metricName: asked ? `Builtin.${METRIC}` : METRIC, result: MEAN }];
  return { lines: [JSON.stringify({ automatedEvaluationResult: { scores } })] };
}

/** What is there: a folder for each job, with a file for its model and its dataset. */
function keysWritten({ facts, jobs, now }: Account, bucket: string): readonly string[] {
  const lag = facts.play('evaluation-results-written', EVALUATION) === 'late' ? RESULT_LAG_MS : 0;
  const written = jobs.filter(({ origin: { kind }, endsAt }) => kind === EVALUATION && now >= endsAt + lag);
  return written.flatMap((job) => {
    const { s3Uri } = (job.origin.input.outputDataConfig ?? NOWHERE) as { readonly s3Uri: string };
    const id = job.arn.slice(job.arn.lastIndexOf('/') + 1);
    const folder = `${s3Uri}${job.name}/${id}/models/model/taskTypes/QuestionAndAnswer/datasets/birds`;
    const isThere = job.phase(now) === 'completed' && folder.startsWith(`s3://${bucket}/`);
    return isThere ? [`${folder}/1_output.jsonl`.slice(`s3://${bucket}/`.length)] : [];
  });
}
