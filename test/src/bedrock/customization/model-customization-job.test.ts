import { CreateModelCustomizationJobRequest$ } from '@aws-sdk/client-bedrock';
import { App, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  BatchInferenceModel,
  CustomizationBaseModel,
  CustomizationData,
  InvocationLogFilter,
  ModelCustomization,
  ModelCustomizationJob,
  ReasoningEffort,
  TeacherModel,
} from '../../../../src';
import { membersIn, membersOf } from '../../request-members';
import { batchJob, batchProperties } from '../../sample-batch-job';
import {
  customizationJob,
  customizationProperties,
  customizationRequestOf,
  TUNABLE_NOVA,
} from '../../sample-customization-job';
import { bucketNamed, newStack } from '../../sample-job';
import { sampleVpc } from '../../sample-vpc';

const ROLE = { 'Fn::GetAtt': [expect.stringMatching(/^TuneRole/), 'Arn'] };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';
const GRADER = 'arn:aws:lambda:us-east-1:111122223333:function:grade';

describe('the request', () => {
  test('is the smallest that the API takes, with what is assumed said; the handler names the model', () => {
    expect(customizationRequestOf({})).toEqual({
      roleArn: ROLE,
      baseModelIdentifier: TUNABLE_NOVA,
      customizationType: 'FINE_TUNING',
      trainingDataConfig: { s3Uri: 's3://examples/reviews/train.jsonl' },
      outputDataConfig: { s3Uri: 's3://metrics/' },
    });
  });

  test('has every member that the API has, in jobs of all customizations', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const vpc = sampleVpc(stack, 1);
    const filter = InvocationLogFilter.has('project', 'reviews');
    const logs = (by: InvocationLogFilter) =>
      CustomizationData.fromInvocationLogs(bucketNamed(stack, 'logs'), 'calls/', {
        usePromptResponse: true,
        filter: by,
      });
    const teacher = TeacherModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0'));
    const distillation = ModelCustomization.distillation(teacher, { maxResponseLength: 500 });
    const reinforced = ModelCustomization.reinforcementFineTuning(
      LambdaFunction.fromFunctionArn(stack, 'Grader', GRADER),
      {
        epochCount: 2,
        batchSize: 64,
        learningRate: 0.00001,
        maxPromptLength: 4096,
        trainingSamplesPerPrompt: 4,
        inferenceMaxTokens: 8192,
        reasoningEffort: ReasoningEffort.HIGH,
        evalInterval: 10,
      },
    );
    const jobs = [
      customizationJob(stack, 'Tune', {
        modelCustomizationJobName: 'reviews-v1',
        customModelName: 'reviews',
        validationData: [CustomizationData.fromBucket(bucketNamed(stack, 'examples'), 'validation.jsonl')],
        hyperparameters: { epochCount: '2' },
        customModelEncryptionKey: Key.fromKeyArn(stack, 'Key', KEY),
        outputPrefix: 'losses',
        vpc,
        securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
      }),
      customizationJob(stack, 'Distil', { customization: distillation, trainingData: logs(filter) }),
      customizationJob(stack, 'Reinforce', {
        customization: reinforced,
        trainingData: logs(InvocationLogFilter.all(filter, InvocationLogFilter.hasNot('priority', 'low'))),
      }),
      customizationJob(stack, 'Some', {
        customization: reinforced,
        trainingData: logs(InvocationLogFilter.any(InvocationLogFilter.hasNot('priority', 'low'), filter)),
      }),
      customizationJob(stack, 'Others', {
        customization: reinforced,
        trainingData: logs(InvocationLogFilter.hasNot('priority', 'low')),
      }),
    ];
    jobs.forEach((job) => Tags.of(job).add('team', 'ml'));
    const resources = (stack.node.root as App).synth().getStackByName('Stack').template.Resources as {
      [id: string]: { Type: string; Properties: { Request: object } };
    };
    const requests = Object.values(resources).filter(({ Type }) => Type === 'Custom::BedrockModelCustomizationJob');
    const made = requests.flatMap(({ Properties }) =>
      membersIn(CreateModelCustomizationJobRequest$, Properties.Request),
    );

    expect([...new Set([...made, 'jobName', 'clientRequestToken'])].sort()).toEqual(
      membersOf(CreateModelCustomizationJobRequest$),
    );
    expect(requests[0].Properties.Request).toEqual({
      roleArn: ROLE,
      customModelName: 'reviews',
      baseModelIdentifier: TUNABLE_NOVA,
      customizationType: 'FINE_TUNING',
      customModelKmsKeyId: KEY,
      jobTags: [{ key: 'team', value: 'ml' }],
      customModelTags: [{ key: 'team', value: 'ml' }],
      trainingDataConfig: { s3Uri: 's3://examples/reviews/train.jsonl' },
      validationDataConfig: { validators: [{ s3Uri: 's3://examples/validation.jsonl' }] },
      outputDataConfig: { s3Uri: 's3://metrics/losses/' },
      hyperParameters: { epochCount: '2' },
      vpcConfig: { subnetIds: ['subnet-0123456789abcdef1'], securityGroupIds: ['sg-0123456789abcdef0'] },
    });
  });

  test('asks for what a customization is', () => {
    const teacher = TeacherModel.inferenceProfile('us.amazon.nova-premier-v1:0');
    expect(customizationRequestOf({ customization: ModelCustomization.continuedPreTraining() })).toMatchObject({
      customizationType: 'CONTINUED_PRE_TRAINING',
    });
    expect(customizationRequestOf({ customization: ModelCustomization.distillation(teacher) })).toMatchObject({
      customizationType: 'DISTILLATION',
      customizationConfig: {
        distillationConfig: {
          teacherModelConfig: {
            teacherModelIdentifier: {
              'Fn::Join': ['', expect.arrayContaining([':inference-profile/us.amazon.nova-premier-v1:0'])],
            },
          },
        },
      },
    });
  });
});

