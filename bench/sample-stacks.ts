import { App, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Provider } from 'aws-cdk-lib/custom-resources';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CompilationJob,
  type CompilationJobProps,
  CompilationTarget,
  Framework,
  ModelData,
  ModelInvocationJob,
  type ModelInvocationJobProps,
  TargetDevice,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  MlInstanceType,
  TrainingJob,
  TransformInput,
  TransformJob,
} from 'cdk-ml-jobs';

/** The model of the transform jobs, which is there already. */
export const MODEL_NAME = 'penguins';

/** The ways to have jobs in a stack that are compared. */
export const SAMPLES = {
  /** This library. */
  CompilationJob: jobs,
  /** This library, with jobs of four kinds. */
  'jobs of four kinds': mixedJobs,
  /** The same request and permissions written by hand: nothing runs behind them. */
  'CustomResource + Role': plainResources,
  /** What the CDK offers, as people use it: one provider for all, which polls. */
  'one custom_resources.Provider': sharedProvider,
  /** The same with a provider for each. */
  'a custom_resources.Provider for each': providers,
} as const;

/** The name of a way to have jobs in a stack. */
export type Sample = keyof typeof SAMPLES;

/** An app with one stack that may have as many resources as it likes. */
export function newStack(): Stack {
  return new Stack(new App({ context: { '@aws-cdk/core:stackResourceLimit': 0 } }), 'Stack');
}

/** A compilation job whose buckets are there already. */
export function job(stack: Stack, id: string, props: Partial<CompilationJobProps> = {}): CompilationJob {
  const bucket = bucketOf(stack);
  return new CompilationJob(stack, id, {
    modelData: ModelData.fromBucket(bucket, 'model.tar.gz'),
    framework: Framework.XGBOOST,
    target: CompilationTarget.device(TargetDevice.ML_C5),
    outputBucket: bucket,
    stackOutputs: false,
    ...props,
  });
}

/** A batch inference job whose buckets are there already; the deployment waits for it for 24 hours and 10 minutes. */
export function batchJob(stack: Stack, id: string, props: Partial<ModelInvocationJobProps> = {}): ModelInvocationJob {
  const bucket = bucketOf(stack);
  return new ModelInvocationJob(stack, id, {
    input: BatchInferenceInput.fromBucket(bucket, 'records.jsonl'),
    model: BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0'),
    outputBucket: bucket,
    stackOutputs: false,
    ...props,
  });
}

/** As many jobs of each of the four kinds; the deployment waits for each less than an hour. */
export function mixedJobs(stack: Stack, count: number): void {
  const bucket = bucketOf(stack);
  const image = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1');
  const instanceType = MlInstanceType.M5_LARGE;
  const common = { outputBucket: bucket, stackOutputs: false, instanceType };
  const kinds = [
    (id: string) => job(stack, id),
    (id: string) => batchJob(stack, id, { waitTimeout: Duration.minutes(50) }),
    (id: string) =>
      new TrainingJob(stack, id, {
        ...common,
        algorithm: TrainingAlgorithm.fromImage(image),
        inputs: { train: TrainingInput.fromBucket(bucket, 'train/') },
        maxRuntime: Duration.minutes(30),
      }),
    (id: string) =>
      new TransformJob(stack, id, {
        ...common,
        modelName: MODEL_NAME,
        input: TransformInput.fromBucket(bucket, 'records/'),
      }),
  ];
  for (let index = 0; index < count; index++) kinds[index % kinds.length](`Job${index}`);
}

function bucketOf(stack: Stack): IBucket {
  return (stack.node.tryFindChild('Bucket') as Bucket | undefined) ?? Bucket.fromBucketName(stack, 'Bucket', 'bucket');
}

function jobs(stack: Stack, count: number): void {
  for (let index = 0; index < count; index++) job(stack, `Job${index}`);
}

function plainResources(stack: Stack, count: number): void {
  for (let index = 0; index < count; index++) {
    customResource(stack, index, 'arn:aws:lambda:us-east-1:111122223333:function:handler');
  }
}

function sharedProvider(stack: Stack, count: number): void {
  const { serviceToken } = provider(stack, 0);
  for (let index = 0; index < count; index++) customResource(stack, index, serviceToken);
}

function providers(stack: Stack, count: number): void {
  for (let index = 0; index < count; index++) customResource(stack, index, provider(stack, index).serviceToken);
}

function provider(stack: Stack, index: number): Provider {
  const handler = (name: string) =>
    new lambda.Function(stack, `${name}${index}`, {
      runtime: lambda.Runtime.NODEJS_20_X,
      code: lambda.Code.fromInline('exports.handler = async () => ({});'),
      handler: 'index.handler',
    });
  return new Provider(stack, `Provider${index}`, {
    onEventHandler: handler('OnEvent'),
    isCompleteHandler: handler('IsComplete'),
  });
}

/** What a job is in a template, written by hand: the request, and a role that can do what the request needs. */
function customResource(stack: Stack, index: number, serviceToken: string): void {
  const role = roleOf(stack, index);
  const resource = new CustomResource(stack, `Job${index}`, {
    serviceToken,
    resourceType: 'Custom::SageMakerCompilationJob',
    properties: {
      RoleArn: role.roleArn,
      InputConfig: { S3Uri: bucketOf(stack).s3UrlForObject('model.tar.gz'), Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: bucketOf(stack).s3UrlForObject(), TargetDevice: 'ml_c5' },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    },
  });
  resource.node.addDependency(role);
}

function roleOf(stack: Stack, index: number): iam.Role {
  const bucket = bucketOf(stack);
  const role = new iam.Role(stack, `Role${index}`, { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const logGroup = `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:/aws/sagemaker/CompilationJobs`;
  const allow = (actions: string[], resources: string[]) =>
    role.addToPolicy(new iam.PolicyStatement({ actions, resources }));
  allow(['s3:GetBucketLocation', 's3:ListBucket'], [bucket.bucketArn]);
  allow(['s3:GetObject'], [bucket.arnForObjects('model.tar.gz')]);
  allow(['s3:PutObject'], [bucket.arnForObjects('*')]);
  allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup, `${logGroup}:*`]);
  allow(['cloudwatch:PutMetricData'], ['*']);
  return role;
}
