import { evaluationRequest } from './fixture-evaluation';
import { EvaluationJob, type EvaluationJobProps } from '../../../../rehearsal/bedrock/evaluation/evaluation-job';
import { Supposition } from '../../../../unconfirmed/supposition';
import { ACCOUNT, BATCH_START } from '../../fixture-batch';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/a1b2c3d4e5f6';

/** A job of ten minutes, some seconds after its beginning. */
function jobAfter(seconds: number, more: Partial<EvaluationJobProps> = {}): EvaluationJob {
  return new EvaluationJob({
    id: 'a1b2c3d4e5f6',
    arn: ARN,
    ...ACCOUNT,
    request: evaluationRequest({ jobTags: [{ key: 'a', value: '1' }], clientRequestToken: 'token' }),
    course: { duration: 600 },
    createdAt: BATCH_START,
    now: () => BATCH_START + seconds * 1000,
    ...more,
  });
}

const suppose = (choice: string) => ({ supposition: Supposition.read([choice]) });
const at = (seconds: number) => new Date(BATCH_START + seconds * 1000).toISOString();

test('is described without tags and token', () => {
  expect(jobAfter(700).describe()).toEqual({
    ...evaluationRequest(),
    jobType: 'Automated',
    jobArn: ARN,
    status: 'Completed',
    creationTime: at(0),
    lastModifiedTime: at(600),
  });
});

test('says why it has failed: for its own problem within a minute', () => {
  expect(jobAfter(60, { problem: 'no prompts' }).describe()).toMatchObject({
    status: 'Failed',
    lastModifiedTime: at(60),
    failureMessages: ['no prompts'],
  });
  expect(jobAfter(600, { course: { duration: 600, failure: 'no model' } }).describe()).toMatchObject({
    status: 'Failed',
    failureMessages: ['no model'],
  });
});

test.each([
  [0, 'InProgress', false],
  [599, 'InProgress', false],
  [600, 'Completed', true],
])('after %i seconds it is %s', (seconds, status, finished) => {
  const job = jobAfter(seconds);

  expect([job.status, job.finished, job.results.length]).toEqual([status, finished, finished ? 1 : 0]);
});

test('its results lie in a folder with its name and its id', () => {
  expect(jobAfter(600).results[0].uri).toMatch(/^s3:\/\/results\/evaluations\/job\/a1b2c3d4e5f6\/models\//);
  const outputDataConfig = { s3Uri: 's3://results' };
  expect(jobAfter(600, { request: evaluationRequest({ outputDataConfig }) }).results[0].uri).toMatch(
    /^s3:\/\/results\/job\/a1b2c3d4e5f6\/models\//,
  );
});

test('its results may be late', () => {
  const late = suppose('evaluation-results-written=late');

  expect(jobAfter(619, late).results).toEqual([]);
  expect(jobAfter(620, late).results).toHaveLength(1);
});

test('it writes nothing where it has not completed', () => {
  expect(jobAfter(600, { course: { duration: 600, failure: 'no model' } }).results).toEqual([]);
});

describe('a metric', () => {
  test.each(['Builtin.Accuracy', 'Accuracy', 'accuracy'])('is invented, be it called %s', (name) => {
    expect(jobAfter(600).metric(name)).toEqual({ value: 0.9, origin: 'unread' });
  });

  test('is what somebody says', () => {
    const course = { duration: 600, metrics: { 'Builtin.Accuracy': 0.5 } };

    expect(jobAfter(600, { course }).metric('accuracy')).toEqual({ value: 0.5, origin: 'scripted' });
  });

  test('is known before it is written, and under whichever name', () => {
    expect(jobAfter(0, suppose('evaluation-metric-names=as-asked-for')).metric('accuracy')).toEqual({
      value: 0.9,
      origin: 'unread',
    });
  });

  test('that is not asked for is none', () => {
    expect(jobAfter(600).metric('brand')).toEqual({ origin: 'unreported' });
  });
});

test('is paid for by the token of its models', () => {
  expect(jobAfter(0).usage).toEqual({
    instances: [],
    note: 'by the token that amazon.nova-lite-v1:0 and the evaluator take',
  });
  expect(jobAfter(0).invented).toEqual([]);
});
