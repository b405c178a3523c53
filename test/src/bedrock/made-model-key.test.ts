import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BatchInferenceModel, CustomizationBaseModel, ModelCustomizationJob } from '../../../src';
import { type Statement, statementsOf } from '../policy-statements';
import { batchJob } from '../sample-batch-job';
import { customizationJob, TUNABLE_NOVA } from '../sample-customization-job';
import { newStack } from '../sample-job';

const HANDLER = 'cdkmljobsJobEngineHandlerRole';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';
const MODEL = `arn:aws:bedrock:us-east-1:111122223333:custom-model/${TUNABLE_NOVA}/abcdefghijkl`;
const JOB = `arn:aws:bedrock:us-east-1:111122223333:model-customization-job/${TUNABLE_NOVA}/abcdef123456`;
const VIA_BEDROCK = { StringEquals: { 'kms:ViaService': 'bedrock.<AWS::Region>.<AWS::URLSuffix>' } };

/** What a role may do with keys. */
const onKeys = (stack: Stack, role: string): Statement[] =>
  statementsOf(stack, role).filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
const decrypts = (key: string, condition: object = VIA_BEDROCK) => ({
  actions: ['kms:Decrypt'],
  resources: [key],
  condition,
});
const MAKES = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** A job whose model has a key of its own, in a stack with that key. */
function tunedWithKey(stack: Stack): ModelCustomizationJob {
  return customizationJob(stack, 'Tune', { customModelEncryptionKey: new Key(stack, 'Key') });
}

// https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html: who invokes the model decrypts with its key
test('a batch inference job of a model with a key decrypts with it through Bedrock, and so does who makes the job', () => {
  const stack = newStack();
  batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(tunedWithKey(stack)) });

  expect(onKeys(stack, 'AskRole')).toEqual([decrypts('<Key961B73FD.Arn>')]);
  expect(onKeys(stack, HANDLER)).toEqual([
    { actions: MAKES, resources: ['<Key961B73FD.Arn>'], condition: VIA_BEDROCK },
    decrypts('<Key961B73FD.Arn>'),
  ]);
});

test('so does a job that customizes the model further', () => {
  const stack = newStack();
  customizationJob(stack, 'Next', { baseModel: CustomizationBaseModel.fromCustomizationJob(tunedWithKey(stack)) });

  expect(onKeys(stack, 'NextRole')).toEqual([decrypts('<Key961B73FD.Arn>')]);
  expect(onKeys(stack, HANDLER)).toContainEqual(decrypts('<Key961B73FD.Arn>'));
});

test('a job of another stack, with an engine of its own, decrypts with the key, too', () => {
  const env = { account: '111122223333', region: 'us-east-1' };
  const app = new App();
  const tuned = tunedWithKey(new Stack(app, 'Made', { env }));
  const stack = new Stack(app, 'Asked', { env });
  batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(tuned) });
  const imported = '{"Fn::ImportValue":"Made:ExportsOutputFnGetAttKey961B73FDArn5A860C43"}';
  const viaBedrock = { StringEquals: { 'kms:ViaService': 'bedrock.us-east-1.<AWS::URLSuffix>' } };

  expect(onKeys(stack, 'AskRole')).toEqual([decrypts(imported, viaBedrock)]);
  expect(onKeys(stack, HANDLER)).toEqual([decrypts(imported, viaBedrock)]);
});

describe.each([
  ['an ARN', (): string => MODEL],
  [
    'a job that was made elsewhere',
    (stack: Stack) => ModelCustomizationJob.fromModelCustomizationJobArn(stack, 'Made', JOB),
  ],
])('a model from %s', (_, from) => {
  test.each([[undefined], [KEY]])('has the key that it is said to have: %s', (keyArn) => {
    const stack = newStack();
    const model = from(stack);
    const options = keyArn === undefined ? {} : { encryptionKey: Key.fromKeyArn(stack, 'Key', keyArn) };
    const isArn = typeof model === 'string';
    batchJob(stack, 'Ask', {
      model: isArn
        ? BatchInferenceModel.customModel(model, options)
        : BatchInferenceModel.fromCustomizationJob(model, options),
    });
    customizationJob(stack, 'Next', {
      baseModel: isArn
        ? CustomizationBaseModel.customModel(model, options)
        : CustomizationBaseModel.fromCustomizationJob(model, options),
    });
    const expected = keyArn === undefined ? [] : [decrypts(keyArn)];

    expect(onKeys(stack, 'AskRole')).toEqual(expected);
    expect(onKeys(stack, 'NextRole')).toEqual(expected);
    expect(onKeys(stack, HANDLER)).toEqual([...expected, ...expected]);
  });
});

test('a model without a key of yours needs none', () => {
  const stack = newStack();
  batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(customizationJob(stack, 'Tune')) });

  expect([...onKeys(stack, 'AskRole'), ...onKeys(stack, HANDLER)]).toEqual([]);
});

test.each([
  [
    'batch inference',
    'model',
    (stack: Stack, encryptionKey: Key) =>
      batchJob(stack, 'Job', { model: BatchInferenceModel.customModel(MODEL, { encryptionKey }) }),
  ],
  [
    'customization',
    'baseModel',
    (stack: Stack, encryptionKey: Key) =>
      customizationJob(stack, 'Job', { baseModel: CustomizationBaseModel.customModel(MODEL, { encryptionKey }) }),
  ],
])('%s refuses what is no key', (_, member, make) => {
  expect(() => make(newStack(), KEY as unknown as Key)).toThrow(
    `Stack/Job: '${member}.encryptionKey' must be a KMS key, for example Key.fromKeyArn(), got '${KEY}'`,
  );
});
