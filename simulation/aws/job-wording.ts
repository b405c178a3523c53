import type { FactId } from '../../unconfirmed/facts';
import { JOB_FACTS, type JobKindKey } from '../handler-under-test';

/** Where a job really is in its life. */
export type JobPhase = 'starting' | 'running' | 'stopping' | 'stopped' | 'completed' | 'failed';

/** The kinds of jobs, by the keys that the handler has for them. */
export type KindKey = JobKindKey;

/** What a service says of the jobs of a kind, and what it is asked for. */
export interface JobWording {
  readonly statuses: { readonly [phase in JobPhase]: string };
  /** The error of a call for a job that does not exist. */
  readonly notFound: 'ResourceNotFound' | 'ValidationException' | 'ResourceNotFoundException';
  /** The usual reason of a job that fails since its role is not known everywhere. */
  readonly roleFailure: string;
  /** A Create request with an input, without name and tags, with scalars as CloudFormation sends them. */
  readonly request: (input: string) => object;
  /** What else its resource says. @default - nothing */
  readonly properties?: object;
}

const MIXED_CASE = {
  starting: 'InProgress',
  running: 'InProgress',
  stopping: 'Stopping',
  stopped: 'Stopped',
  completed: 'Completed',
  failed: 'Failed',
};

const UPPER_CASE = {
  starting: 'STARTING',
  running: 'INPROGRESS',
  stopping: 'STOPPING',
  stopped: 'STOPPED',
  completed: 'COMPLETED',
  failed: 'FAILED',
};

/** Where the roles are that the library generates for the jobs of a stack. */
const ROLE = 'arn:aws:iam::111122223333:role/cdk-ml-jobs/eu-west-1/shop/Job';
const OUTPUTS = 's3://outputs/';
const BEDROCK_ROLE_FAILURE = 'Bedrock could not assume the service role. Check its trust policy.';
const ROLE_FAILURE = `ClientError: SageMaker was unable to assume the role '${ROLE}'`;

/** The kind of jobs whose end is called in several ways. */
export const TUNING = 'HyperParameterTuningJob';
/** The kind of jobs that may leave their model as a folder of files. */
export const TRAINING = 'TrainingJob';

/** What nobody has confirmed of the end of a job that takes longer than it may, by its kind. */
export const OVER_TIME_FACTS: { readonly [kind in KindKey]?: FactId } = {
  CompilationJob: 'compilation-over-time',
  OptimizationJob: 'optimization-over-time',
};

/** The kind of jobs that recommend an image. */
export const OPTIMIZATION = 'OptimizationJob';

/** How long a tuning job may run, in seconds: one that completes has used all of it. */
export const TUNING_SECONDS = 15_768_000;

/** What the service calls a job of a kind, as in 'training job'. */
export function nounOf(kind: KindKey): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Whether records of a kind can be deleted. */
export function areRecordsDeleted(kind: KindKey): boolean {
  return JOB_FACTS[kind].operations.delete !== undefined;
}

