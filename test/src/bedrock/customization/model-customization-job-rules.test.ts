import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  CustomizationBaseModel,
  CustomizationData,
  InvocationLogFilter,
  ModelCustomization,
  type ModelCustomizationJobProps,
  TeacherModel,
} from '../../../../src';
import { customizationJob } from '../../sample-customization-job';
import { bucketNamed, newStack } from '../../sample-job';

type Props = Partial<ModelCustomizationJobProps>;

const foundation = (id: string) => CustomizationBaseModel.foundationModel(new FoundationModelIdentifier(id));
const LOGS = CustomizationData.fromInvocationLogs(bucketNamed(newStack(), 'logs'), 'calls/');

const errorOf = (props: Props | ((stack: Stack) => Props)) => {
  const stack = newStack();
  try {
    customizationJob(stack, 'Tune', typeof props === 'function' ? props(stack) : props);
    return stack.node
      .findAll()
      .flatMap(({ node }) => node.validate())
      .join('\n');
  } catch (error) {
    return (error as Error).message;
  }
};

const warningsOf = (props: Props) => {
  const job = customizationJob(newStack(), 'Tune', props);
  return job.node.metadata.map(({ data }) => String(data));
};

const MEANT = (name: string, meant: string) =>
  `'hyperparameters.${name}' is no hyperparameter that AWS's page of the model lists: did you mean '${meant}'?`;
const RANGE = (name: string, allowed: string, got: string) =>
  `'hyperparameters.${name}' should be ${allowed}, as AWS's page of the model has it, got '${got}'`;

test.each<[string, Props | ((stack: Stack) => Props), string]>([
  [
    'a removal policy that means nothing here',
    { customModelRemovalPolicy: RemovalPolicy.SNAPSHOT },
    "'customModelRemovalPolicy' must be RemovalPolicy.RETAIN or RemovalPolicy.DESTROY, got 'snapshot'",
  ],
  [
    'an inference profile as base model',
    { baseModel: foundation('us.amazon.nova-lite-v1:0') },
    "'baseModel' must be the id of a foundation model, for a profile cannot be customized, got 'us.amazon.nova-lite-v1:0'",
  ],
  [
    'a custom model that is none',
    { baseModel: CustomizationBaseModel.customModel('arn:aws:s3:::models') },
    "'baseModel' (baseModelIdentifier) must be the ARN of a custom model, got 'arn:aws:s3:::models'",
  ],
  [
    'another base model of a custom model than a foundation model',
    {
      baseModel: CustomizationBaseModel.customModel(
        'arn:aws:bedrock:eu-west-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefabcdef',
        { baseModel: new FoundationModelIdentifier('Nova') },
      ),
    },
    "'baseModel.baseModel' must be the id of a foundation model, such as 'amazon.nova-lite-v1:0', got 'Nova'",
  ],
  [
    'Regions of a teacher that are none',
    {
      customization: ModelCustomization.distillation(
        TeacherModel.inferenceProfile('eu.amazon.nova-pro-v1:0', { regions: ['Ireland'] }),
      ),
    },
    "'customization.teacherModel.regions' must be names of Regions, such as 'us-east-1' or 'us-*', got 'Ireland'",
  ],
  [
    'a teacher that is no profile',
    { customization: ModelCustomization.distillation(TeacherModel.inferenceProfile('premier')) },
    "'customization.teacherModel' (teacherModelIdentifier) must be the id of a system-defined inference profile",
  ],
  [
    'logs as validation data',
    { validationData: [LOGS] },
    "'validationData[0]' must be a file: only training data can be logs of invocations",
  ],
  [
    'a key of the output beside its bucket',
    (stack) => ({ outputEncryptionKey: new Key(stack, 'Key') }),
    "'outputEncryptionKey' must not be given with 'outputBucket', which says how it is encrypted",
  ],
  [
    'filters that are joined twice',
    {
      customization: ModelCustomization.distillation(
        TeacherModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0')),
      ),
      trainingData: CustomizationData.fromInvocationLogs(bucketNamed(newStack(), 'logs'), '', {
        filter: InvocationLogFilter.all(InvocationLogFilter.any(InvocationLogFilter.has('a', 'b'))),
      }),
    },
    "'trainingData.filter' must join single comparisons",
  ],
  ['a name of the job that is none of a model', { modelCustomizationJobName: 'v1.2' }, "'customModelName' must"],
  [
    'a customization by override without its configuration',
    { requestOverrides: { customizationType: 'DISTILLATION' } },
    "'customization' (customizationConfig.distillationConfig) must be given for the customization DISTILLATION: ModelCustomization.distillation() makes it",
  ],
  [
    'a configuration of another customization',
    { requestOverrides: { customizationConfig: { rftConfig: {} } } },
    'must be left out for the customization FINE_TUNING: it belongs to REINFORCEMENT_FINE_TUNING',
  ],
  [
    'files and logs at once',
    {
      requestOverrides: {
        trainingDataConfig: { invocationLogsConfig: { invocationLogSource: { s3Uri: 's3://logs/' } } },
      },
    },
    'exactly one of s3Uri (CustomizationData.fromAsset() or fromBucket()) and invocationLogsConfig (CustomizationData.fromInvocationLogs()) must be given, got s3Uri and invocationLogsConfig',
  ],
])('an error tells of %s', (_, props, message) => {
  expect(errorOf(props)).toContain(message);
});