describe('the resource', () => {
  test('waits for a day, which conditions do, and keeps the custom model', () => {
    const stack = newStack();
    customizationJob(stack, 'Tune');
    const { DeletesResult, WaitSeconds, WaitConditions } = customizationProperties(stack);

    expect({ DeletesResult, WaitSeconds }).toEqual({ DeletesResult: undefined, WaitSeconds: '86400' });
    expect(WaitConditions).toHaveLength(2);
  });

  test('takes the custom model with it where that is asked for, without being another job', () => {
    const [kept, removed] = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY].map((customModelRemovalPolicy) => {
      const stack = newStack();
      customizationJob(stack, 'Tune', { customModelRemovalPolicy });
      return customizationProperties(stack);
    });

    expect(removed.DeletesResult).toBe('true');
    expect(removed.Request).toEqual(kept.Request);
    expect(removed.WaitConditions).toEqual(kept.WaitConditions);
  });

  test('has results only where somebody waits for them', () => {
    const job = customizationJob(newStack(), 'Tune', { waitForCompletion: false });

    expect(() => job.customModelArn).toThrow("'customModelArn' is known only when the job has ended");
    expect(() => job.modelCustomizationJobArn).not.toThrow();
  });
});

describe('the custom model', () => {
  test('is called by a batch inference job, whose records have the body of the base model', () => {
    const stack = newStack();
    const tuned = customizationJob(stack, 'Tune', { waitTimeout: Duration.minutes(50) });
    batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(tuned) });

    expect(tuned.foundationModelId).toBe(TUNABLE_NOVA);
    expect(batchProperties(stack).Request.modelId).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Tune/), 'CustomModelArn'],
    });
  });

  test('is customized further', () => {
    const stack = newStack();
    const first = customizationJob(stack, 'First', { waitTimeout: Duration.minutes(50) });
    const next = customizationJob(stack, 'Next', { baseModel: CustomizationBaseModel.fromCustomizationJob(first) });

    expect(next.foundationModelId).toBe(TUNABLE_NOVA);
  });
});

describe('a job that was made elsewhere', () => {
  const ARN = `arn:aws:bedrock:us-east-1:111122223333:model-customization-job/${TUNABLE_NOVA}/abcdef123456`;

  test('says of which model its own was made', () => {
    const job = ModelCustomizationJob.fromModelCustomizationJobArn(newStack(), 'Made', ARN);

    expect(job.foundationModelId).toBe(TUNABLE_NOVA);
    expect(job.customModelArn).toMatch(/Token/);
  });

  test.each(['abcdef123456', ARN.replace('customization', 'invocation'), `${ARN}0`])(
    'has the ARN of one: %s',
    (arn) => {
      expect(() => ModelCustomizationJob.fromModelCustomizationJobArn(newStack(), 'Made', arn)).toThrow(
        `'modelCustomizationJobArn' must be the ARN of a model customization job, got '${arn}'`,
      );
    },
  );
});
