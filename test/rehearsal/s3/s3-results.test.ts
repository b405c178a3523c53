import { EvaluationJob } from '../../../rehearsal/bedrock/evaluation/evaluation-job';
import type { JsonObject } from '../../../rehearsal/json-value';
import { S3Results } from '../../../rehearsal/s3/s3-results';
import { evaluationRequest } from '../bedrock/evaluation/fixture-evaluation';
import { ACCOUNT, BATCH_START } from '../fixture-batch';

const job = (jobName: string, status: 'ended' | 'running' = 'ended') =>
  new EvaluationJob({
    id: 'a1b2c3d4e5f6',
    arn: 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/a1b2c3d4e5f6',
    ...ACCOUNT,
    request: evaluationRequest({ jobName }),
    course: { duration: 600 },
    createdAt: BATCH_START,
    now: () => BATCH_START + (status === 'ended' ? 600_000 : 0),
  });
const results = new S3Results(() => [job('one'), job('two'), job('three', 'running'), {}]);
const call = (operation: string, input: JsonObject) =>
  results.handle({ service: 's3', operation, input, at: 0, caller: undefined, roleArn: '' });
const keyOf = (name: string) =>
  `evaluations/${name}/a1b2c3d4e5f6/models/amazon.nova-lite-v1:0/taskTypes/QuestionAndAnswer/datasets/Builtin.BoolQ/rehearsed_output.jsonl`;
const listed = (...names: readonly string[]) =>
  `<ListBucketResult><EncodingType>url</EncodingType>${names
    .map((name) => `<Contents><Key>${encodeURIComponent(keyOf(name))}</Key></Contents>`)
    .join('')}</ListBucketResult>`;

test.each([
  ['of all jobs that have ended', 'results', '', ['one', 'two']],
  ['that begin as is asked for', 'results', 'evaluations/two/', ['two']],
  ['of no other bucket', 'other', '', []],
  ['of no job that runs', 'results', 'evaluations/three/', []],
])('keys are listed %s', (_, bucket, prefix, names) => {
  expect(call('ListObjectsV2', { bucket, prefix })).toBe(listed(...names));
});

test('an object is what the job has written', () => {
  expect(call('GetObject', { bucket: 'results', key: keyOf('one') })).toBe(job('one').results[0].text);
});

test('there is no other object, and no other operation', () => {
  expect(() => call('GetObject', { bucket: 'results', key: keyOf('three') })).toThrow(
    expect.objectContaining({ code: 'NoSuchKey', message: 'The specified key does not exist.' }),
  );
  expect(() => call('PUT /results/key', {})).toThrow(
    expect.objectContaining({
      code: 'NotImplemented',
      message: 'The rehearsal does not emulate s3: PUT /results/key.',
    }),
  );
});
