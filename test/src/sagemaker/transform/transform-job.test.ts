import { Duration, Lazy, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { everyProperty } from './every-transform-property';
import { type JobOptions, TransformInput, TransformJob, TransformSplitType } from '../../../../src';
import { flatten } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import {
  modelRole,
  TRANSFORM_JOB_TYPE,
  transformJob,
  transformProperties,
  transformRequestOf,
} from '../../sample-transform-job';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    expect(transformRequestOf({})).toEqual({
      ModelName: 'penguins',
      TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://records/penguins/' } } },
      TransformOutput: { S3OutputPath: 's3://scores/' },
      TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
    });
  });

  test('has every member that the API has', () => {
    const stack = newStack();
    transformJob(stack, 'Score', everyProperty(stack));
    expect(transformProperties(stack)).toMatchObject({ JobName: 'penguins-v1' });
    expect(transformProperties(stack).Request).toEqual({
      ModelName: 'penguins',
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://records/penguins/' } },
        ContentType: 'text/csv',
        CompressionType: 'Gzip',
        SplitType: 'Line',
      },
      TransformOutput: {
        S3OutputPath: 's3://scores/penguins/',
        Accept: 'text/csv',
        AssembleWith: 'Line',
        KmsKeyId: KEY,
      },
      TransformResources: {
        InstanceType: 'ml.p3.2xlarge',
        InstanceCount: 2,
        VolumeKmsKeyId: KEY,
        TransformAmiVersion: 'al2-ami-sagemaker-batch-gpu-535',
      },
      MaxConcurrentTransforms: 4,
      ModelClientConfig: { InvocationsTimeoutInSeconds: 300, InvocationsMaxRetries: 0 },
      MaxPayloadInMB: 25,
      BatchStrategy: 'MultiRecord',
      Environment: { THRESHOLD: '0.5' },
      DataCaptureConfig: { DestinationS3Uri: 's3://capture/penguins/', KmsKeyId: KEY, GenerateInferenceId: true },
      DataProcessing: { InputFilter: '$[1:]', OutputFilter: '$[0,-1]', JoinSource: 'Input' },
      ExperimentConfig: {
        ExperimentName: 'species',
        TrialName: 'first',
        TrialComponentDisplayName: 'scores',
        RunName: 'run-1',
      },
      Tags: [{ Key: 'team', Value: 'birds' }],
    });
  });

  test('has no object without members', () => {
    expect(transformRequestOf({ invocationsMaxRetries: 1 }).ModelClientConfig).toEqual({ InvocationsMaxRetries: 1 });
    expect(transformRequestOf({})).not.toHaveProperty('ModelClientConfig');
    expect(transformRequestOf({})).not.toHaveProperty('DataProcessing');
  });

  test('streams with a payload of 0', () => {
    expect(transformRequestOf({ maxPayload: Size.mebibytes(0) }).MaxPayloadInMB).toBe(0);
  });
});

test('a job runs after the model whose name it has', () => {
  const stack = newStack();
  const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: modelRole(stack).roleArn });
  transformJob(stack, 'Score', { modelName: model.attrModelName });
  expect(transformProperties(stack).Request.ModelName).toEqual({ 'Fn::GetAtt': ['Model', 'ModelName'] });
});

describe('what a job adds to a stack', () => {
  const added = (props: Parameters<typeof transformJob>[2]) => {
    const stack = newStack();
    transformJob(stack, 'Score', props);
    const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
    return Object.entries(Resources)
      .filter(([id]) => !id.includes('JobEngine'))
      .map(([, { Type }]) => Type)
      .sort();
  };

  test('is the custom resource', () => {
    expect(added({})).toEqual([TRANSFORM_JOB_TYPE]);
  });

  test('is a bucket and its policy besides, where no output bucket is given', () => {
    expect(added({ outputBucket: undefined })).toEqual([
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      TRANSFORM_JOB_TYPE,
    ]);
  });
});

describe('the deployment', () => {
  const wait = (props: JobOptions) => {
    const stack = newStack();
    transformJob(stack, 'Score', props);
    const { WaitForCompletion, WaitSeconds } = transformProperties(stack);
    return { WaitForCompletion, WaitSeconds };
  };

  test('waits for 55 minutes, as nothing says how long a job may run', () => {
    expect(wait({})).toEqual({ WaitForCompletion: 'true', WaitSeconds: '3300' });
  });

  test('waits for as long as it is told to', () => {
    expect(wait({ waitTimeout: Duration.hours(6) })).toEqual({ WaitForCompletion: 'true', WaitSeconds: '21600' });
  });
});

