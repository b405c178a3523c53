import {
  CompressionType,
  CustomizationTechnique,
  EvaluationType,
  FileSystemAccessMode,
  FileSystemType,
  OutputCompressionType,
  Peft,
  ProcessingInstanceType,
  RecordWrapper,
  S3DataDistribution,
  S3DataType,
  ServerlessJobType,
  TrainingInputMode,
  TrainingInstanceType,
  TrainingRepositoryAccessMode,
} from '@aws-sdk/client-sagemaker';
import {
  EXPERIMENT_CONFIG,
  JOB_NAME,
  KMS_KEY_ID,
  mapConstraints,
  ROLE_ARN,
  S3_URI,
  STOPPING_CONDITION,
  TAGS,
  VPC_CONFIG,
} from './sagemaker-constraints';
import type { Constraint, Constraints } from '../emulated-api/request-constraints';

const ANY: Constraint = { pattern: '.*' };
const LOCAL_PATH: Constraint = { pattern: '.*', maxLength: 4096 };
const IMAGE: Constraint = { pattern: '.*', maxLength: 255 };
const ARGUMENT: Constraint = { pattern: '.*', maxLength: 256 };
const CONFIGURATION_NAME: Constraint = { pattern: '.*', minLength: 1, maxLength: 256 };
const GROUP_NAME: Constraint = { pattern: '.+', minLength: 1, maxLength: 64 };
const TRAINING_PLAN_ARN: Constraint = {
  pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*',
  minLength: 50,
  maxLength: 2048,
};

const ALGORITHM: Constraints = within('AlgorithmSpecification', {
  TrainingImage: IMAGE,
  AlgorithmName: {
    pattern:
      '(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?([a-zA-Z0-9]([a-zA-Z0-9\\-]){0,62})(?<!-)',
    minLength: 1,
    maxLength: 170,
  },
  TrainingInputMode: { values: Object.values(TrainingInputMode) },
  MetricDefinitions: { minLength: 0, maxLength: 40 },
  'MetricDefinitions.[].Name': { pattern: '.+', minLength: 1, maxLength: 255 },
  'MetricDefinitions.[].Regex': { pattern: '.+', minLength: 1, maxLength: 500 },
  ContainerEntrypoint: { minLength: 1, maxLength: 100 },
  'ContainerEntrypoint.[]': ARGUMENT,
  ContainerArguments: { minLength: 1, maxLength: 100 },
  'ContainerArguments.[]': ARGUMENT,
  'TrainingImageConfig.TrainingRepositoryAccessMode': { values: Object.values(TrainingRepositoryAccessMode) },
  'TrainingImageConfig.TrainingRepositoryAuthConfig.TrainingRepositoryCredentialsProviderArn': {
    pattern: 'arn:[\\p{L}\\p{N}\\-]+:lambda:[\\p{L}\\p{N}\\-]+:[0-9]{12}:function:.*',
    minLength: 1,
    maxLength: 2048,
  },
});

const CHANNELS: Constraints = {
  InputDataConfig: { minLength: 1, maxLength: 20 },
  ...within('InputDataConfig.[]', {
    ChannelName: { pattern: '[A-Za-z0-9\\.\\-_]+', minLength: 1, maxLength: 64 },
    ContentType: { pattern: '.*', maxLength: 256 },
    CompressionType: { values: Object.values(CompressionType) },
    RecordWrapperType: { values: Object.values(RecordWrapper) },
    InputMode: { values: Object.values(TrainingInputMode) },
  }),
  ...within('InputDataConfig.[].DataSource.S3DataSource', {
    S3DataType: { values: Object.values(S3DataType) },
    S3Uri: S3_URI,
    S3DataDistributionType: { values: Object.values(S3DataDistribution) },
    AttributeNames: { minLength: 0, maxLength: 16 },
    'AttributeNames.[]': { pattern: '.+', minLength: 1, maxLength: 256 },
    InstanceGroupNames: { minLength: 0, maxLength: 5 },
    'InstanceGroupNames.[]': GROUP_NAME,
    'HubAccessConfig.HubContentArn': IMAGE,
  }),
  ...within('InputDataConfig.[].DataSource.FileSystemDataSource', {
    FileSystemId: { pattern: '(fs-[0-9a-f]{8,})', minLength: 11, maxLength: 21 },
    FileSystemAccessMode: { values: Object.values(FileSystemAccessMode) },
    FileSystemType: { values: Object.values(FileSystemType) },
    DirectoryPath: LOCAL_PATH,
  }),
  'InputDataConfig.[].DataSource.DatasetSource.DatasetArn': { maxLength: 2048 },
};

const RESOURCES: Constraints = within('ResourceConfig', {
  InstanceType: { values: Object.values(TrainingInstanceType) },
  InstanceCount: { min: 0 },
  VolumeSizeInGB: { min: 0 },
  VolumeKmsKeyId: KMS_KEY_ID,
  KeepAlivePeriodInSeconds: { min: 0, max: 21600 },
  InstanceGroups: { minLength: 0, maxLength: 5 },
  'InstanceGroups.[].InstanceType': { values: Object.values(TrainingInstanceType) },
  'InstanceGroups.[].InstanceCount': { min: 0 },
  'InstanceGroups.[].InstanceGroupName': GROUP_NAME,
  TrainingPlanArn: TRAINING_PLAN_ARN,
  'InstancePlacementConfig.PlacementSpecifications': { minLength: 0, maxLength: 10 },
  'InstancePlacementConfig.PlacementSpecifications.[].UltraServerId': { maxLength: 256 },
  'InstancePlacementConfig.PlacementSpecifications.[].InstanceCount': { min: 0 },
});

