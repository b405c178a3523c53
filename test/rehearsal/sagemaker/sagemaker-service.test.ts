import { SageMakerFixture } from '../fixture-sagemaker';

const ACCOUNT_ARN = 'arn:aws:sagemaker:us-east-1:111122223333';
let sagemaker: SageMakerFixture;
beforeEach(() => (sagemaker = new SageMakerFixture()));

test('runs jobs of all kinds, each kind with names of its own', () => {
  sagemaker.transform();
  sagemaker.train();
  sagemaker.compile();
  expect(sagemaker.service.jobs.map(({ arn }) => arn).sort()).toEqual([
    `${ACCOUNT_ARN}:compilation-job/job`,
    `${ACCOUNT_ARN}:training-job/job`,
    `${ACCOUNT_ARN}:transform-job/job`,
  ]);
});

test('remembers the jobs that have been deleted', async () => {
  sagemaker.train();
  await sagemaker.clock.advance(240_000);
  sagemaker.call('DeleteTrainingJob', { TrainingJobName: 'job' });
  expect(sagemaker.service.jobs.map(({ name }) => name)).toEqual(['job']);
  expect(sagemaker.service.existingJobs).toEqual([]);
});

test.each(['compilation', 'training', 'transform'] as const)('keeps the tags of a %s job', (kind) => {
  const create = { compilation: 'compile', training: 'train', transform: 'transform' } as const;
  const ResourceArn = `${ACCOUNT_ARN}:${kind}-job/job`;
  sagemaker[create[kind]]({ Tags: [{ Key: 'a', Value: '1' }] });
  sagemaker.call('AddTags', { ResourceArn, Tags: [{ Key: 'b', Value: '2' }] });
  sagemaker.call('DeleteTags', { ResourceArn, TagKeys: ['a'] });
  expect(sagemaker.call('ListTags', { ResourceArn })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
});

test('fails on the tags of a resource that does not exist', () => {
  const ResourceArn = `${ACCOUNT_ARN}:training-job/none`;
  expect(() => sagemaker.call('ListTags', { ResourceArn })).toThrow(`Could not find resource ${ResourceArn}.`);
});

test('fails on an operation that is not emulated', () => {
  expect(() => sagemaker.call('CreateModel', {})).toThrow('The rehearsal does not emulate sagemaker:CreateModel.');
});