test.each<[string, Props, string]>([
  [
    'logs for a customization that does not learn from them',
    { trainingData: LOGS },
    'are logs of invocations, from which distillation and reinforcement fine-tuning learn: give a file, got the customization FINE_TUNING',
  ],
  [
    'an object that is not called as JSON lines are',
    { trainingData: CustomizationData.fromBucket(bucketNamed(newStack(), 'data'), 'train.json') },
    "'trainingData' should be the key of an object that ends in '.jsonl'",
  ],
])('a warning tells of %s', (_, props, message) => {
  expect(warningsOf(props)).toEqual([expect.stringContaining(message)]);
});

const TITAN = foundation('amazon.titan-text-express-v1:0:8k');
const HAIKU = foundation('anthropic.claude-3-haiku-20240307-v1:0:200k');
const LLAMA = foundation('meta.llama3-1-8b-instruct-v1:0:128k');
const PREMIER = foundation('amazon.titan-text-premier-v1:0:32k');
test.each<[string, Props, string]>([
  ['epochs', { hyperparameters: { epochs: '2' } }, MEANT('epochs', 'epochCount')],
  ['num_epochs', { baseModel: TITAN, hyperparameters: { num_epochs: '2' } }, MEANT('num_epochs', 'epochCount')],
  ['learning_rate', { hyperparameters: { learning_rate: '1e-5' } }, MEANT('learning_rate', 'learningRate')],
  ['LearningRate', { hyperparameters: { LearningRate: '1e-5' } }, MEANT('LearningRate', 'learningRate')],
  ['batch_size', { baseModel: TITAN, hyperparameters: { batch_size: '1' } }, MEANT('batch_size', 'batchSize')],
  [
    'learningRateWarmupSteps 50 of Nova 2',
    { baseModel: foundation('amazon.nova-2-lite-v1:0:256k'), hyperparameters: { learningRateWarmupSteps: '50' } },
    RANGE('learningRateWarmupSteps', 'a whole number from 0 to 20', '50'),
  ],
  [
    'learningRate of Claude',
    { baseModel: HAIKU, hyperparameters: { learningRate: '1e-5' } },
    MEANT('learningRate', 'learningRateMultiplier'),
  ],
  [
    'batchSize of Claude',
    { baseModel: HAIKU, hyperparameters: { batchSize: '2' } },
    RANGE('batchSize', 'a whole number from 4 to 256', '2'),
  ],
  [
    'batchSize of Llama 3.1',
    { baseModel: LLAMA, hyperparameters: { batchSize: '2' } },
    RANGE('batchSize', 'a whole number from 1 to 1', '2'),
  ],
  ['epochCount 6', { hyperparameters: { epochCount: '6' } }, RANGE('epochCount', 'a whole number from 1 to 5', '6')],
  [
    'epochCount 1.5',
    { hyperparameters: { epochCount: '1.5' } },
    RANGE('epochCount', 'a whole number from 1 to 5', '1.5'),
  ],
  [
    'learningRate of another model',
    { baseModel: PREMIER, hyperparameters: { learningRate: '1e-4' } },
    RANGE('learningRate', 'a number from 1e-7 to 0.00001', '1e-4'),
  ],
  [
    'a word',
    { baseModel: TITAN, hyperparameters: { batchSize: 'small' } },
    RANGE('batchSize', 'a whole number from 1 to 64', 'small'),
  ],
])('a warning tells of the hyperparameter %s', (_, props, message) => {
  expect(warningsOf(props)).toEqual([`${message} [ack: cdk-ml-jobs:customizationHyperparameter]`]);
});

test.each<[string, Props]>([
  ['of Nova', { hyperparameters: { epochCount: '5', learningRate: '1e-6', learningRateWarmupSteps: '0' } }],
  ['that may be newer', { hyperparameters: { batchSize: '1', loraAlpha: '8' } }],
  ['of another model', { baseModel: foundation('meta.llama3-3-70b-instruct-v1:0'), hyperparameters: { epochs: '9' } }],
  ['whose most can be raised', { baseModel: LLAMA, hyperparameters: { epochCount: '20', batchSize: '1' } }],
  [
    'of Claude',
    { baseModel: HAIKU, hyperparameters: { learningRateMultiplier: '0.5', earlyStoppingThreshold: '0.01' } },
  ],
  ['of Titan', { baseModel: TITAN, hyperparameters: { epochCount: '10', batchSize: '64', learningRate: '0.5' } }],
])('takes hyperparameters %s', (_, props) => {
  expect(warningsOf(props)).toEqual([]);
});

test('there is no Bedrock in China', () => {
  const stack = new Stack(undefined, 'Stack', { env: { region: 'cn-north-1', account: '111122223333' } });

  expect(() => customizationJob(stack, 'Tune')).toThrow(
    'a model customization job needs Amazon Bedrock, which AWS China does not have',
  );
});