/** How the services speak of each kind. */
export const WORDINGS: { readonly [kind in KindKey]: JobWording } = {
  CompilationJob: {
    statuses: UPPER_CASE,
    notFound: 'ResourceNotFound',
    roleFailure: ROLE_FAILURE,
    request: (input) => ({
      RoleArn: ROLE,
      InputConfig: { S3Uri: `${input}model.tar.gz`, Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: OUTPUTS, TargetDevice: 'ml_c5' },
      StoppingCondition: { MaxRuntimeInSeconds: '900' },
    }),
  },
  EvaluationJob: {
    statuses: MIXED_CASE,
    notFound: 'ResourceNotFoundException',
    roleFailure: BEDROCK_ROLE_FAILURE,
    request: (input) => ({
      roleArn: ROLE,
      evaluationConfig: {
        automated: {
          datasetMetricConfigs: [
            {
              taskType: 'QuestionAndAnswer',
              dataset: { name: 'birds', datasetLocation: { s3Uri: `${input}prompts.jsonl` } },
              metricNames: ['Builtin.Accuracy'],
            },
          ],
        },
      },
      inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'amazon.nova-lite-v1:0' } }] },
      outputDataConfig: { s3Uri: OUTPUTS },
    }),
    // results are read where a metric is required
    properties: { Acceptance: { 'Builtin.Accuracy': '0.5..' }, Metrics: ['Builtin.Accuracy'] },
  },
  HyperParameterTuningJob: {
    statuses: MIXED_CASE,
    notFound: 'ResourceNotFound',
    roleFailure: ROLE_FAILURE,
    request: (input) => ({
      HyperParameterTuningJobConfig: {
        Strategy: 'Random',
        HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'loss' },
        ResourceLimits: { MaxParallelTrainingJobs: '1', MaxRuntimeInSeconds: String(TUNING_SECONDS) },
        ParameterRanges: { IntegerParameterRanges: [{ Name: 'depth', MinValue: '2', MaxValue: '8' }] },
      },
      TrainingJobDefinition: {
        RoleArn: ROLE,
        AlgorithmSpecification: { TrainingImage: 'registry.example.com/train:1', TrainingInputMode: 'File' },
        InputDataConfig: [
          { ChannelName: 'train', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input } } },
        ],
        OutputDataConfig: { S3OutputPath: OUTPUTS },
        ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: '1', VolumeSizeInGB: '30' },
        StoppingCondition: { MaxRuntimeInSeconds: '900' },
      },
    }),
  },
  OptimizationJob: {
    statuses: UPPER_CASE,
    notFound: 'ResourceNotFound',
    roleFailure: ROLE_FAILURE,
    request: (input) => ({
      RoleArn: ROLE,
      ModelSource: { S3: { S3Uri: input } },
      DeploymentInstanceType: 'ml.g5.2xlarge',
      OptimizationConfigs: [{ ModelQuantizationConfig: { OverrideEnvironment: { OPTION_QUANTIZE: 'awq' } } }],
      OutputConfig: { S3OutputLocation: OUTPUTS },
      StoppingCondition: { MaxRuntimeInSeconds: '900' },
    }),
  },
  TrainingJob: {
    statuses: MIXED_CASE,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
    request: (input) => ({
      RoleArn: ROLE,
      AlgorithmSpecification: { TrainingImage: 'registry.example.com/train:1', TrainingInputMode: 'File' },
      InputDataConfig: [
        { ChannelName: 'train', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input } } },
      ],
      OutputDataConfig: { S3OutputPath: OUTPUTS, CompressionType: 'NONE' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: '1', VolumeSizeInGB: '30' },
      StoppingCondition: { MaxRuntimeInSeconds: '900' },
    }),
  },
  TransformJob: {
    statuses: MIXED_CASE,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
    request: (input) => ({
      ModelName: 'penguins',
      TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input } } },
      TransformOutput: { S3OutputPath: OUTPUTS },
      TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: '1' },
    }),
  },
  IngestionJob: {
    statuses: {
      starting: 'STARTING',
      running: 'IN_PROGRESS',
      stopping: 'STOPPING',
      stopped: 'STOPPED',
      completed: 'COMPLETE',
      failed: 'FAILED',
    },
    notFound: 'ResourceNotFoundException',
    roleFailure: 'Bedrock Knowledge Base could not assume the service role. Check its trust policy.',
    // what tells one request from another is what people read of it
    request: (input) => ({ knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678', description: input }),
  },
  ModelCustomizationJob: {
    statuses: MIXED_CASE,
    notFound: 'ResourceNotFoundException',
    roleFailure: BEDROCK_ROLE_FAILURE,
    request: (input) => ({
      roleArn: ROLE,
      baseModelIdentifier: 'amazon.nova-lite-v1:0:300k',
      trainingDataConfig: { s3Uri: input },
      outputDataConfig: { s3Uri: OUTPUTS },
    }),
    // what it makes goes with it: so both are played, the end of a job and that of its model
    properties: { DeletesResult: 'true' },
  },
  ModelImportJob: {
    // nobody can stop one
    statuses: { ...MIXED_CASE, stopping: 'InProgress', stopped: 'Failed' },
    notFound: 'ResourceNotFoundException',
    roleFailure: BEDROCK_ROLE_FAILURE,
    request: (input) => ({ roleArn: ROLE, modelDataSource: { s3DataSource: { s3Uri: input } } }),
    properties: { DeletesResult: 'true' },
  },
  ModelInvocationJob: {
    statuses: { ...MIXED_CASE, starting: 'Submitted' },
    notFound: 'ResourceNotFoundException',
    roleFailure: BEDROCK_ROLE_FAILURE,
    request: (input) => ({
      roleArn: ROLE,
      modelId: 'amazon.nova-lite-v1:0',
      inputDataConfig: { s3InputDataConfig: { s3Uri: input } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: OUTPUTS } },
      timeoutDurationInHours: '24',
    }),
  },
};