describe('the attributes', () => {
  const attributesOf = (job: TransformJob) => ({
    TransformJobArn: job.transformJobArn,
    TransformJobName: job.transformJobName,
    TransformJobStatus: job.transformJobStatus,
    TransformOutputUri: job.transformOutputUri,
    TransformStartTime: job.transformStartTime,
    TransformEndTime: job.transformEndTime,
  });

  test('are those of the custom resource', () => {
    const stack = newStack();
    const job = transformJob(stack, 'Score');
    for (const [name, token] of Object.entries(attributesOf(job))) {
      expect(stack.resolve(token)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Score[0-9A-F]{8}$/), name] });
    }
  });

  test('become outputs of the stack: the ARN, and the place of the results', () => {
    const stack = newStack();
    transformJob(stack, 'Score');
    expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toEqual([
      'ScoreTransformJobArn',
      'ScoreTransformOutputUri',
    ]);
  });

  test('fail where the deployment does not wait for them', () => {
    const stack = newStack();
    const job = transformJob(stack, 'Score', { waitForCompletion: false });
    expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toEqual(['ScoreTransformJobArn']);
    expect(() => job.transformOutputUri).toThrow(
      "Stack/Score: 'transformOutputUri' is known only when the job has ended, but 'waitForCompletion' is false",
    );
  });

  test('are read of a job that was made elsewhere', () => {
    const stack = newStack();
    const job = TransformJob.fromTransformJobName(stack, 'Scores', 'penguins-v1');
    expect(stack.resolve(job.transformOutputUri)).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Scores/), 'TransformOutputUri'],
    });
    const references = Template.fromStack(stack).findResources('Custom::SageMakerTransformJobReference');
    const [{ Properties }] = Object.values(references);
    expect(Properties.Kind).toBe('TransformJob');
    expect(flatten(Properties.ReferencedJob)).toBe(
      'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:transform-job/penguins-v1',
    );
  });

  test('fail for a job whose name is none', () => {
    expect(() => TransformJob.fromTransformJobName(newStack(), 'Scores', 'a_b')).toThrow(
      "Stack: 'transformJobName' must be 1 to 63 characters: letters, digits and hyphens, beginning and ending with a letter or digit, got 'a_b'",
    );
  });
});

describe('bad input', () => {
  test.each([
    ['modelName', 7, 'the name of a model, for example CfnModel.attrModelName', '7'],
    ['input', undefined, 'the input of the job, for example TransformInput.fromBucket()', 'undefined'],
    ['input', 's3://records/', 'the input of the job, for example TransformInput.fromBucket()', "'s3://records/'"],
    ['instanceType', 'ml.m5.xlarge', 'a type of instance, for example MlInstanceType.M5_XLARGE', "'ml.m5.xlarge'"],
    ['maxPayload', 6, 'a size, for example Size.mebibytes()', '6'],
    ['invocationsTimeout', 600, 'a duration, for example Duration.minutes()', '600'],
  ])('fails where the compiler does not: %s %j', (member, value, allowed, got) => {
    expect(() => transformJob(newStack(), 'Score', { [member]: value })).toThrow(
      `Stack/Score: '${member}' must be ${allowed}, got ${got}`,
    );
  });

  test.each([
    ['TransformJobName', "use the job's name property"],
    ['Tags', 'use Tags.of()'],
  ])('fails with %s among the overrides', (member, instead) => {
    expect(() => transformJob(newStack(), 'Score', { requestOverrides: { [member]: 'x' } })).toThrow(
      `Stack/Score: 'requestOverrides.${member}' must be left out: ${instead}, got 'x'`,
    );
  });
});

test('an override reaches what no property does', () => {
  const input = TransformInput.fromBucket(bucketNamed(newStack(), 'records'), '', {
    splitType: TransformSplitType.LINE,
  });
  const requestOverrides = { TransformInput: { SplitType: Lazy.string({ produce: () => 'RecordIO' }) } };
  expect(transformRequestOf({ input, requestOverrides }).TransformInput).toMatchObject({ SplitType: 'RecordIO' });
});
