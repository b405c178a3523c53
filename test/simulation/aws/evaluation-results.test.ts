import { callStore } from '../../../simulation/aws/evaluation-results';
import { ServiceError } from '../../../simulation/aws/service-error';
import { FixedFaults } from '../../../simulation/fault-plan';
import { World } from '../../../simulation/world';
import { Supposition } from '../../../unconfirmed/supposition';

const ARN = 'arn:aws:bedrock:eu-west-1:111122223333:evaluation-job/jjjjjjjjjjj1';
const KEY = 'job/jjjjjjjjjjj1/models/model/taskTypes/QuestionAndAnswer/datasets/birds/1_output.jsonl';
const SECONDS = 8;

/** The account of a world in which a job has ended so many seconds before. */
function accountWith(ago: number, suppose: readonly string[] = [], failure?: string) {
  const world = new World({ plan: new FixedFaults(), supposition: Supposition.read(suppose) });
  const { account } = world;
  account.courses = { '': [{ seconds: SECONDS, failure }] };
  const job = account.create({
    kind: 'EvaluationJob',
    name: 'job',
    arn: ARN,
    input: { outputDataConfig: { s3Uri: 's3://outputs/' } },
    tags: {},
    requestId: 'r1',
  });
  const end = job.endsAt;
  jest.spyOn(account, 'now', 'get').mockReturnValue(end + ago * 1000);
  return account;
}

const keysOf = (...given: Parameters<typeof accountWith>) =>
  callStore(accountWith(...given), 'ListObjectsV2', { bucket: 'outputs', prefix: 'job/' });

test('a job has written one file when it has completed', () => {
  expect(keysOf(0)).toEqual({ keys: [KEY] });
  expect(keysOf(-1)).toEqual({ keys: [] });
});

test('results may be late', () => {
  expect(keysOf(19, ['evaluation-results-written=late'])).toEqual({ keys: [] });
  expect(keysOf(20, ['evaluation-results-written=late'])).toEqual({ keys: [KEY] });
});

test('a job that has failed has written nothing', () => {
  expect(keysOf(0, [], 'no such model')).toEqual({ keys: [] });
});

test('keys are those of the bucket that begin as is asked for', () => {
  const list = (bucket: string, prefix: string) => callStore(accountWith(0), 'ListObjectsV2', { bucket, prefix });

  expect(list('outputs', '')).toEqual({ keys: [KEY] });
  expect(list('outputs', 'other/')).toEqual({ keys: [] });
  expect(list('others', '')).toEqual({ keys: [] });
});

test.each([
  ['plain', 'Accuracy'],
  ['as-asked-for', 'Builtin.Accuracy'],
])('a line has the metric by its name: %s', (alternative, metricName) => {
  const account = accountWith(0, [`evaluation-metric-names=${alternative}`]);

  expect(callStore(account, 'GetObject', { bucket: 'outputs', key: KEY })).toEqual({
    lines: [JSON.stringify({ automatedEvaluationResult: { scores: [{ metricName, result: 0.9 }] } })],
  });
});

test('there is no other object', () => {
  expect(() => callStore(accountWith(0), 'GetObject', { bucket: 'outputs', key: 'other' })).toThrow(
    'There is no other in outputs.',
  );
});

test('a call may be denied as one of S3', () => {
  const account = accountWith(0);
  const denial = new ServiceError('AccessDeniedException', 'not authorized');
  const checkAccess = jest.spyOn(account, 'checkAccess').mockImplementation(() => {
    throw denial;
  });

  expect(() => callStore(account, 'GetObject', { bucket: 'outputs', key: KEY })).toThrow(denial);
  expect(checkAccess).toHaveBeenCalledWith('GetObject', 's3');
});
