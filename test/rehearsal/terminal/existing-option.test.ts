import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import type { JsonObject } from '../../../rehearsal/json-value';
import { RehearsalError } from '../../../rehearsal/rehearsal-error';
import { checkExisting, existingJobs } from '../../../rehearsal/terminal/existing-option';
import { job, writeApp } from '../fixture-assembly';
import { ACCOUNT } from '../fixture-batch';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:training-job/churn';
const REFERENCE = {
  Type: 'Custom::SageMakerTrainingJobReference',
  Properties: { Kind: 'TrainingJob', ReferencedJob: ARN, StateMachineArn: 'arn' },
  Metadata: { 'aws:cdk:path': 'App/Trained/Resource/Default' },
};

const artifactsOf = (resources: Parameters<typeof writeApp>[0]) => readCloudAssembly(writeApp(resources), ACCOUNT);

test('a job has a status, or members of what the service answers', () => {
  expect(existingJobs(['Trained=Completed', 'Scored={"TransformJobStatus": "Failed"}'])).toEqual({
    Trained: { status: 'Completed' },
    Scored: { answer: { TransformJobStatus: 'Failed' } },
  });
});

test.each([
  ['Trained', 'is not of the form Reference=status'],
  ['=Completed', 'is not of the form Reference=status'],
  ['Trained=', 'is not of the form Reference=status'],
  ['Trained={"a": }', 'has no valid JSON object'],
])('%s is refused', (option, text) => {
  expect(() => existingJobs([option])).toThrow(RehearsalError);
  expect(() => existingJobs([option])).toThrow(text);
});

test.each(['Trained', 'Reference', 'churn', ARN])('a reference is known as %s', (name) => {
  expect(() => checkExisting({ [name]: {} }, artifactsOf({ Reference: REFERENCE }))).not.toThrow();
});

test('an ARN is known, too, whose beginning only the deployment knows', () => {
  const ReferencedJob = {
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sagemaker:us-east-1:1:training-job/churn']],
  };
  const reference = { ...REFERENCE, Properties: { ...REFERENCE.Properties, ReferencedJob } };
  expect(() => checkExisting({ [ARN]: {} }, artifactsOf({ Reference: reference }))).not.toThrow();
});

test.each(['Train', 'chur', 'training-job', 'arn:aws'])('%s, a part of what a template says, is no name', (name) => {
  expect(() => checkExisting({ [name]: {} }, artifactsOf({ Reference: REFERENCE }))).toThrow(
    `--existing: no reference or job is named "${name}". The stacks have these references: Trained.`,
  );
});

test('a name that nothing has is refused, with those that references have', () => {
  const artifacts = artifactsOf({ Reference: REFERENCE, Job: job() });
  expect(() => checkExisting({ Other: {} }, artifacts)).toThrow(
    new RehearsalError('--existing: no reference or job is named "Other". The stacks have these references: Trained.'),
  );
  expect(() => checkExisting({ Other: {} }, artifactsOf({ Job: job() }))).toThrow(
    'The stacks have no references to jobs.',
  );
});

describe('members of what the service answers', () => {
  const check = (answer: JsonObject, kind = 'TrainingJob') => {
    const reference = { ...REFERENCE, Properties: { ...REFERENCE.Properties, Kind: kind } };
    return () => checkExisting({ Trained: { answer } }, artifactsOf({ Reference: reference }));
  };

  test.each<[string, JsonObject]>([
    ['of a job', { TrainingJobStatus: 'Failed', FailureReason: 'ClientError' }],
    ['of its members', { ModelArtifacts: { S3ModelArtifacts: 's3://penguins/model.tar.gz' } }],
    ['of items of lists', { FinalMetricDataList: [{ MetricName: 'loss', Value: 0.5 }] }],
    ['of maps, which have any', { HyperParameters: { anything: '1' } }],
  ])('are taken: those %s', (_, answer) => {
    expect(check(answer)).not.toThrow();
  });

  test('are refused where nobody would read them, with the near one and those that there are', () => {
    expect(check({ ModelArtifacts: { S3ModelArtifact: 's3://penguins/model.tar.gz' } })).toThrow(
      new RehearsalError(
        '--existing Trained=…: "ModelArtifacts.S3ModelArtifact" is no member of what DescribeTrainingJob answers of a job. ' +
          'Did you mean "S3ModelArtifacts"? There are S3ModelArtifacts.',
      ),
    );
    expect(check({ Foo: 1 }, 'IngestionJob')).toThrow(
      new RehearsalError(
        '--existing Trained=…: "Foo" is no member of what GetIngestionJob answers of a job. There are dataSourceId, description, ' +
          'failureReasons, ingestionJobId, knowledgeBaseId, startedAt, statistics, status, textReadyAt, updatedAt.',
      ),
    );
    expect(check({ FinalMetricDataList: [{ MetricNam: 'loss' }] })).toThrow(
      '"FinalMetricDataList.MetricNam" is no member of what DescribeTrainingJob answers of a job. Did you mean "MetricName"?',
    );
  });

  test('are not judged of a kind that only a newer version knows', () => {
    expect(check({ Foo: 1 }, 'ProcessingJob')).not.toThrow();
  });
});
