import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  CompilationJob,
  HyperParameterTuningJob,
  IngestionJob,
  type JobReferenceOptions,
  ModelCustomizationJob,
  ModelImportJob,
  ModelInvocationJob,
  OptimizationJob,
  TrainingJob,
  TransformJob,
} from '../../../src';
import { statementsOf } from '../policy-statements';
import { newStack } from '../sample-job';

const arnOf = (resource: string) => `arn:aws:bedrock:eu-west-1:111122223333:${resource}/abcdef123456`;
const INGESTION = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678', ingestionJobId: 'IJ12345678' };
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/abcdef12-3456-7890-abcd-ef1234567890';

const referencedIn = (stack: Stack, options?: JobReferenceOptions) => ({
  compilation: () => CompilationJob.fromCompilationJobName(stack, 'Job', 'penguins', options),
  training: () => TrainingJob.fromTrainingJobName(stack, 'Job', 'penguins', options),
  transform: () => TransformJob.fromTransformJobName(stack, 'Job', 'penguins', options),
  tuning: () => HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Job', 'penguins', options),
  optimization: () => OptimizationJob.fromOptimizationJobName(stack, 'Job', 'penguins', options),
  batch: () => ModelInvocationJob.fromModelInvocationJobArn(stack, 'Job', arnOf('model-invocation-job'), options),
  customization: () =>
    ModelCustomizationJob.fromModelCustomizationJobArn(stack, 'Job', arnOf('model-customization-job'), options),
  import: () => ModelImportJob.fromModelImportJobArn(stack, 'Job', arnOf('model-import-job'), options),
  ingestion: () => IngestionJob.fromIngestionJobAttributes(stack, 'Job', INGESTION, options),
});

const OUTPUTS = [
  ['compilation', 'modelArtifacts'],
  ['training', 'modelArtifacts'],
  ['transform', 'transformOutputUri'],
  ['tuning', 'modelArtifacts'],
  ['optimization', 'outputLocation'],
  ['batch', 'outputUri'],
  ['customization', 'outputUri'],
] as const;

const roleIn = (stack: Stack) =>
  new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });

test.each(OUTPUTS)(
  'a %s job that was made elsewhere lets a role read its %s, wherever that lies',
  (kind, attribute) => {
    const stack = newStack();
    const job = referencedIn(stack)[kind]();
    expect(job.grantRead(roleIn(stack)).success).toBe(true);
    const uri: unknown = stack.resolve((job as unknown as Record<string, unknown>)[attribute]);
    const arnAt = (index: number, separator: string) =>
      `arn:<AWS::Partition>:s3:::${JSON.stringify({ 'Fn::Select': [index, { 'Fn::Split': [separator, uri] }] })}`;
    expect(statementsOf(stack, 'Role')).toEqual([
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [arnAt(2, '/')] },
      { actions: ['s3:GetObject'], resources: [`${arnAt(1, 's3://')}*`] },
    ]);
  },
);

test.each(OUTPUTS)(
  'a %s job that was made elsewhere lets a role decrypt its %s with the key that it is given',
  (kind) => {
    const stack = newStack();
    const outputEncryptionKey = Key.fromKeyArn(stack, 'Key', KEY);
    const job = referencedIn(stack, { outputEncryptionKey })[kind]();
    expect(job.grantRead(roleIn(stack)).success).toBe(true);
    const statements = statementsOf(stack, 'Role');
    expect(statements.map(({ actions }) => actions)).toEqual([
      ['s3:GetBucketLocation', 's3:ListBucket'],
      ['s3:GetObject'],
      ['kms:Decrypt'],
    ]);
    expect(statements[2]).toEqual({ actions: ['kms:Decrypt'], resources: [KEY] });
  },
);

test.each([
  ['import', 'outputEncryptionKey', 'what a job has written to S3'],
  ['ingestion', 'outputEncryptionKey', 'what a job has written to S3'],
  ['ingestion', 'importedModelEncryptionKey', 'the model that a model import job has made'],
  ['training', 'importedModelEncryptionKey', 'the model that a model import job has made'],
] as const)('a reference to an %s job refuses the %s', (kind, member, what) => {
  const stack = newStack();
  const options = { [member]: Key.fromKeyArn(stack, 'Key', KEY) };
  expect(() => referencedIn(stack, options)[kind]()).toThrow(
    `'${member}' must not be given: it encrypts ${what}, and there is no such thing here`,
  );
});

test.each([
  ['training', 'outputEncryptionKey'],
  ['import', 'importedModelEncryptionKey'],
] as const)('a reference to a %s job refuses what is no key as its %s', (kind, member) => {
  const options = { [member]: KEY } as unknown as JobReferenceOptions;
  expect(() => referencedIn(newStack(), options)[kind]()).toThrow(
    `'${member}' must be a KMS key, for example Key.fromKeyArn(), got '${KEY}'`,
  );
});