const DEBUGGING: Constraints = {
  ...within('DebugHookConfig', {
    LocalPath: LOCAL_PATH,
    S3OutputPath: S3_URI,
    CollectionConfigurations: { minLength: 0, maxLength: 20 },
    'CollectionConfigurations.[].CollectionName': CONFIGURATION_NAME,
  }),
  ...mapConstraints('DebugHookConfig.HookParameters', 20, CONFIGURATION_NAME, ARGUMENT),
  ...mapConstraints(
    'DebugHookConfig.CollectionConfigurations.[].CollectionParameters',
    20,
    CONFIGURATION_NAME,
    ARGUMENT,
  ),
  ...rules('DebugRuleConfigurations'),
  ...rules('ProfilerRuleConfigurations'),
  'TensorBoardOutputConfig.LocalPath': LOCAL_PATH,
  'TensorBoardOutputConfig.S3OutputPath': S3_URI,
  'ProfilerConfig.S3OutputPath': S3_URI,
  ...mapConstraints('ProfilerConfig.ProfilingParameters', 20, CONFIGURATION_NAME, ARGUMENT),
};

const SERVERLESS: Constraints = {
  'ServerlessJobConfig.BaseModelArn': { minLength: 1, maxLength: 2048 },
  'ServerlessJobConfig.JobType': { values: Object.values(ServerlessJobType) },
  'ServerlessJobConfig.CustomizationTechnique': { values: Object.values(CustomizationTechnique) },
  'ServerlessJobConfig.Peft': { values: Object.values(Peft) },
  'ServerlessJobConfig.EvaluationType': { values: Object.values(EvaluationType) },
  'ServerlessJobConfig.EvaluatorArn': ANY,
  'MlflowConfig.MlflowResourceArn': { maxLength: 2048 },
  'MlflowConfig.MlflowExperimentName': CONFIGURATION_NAME,
  'MlflowConfig.MlflowRunName': CONFIGURATION_NAME,
  'ModelPackageConfig.ModelPackageGroupArn': {
    pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}',
    minLength: 1,
    maxLength: 2048,
  },
  'ModelPackageConfig.SourceModelPackageArn': {
    pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}',
    minLength: 1,
    maxLength: 2048,
  },
};

/** What the service's model says about the members of requests, by operation. */
export const TRAINING_JOB_CONSTRAINTS = {
  CreateTrainingJob: {
    TrainingJobName: JOB_NAME,
    RoleArn: ROLE_ARN,
    ...mapConstraints('HyperParameters', 100, ARGUMENT, { pattern: '.*', maxLength: 2500 }),
    ...ALGORITHM,
    ...CHANNELS,
    'OutputDataConfig.S3OutputPath': S3_URI,
    'OutputDataConfig.KmsKeyId': KMS_KEY_ID,
    'OutputDataConfig.CompressionType': { values: Object.values(OutputCompressionType) },
    ...RESOURCES,
    ...VPC_CONFIG,
    ...STOPPING_CONDITION,
    ...TAGS,
    'CheckpointConfig.S3Uri': S3_URI,
    'CheckpointConfig.LocalPath': LOCAL_PATH,
    ...DEBUGGING,
    ...EXPERIMENT_CONFIG,
    ...mapConstraints(
      'Environment',
      100,
      { pattern: '[a-zA-Z_][a-zA-Z0-9_]*', maxLength: 512 },
      { pattern: '[\\S\\s]*', maxLength: 512 },
    ),
    'RetryStrategy.MaximumRetryAttempts': { min: 1, max: 30 },
    ...SERVERLESS,
  },
  DescribeTrainingJob: { TrainingJobName: JOB_NAME },
  StopTrainingJob: { TrainingJobName: JOB_NAME },
  UpdateTrainingJob: {
    TrainingJobName: JOB_NAME,
    'ResourceConfig.KeepAlivePeriodInSeconds': { min: 0, max: 21600 },
  },
  DeleteTrainingJob: { TrainingJobName: JOB_NAME },
} satisfies Record<string, Constraints>;

/** The constraints of the members of a structure, by their whole paths. */
function within(path: string, members: Constraints): Constraints {
  return Object.fromEntries(Object.entries(members).map(([name, constraint]) => [`${path}.${name}`, constraint]));
}

function rules(path: string): Constraints {
  return {
    [path]: { minLength: 0, maxLength: 20 },
    ...within(`${path}.[]`, {
      RuleConfigurationName: CONFIGURATION_NAME,
      LocalPath: LOCAL_PATH,
      S3OutputPath: S3_URI,
      RuleEvaluatorImage: IMAGE,
      InstanceType: { values: Object.values(ProcessingInstanceType) },
      VolumeSizeInGB: { min: 0 },
    }),
    ...mapConstraints(`${path}.[].RuleParameters`, 100, CONFIGURATION_NAME, ARGUMENT),
  };
}
