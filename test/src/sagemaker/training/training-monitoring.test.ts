import { Duration, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { TrainingImage } from '../../../../src/sagemaker/training/training-image';
import type { TrainingMonitoringOptions } from '../../../../src/sagemaker/training/training-monitoring-options';
import { flatten, statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { PLAIN_IMAGE, trainingJob, trainingRequestOf } from '../../sample-training-job';

const S3 = 'arn:<AWS::Partition>:s3:::';
const RULE = { name: 'LossNotDecreasing', image: PLAIN_IMAGE };

/** What the role may do with objects, besides writing the model. */
function writable(options: TrainingMonitoringOptions, stack = newStack()): string[] {
  trainingJob(stack, 'Train', { outputPrefix: 'penguins', inputs: undefined, ...options });
  return statementsOf(stack, 'TrainRole')
    .filter(({ actions }) => actions.join() === 's3:GetObject,s3:PutObject')
    .flatMap(({ resources }) => resources);
}

/** The members of the request that say how the job is watched. */
function watched(options: TrainingMonitoringOptions, stack = newStack()): Record<string, unknown> {
  const names = /^(Debug|TensorBoard|Profiler|Experiment|RemoteDebug|InfraCheck)/;
  const request = trainingRequestOf({ outputPrefix: 'penguins', ...options }, stack);
  return Object.fromEntries(Object.entries(request).filter(([name]) => names.test(name)));
}

test('a job that says nothing is watched as SageMaker does it by itself', () => {
  expect(watched({})).toEqual({});
  expect(writable({})).toEqual([]);
});

test('what is known of a job goes into folders under the prefix of its output', () => {
  const options = { debugHook: {}, tensorBoard: {}, profiler: {}, profilerRules: [RULE] };
  expect(watched(options)).toEqual({
    DebugHookConfig: { S3OutputPath: 's3://models/penguins/debug-output/' },
    TensorBoardOutputConfig: { S3OutputPath: 's3://models/penguins/tensorboard-output/' },
    ProfilerConfig: { S3OutputPath: 's3://models/penguins/profiler-output/' },
    ProfilerRuleConfigurations: [
      {
        RuleConfigurationName: 'LossNotDecreasing',
        RuleEvaluatorImage: 'registry.example.com/train:1',
        S3OutputPath: 's3://models/penguins/rule-output/',
      },
    ],
  });
  expect(writable(options).sort()).toEqual(
    ['debug-output', 'profiler-output', 'rule-output', 'tensorboard-output'].map(
      (folder) => `${S3}models/penguins/${folder}/*`,
    ),
  );
});

test('a job is watched as the options say', () => {
  const stack = newStack();
  const bucket = bucketNamed(stack, 'watch');
  const options = {
    debugHook: {
      bucket,
      prefix: 'tensors',
      localPath: '/opt/ml/tensors/',
      parameters: { save_interval: '100' },
      collections: { losses: { 'train.save_interval': '50' }, gradients: {} },
    },
    debugRules: [
      {
        ...RULE,
        parameters: { rule_to_invoke: 'LossNotDecreasing' },
        instanceType: MlInstanceType.M5_LARGE,
        volumeSize: Size.gibibytes(10),
        localPath: '/opt/ml/rule/',
        output: { bucket, prefix: 'rules' },
      },
    ],
    tensorBoard: { bucket, localPath: '/opt/ml/tb' },
    profiler: { bucket, prefix: 'profile/', enabled: true, interval: Duration.seconds(5), parameters: { a: '{}' } },
    experiment: {
      experimentName: 'penguins',
      trialName: 'first',
      trialComponentDisplayName: 'Train',
      runName: 'run-1',
    },
    remoteDebug: true,
    infraCheck: true,
  };
  expect(watched(options, stack)).toEqual({
    DebugHookConfig: {
      S3OutputPath: 's3://watch/tensors/',
      LocalPath: '/opt/ml/tensors/',
      HookParameters: { save_interval: '100' },
      CollectionConfigurations: [
        { CollectionName: 'gradients', CollectionParameters: {} },
        { CollectionName: 'losses', CollectionParameters: { 'train.save_interval': '50' } },
      ],
    },
    DebugRuleConfigurations: [
      {
        RuleConfigurationName: 'LossNotDecreasing',
        RuleEvaluatorImage: 'registry.example.com/train:1',
        RuleParameters: { rule_to_invoke: 'LossNotDecreasing' },
        InstanceType: 'ml.m5.large',
        VolumeSizeInGB: 10,
        LocalPath: '/opt/ml/rule/',
        S3OutputPath: 's3://watch/rules/',
      },
    ],
    TensorBoardOutputConfig: { S3OutputPath: 's3://watch/', LocalPath: '/opt/ml/tb' },
    ProfilerConfig: {
      S3OutputPath: 's3://watch/profile/',
      ProfilingIntervalInMilliseconds: 5000,
      ProfilingParameters: { a: '{}' },
      DisableProfiler: false,
    },
    ExperimentConfig: {
      ExperimentName: 'penguins',
      TrialName: 'first',
      TrialComponentDisplayName: 'Train',
      RunName: 'run-1',
    },
    RemoteDebugConfig: { EnableRemoteDebug: true },
    InfraCheckConfig: { EnableInfraCheck: true },
  });
});

test('a profiler that is turned off writes nothing', () => {
  expect(watched({ profiler: { enabled: false } })).toEqual({ ProfilerConfig: { DisableProfiler: true } });
  expect(writable({ profiler: { enabled: false } })).toEqual([]);
});

test('a container that is reached from outside may speak to Systems Manager', () => {
  const stack = newStack();
  trainingJob(stack, 'Train', { remoteDebug: true });
  expect(statementsOf(stack, 'TrainRole')).toContainEqual({
    actions: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    resources: ['*'],
  });
});

describe('rules', () => {
  const image = TrainingImage.fromBuiltInAlgorithm('sagemaker-debugger-rules', 'latest');

  test('are evaluated by processing jobs with the role of the job, which pull the image and have a log', () => {
    const stack = newStack();
    trainingJob(stack, 'Train', { debugRules: [{ name: 'Loss', image }] });
    const statements = statementsOf(stack, 'TrainRole');
    expect(statements.flatMap(({ resources }) => resources)).toEqual(
      expect.arrayContaining([
        'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/ProcessingJobs',
        expect.stringMatching(/:repository\/sagemaker-debugger-rules$/),
      ]),
    );
    const [role] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role'))
      .filter(([id]) => id.startsWith('TrainRole'))
      .map(([, { Properties }]) => Properties);
    const sources = role.AssumeRolePolicyDocument.Statement.map(
      ({ Condition }: { Condition: { ArnLike: Record<string, unknown> } }) =>
        flatten(Condition.ArnLike['aws:SourceArn']),
    );
    const jobs = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>';
    expect(sources).toEqual([`${jobs}:training-job/stack--train--*`, `${jobs}:processing-job/*`]);
  });

  test('leave the trust of a role that is brought as it is', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    trainingJob(stack, 'Train', { role, debugRules: [{ name: 'Loss', image }] });
    const [mine] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role'))
      .filter(([id]) => id.startsWith('Mine'))
      .map(([, { Properties }]) => Properties);
    expect(mine.AssumeRolePolicyDocument.Statement).toHaveLength(1);
  });

  test('fail with names that are not theirs alone', () => {
    expect(() => trainingJob(newStack(), 'Train', { debugRules: [RULE], profilerRules: [RULE] })).toThrow(
      "Stack/Train: the names of 'debugRules' (DebugRuleConfigurations) and 'profilerRules' (ProfilerRuleConfigurations) must differ, got 'LossNotDecreasing' twice",
    );
  });
});

describe('fails with', () => {
  const fails = (options: Parameters<typeof trainingJob>[2], message: string) =>
    expect(() => trainingJob(newStack(), 'Train', options)).toThrow(`Stack/Train: ${message}`);
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'v']));

  test('an interval that the profiler does not have', () => {
    fails(
      { profiler: { interval: Duration.seconds(2) } },
      "'profiler.interval' (ProfilerConfig.ProfilingIntervalInMilliseconds) must be one of 100, 200, 500, 1000, 5000, 60000 milliseconds, got 2000",
    );
  });

  test('more parameters than the API takes', () => {
    fails(
      { debugHook: { parameters: many(21) } },
      "'debugHook.parameters' (DebugHookConfig.HookParameters) must be 0 to 20 entries, got 21",
    );
    fails(
      { debugHook: { collections: { losses: many(21) } } },
      "'debugHook.collections.losses' (DebugHookConfig.CollectionConfigurations[0].CollectionParameters) must be 0 to 20 entries, got 21",
    );
    fails(
      { debugRules: [{ ...RULE, parameters: many(101) }] },
      "'debugRules[0].parameters' (DebugRuleConfigurations[0].RuleParameters) must be 0 to 100 entries, got 101",
    );
  });

  test('a rule without a name', () => {
    fails(
      { debugRules: [{ ...RULE, name: '' }] },
      "'debugRules[0].name' (DebugRuleConfigurations[0].RuleConfigurationName) must be 1 to 256 characters without line breaks (it has 0), got ''",
    );
  });

  test('a container that is isolated, and reached from outside', () => {
    fails(
      { remoteDebug: true, networkIsolation: true },
      "'remoteDebug' (RemoteDebugConfig.EnableRemoteDebug) must not be true with 'networkIsolation' (EnableNetworkIsolation), with which nothing reaches the container",
    );
  });

  test('the name of an experiment that the API does not take', () => {
    fails(
      { experiment: { experimentName: 'a b' } },
      "'experiment.experimentName' (ExperimentConfig.ExperimentName) must be 1 to 120 characters: letters, digits and hyphens, beginning and ending with a letter or digit, got 'a b'",
    );
  });
});
