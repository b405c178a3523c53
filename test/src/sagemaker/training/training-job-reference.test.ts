import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { JobEngine } from '../../../../src';
import { TrainingJobReference } from '../../../../src/sagemaker/training/training-job-reference';
import { flatten, statementsOf } from '../../policy-statements';
import { newStack } from '../../sample-job';

const TYPE = 'Custom::SageMakerTrainingJobReference';
const ARN = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:training-job/penguins-7';

const referenceIn = (stack: Stack) => new TrainingJobReference(stack, 'Trained', 'penguins-7');
const propertiesOf = (stack: Stack) =>
  Object.values(Template.fromStack(stack).findResources(TYPE))[0].Properties as Record<string, unknown>;

test('reads the job of that name', () => {
  const stack = newStack();
  referenceIn(stack);
  const { Kind, ReferencedJob, Metrics, ServiceTimeout } = propertiesOf(stack);
  expect({ Kind, ReferencedJob: flatten(ReferencedJob), Metrics, ServiceTimeout }).toEqual({
    Kind: 'TrainingJob',
    ReferencedJob: ARN,
    Metrics: undefined,
    ServiceTimeout: '900',
  });
});

test('may be read by an engine that is given', () => {
  const stack = newStack();
  const engine = new JobEngine(stack, 'Mine');
  new TrainingJobReference(stack, 'Trained', 'penguins-7', { engine });
  expect(stack.node.tryFindChild('cdk-ml-jobs.JobEngine')).toBeUndefined();
  expect(flatten(propertiesOf(stack).StateMachineArn)).toMatch(/^<MineStateMachine\w+>$/);
});

test('has the attributes of the job', () => {
  const stack = newStack();
  const job = referenceIn(stack);
  const attributes = {
    TrainingJobArn: job.trainingJobArn,
    TrainingJobName: job.trainingJobName,
    TrainingJobStatus: job.trainingJobStatus,
    SecondaryStatus: job.secondaryStatus,
    ModelArtifacts: job.modelArtifacts,
    CheckpointUri: job.checkpointUri,
    OutputModelPackageArn: job.outputModelPackageArn,
    TrainingTimeInSeconds: job.trainingTimeInSeconds,
    BillableTimeInSeconds: job.billableTimeInSeconds,
    TrainingStartTime: job.trainingStartTime,
    TrainingEndTime: job.trainingEndTime,
  };
  for (const [name, value] of Object.entries(attributes)) {
    expect(stack.resolve(value)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Trained\w{8}$/), name] });
  }
});

test('asks for the metrics that are used, each once', () => {
  const stack = newStack();
  const job = referenceIn(stack);
  const [auc] = ['validation:auc', 'train:auc', 'validation:auc'].map((name) => job.metric(name));
  expect(stack.resolve(auc)).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Trained\w{8}$/), 'Metric.validation_3a_auc'],
  });
  expect(propertiesOf(stack).Metrics).toEqual(['train:auc', 'validation:auc']);
});

test('lets the handler read this job, and no other', () => {
  const stack = newStack();
  referenceIn(stack);
  expect(statementsOf(stack, 'cdkmljobsJobEngineHandlerRole')).toContainEqual({
    actions: ['sagemaker:DescribeTrainingJob'],
    resources: [ARN],
  });
});
