import { type PropertyNames, within } from '../../validation/member-names';
import { EXPERIMENT_PROPERTIES } from '../experiment-properties';
import { VPC_PROPERTIES } from '../vpc-properties';

const ALGORITHM: PropertyNames = within('AlgorithmSpecification', {
  TrainingInputMode: 'inputMode',
  TrainingImage: 'algorithm.image',
  TrainingImageConfig: 'algorithm.image',
  AlgorithmName: 'algorithm.algorithmName',
  ContainerEntrypoint: 'algorithm.entrypoint',
  ContainerArguments: 'algorithm.arguments',
  MetricDefinitions: 'algorithm.metricDefinitions',
  'MetricDefinitions[]': 'algorithm.metricDefinitions.{Name}',
  EnableSageMakerMetricsTimeSeries: 'algorithm.enableMetricsTimeSeries',
});

const INPUT: PropertyNames = within('InputDataConfig[]', {
  ChannelName: 'inputs.{ChannelName}',
  DataSource: 'inputs.{ChannelName}',
  ContentType: 'inputs.{ChannelName}.contentType',
  CompressionType: 'inputs.{ChannelName}.compression',
  RecordWrapperType: 'inputs.{ChannelName}.recordWrapper',
  InputMode: 'inputs.{ChannelName}.inputMode',
  ShuffleConfig: 'inputs.{ChannelName}.shuffleSeed',
  'DataSource.S3DataSource.S3DataDistributionType': 'inputs.{ChannelName}.distribution',
  'DataSource.S3DataSource.AttributeNames': 'inputs.{ChannelName}.attributeNames',
  'DataSource.S3DataSource.InstanceGroupNames': 'inputs.{ChannelName}.instanceGroupNames',
  'DataSource.S3DataSource.ModelAccessConfig': 'inputs.{ChannelName}.acceptEula',
  'DataSource.S3DataSource.HubAccessConfig': 'inputs.{ChannelName}.hubContentArn',
  'DataSource.FileSystemDataSource.FileSystemAccessMode': 'inputs.{ChannelName}.writable',
  'DataSource.FileSystemDataSource.DirectoryPath': 'inputs.{ChannelName}.directory',
});

const RESOURCES: PropertyNames = within('ResourceConfig', {
  InstanceType: 'instanceType',
  InstanceCount: 'instanceCount',
  InstanceGroups: 'instanceGroups',
  'InstanceGroups[]': 'instanceGroups[]',
  'InstanceGroups[].InstanceGroupName': 'instanceGroups[].name',
  'InstanceGroups[].InstanceType': 'instanceGroups[].instanceType',
  'InstanceGroups[].InstanceCount': 'instanceGroups[].instanceCount',
  VolumeSizeInGB: 'volumeSize',
  VolumeKmsKeyId: 'volumeEncryptionKey',
  KeepAlivePeriodInSeconds: 'keepAlivePeriod',
});

const DEBUG_HOOK: PropertyNames = within('DebugHookConfig', {
  LocalPath: 'debugHook.localPath',
  S3OutputPath: 'debugHook.prefix',
  HookParameters: 'debugHook.parameters',
  CollectionConfigurations: 'debugHook.collections',
  'CollectionConfigurations[]': 'debugHook.collections.{CollectionName}',
});

const PROFILER: PropertyNames = within('ProfilerConfig', {
  S3OutputPath: 'profiler.prefix',
  ProfilingIntervalInMilliseconds: 'profiler.interval',
  ProfilingParameters: 'profiler.parameters',
  DisableProfiler: 'profiler.enabled',
});

/** What the properties of a training job are called, by the members of the request that they set. */
export const TRAINING_JOB_PROPERTIES: PropertyNames = {
  TrainingJobName: 'trainingJobName',
  RoleArn: 'role',
  HyperParameters: 'hyperparameters',
  Environment: 'environment',
  AlgorithmSpecification: 'algorithm',
  ...ALGORITHM,
  InputDataConfig: 'inputs',
  'InputDataConfig[]': 'inputs.{ChannelName}',
  ...INPUT,
  'OutputDataConfig.S3OutputPath': 'outputPrefix',
  'OutputDataConfig.KmsKeyId': 'outputEncryptionKey',
  'OutputDataConfig.CompressionType': 'outputCompression',
  ...RESOURCES,
  'StoppingCondition.MaxRuntimeInSeconds': 'maxRuntime',
  'StoppingCondition.MaxWaitTimeInSeconds': 'spot.maxWait',
  'StoppingCondition.MaxPendingTimeInSeconds': 'maxPendingTime',
  EnableManagedSpotTraining: 'spot',
  'CheckpointConfig.S3Uri': 'checkpoints.prefix',
  'CheckpointConfig.LocalPath': 'checkpoints.localPath',
  EnableNetworkIsolation: 'networkIsolation',
  EnableInterContainerTrafficEncryption: 'interContainerEncryption',
  'RetryStrategy.MaximumRetryAttempts': 'maxRetryAttempts',
  DebugHookConfig: 'debugHook',
  ...DEBUG_HOOK,
  DebugRuleConfigurations: 'debugRules',
  ...ruleProperties('DebugRuleConfigurations[]', 'debugRules[]'),
  TensorBoardOutputConfig: 'tensorBoard',
  'TensorBoardOutputConfig.LocalPath': 'tensorBoard.localPath',
  'TensorBoardOutputConfig.S3OutputPath': 'tensorBoard.prefix',
  ProfilerConfig: 'profiler',
  ...PROFILER,
  ProfilerRuleConfigurations: 'profilerRules',
  ...ruleProperties('ProfilerRuleConfigurations[]', 'profilerRules[]'),
  ...EXPERIMENT_PROPERTIES,
  'RemoteDebugConfig.EnableRemoteDebug': 'remoteDebug',
  'InfraCheckConfig.EnableInfraCheck': 'infraCheck',
  ...VPC_PROPERTIES,
  Tags: 'tags',
  'Tags[]': 'tags.{Key}',
};

function ruleProperties(path: string, property: string): PropertyNames {
  return within(path, {
    RuleConfigurationName: `${property}.name`,
    LocalPath: `${property}.localPath`,
    S3OutputPath: `${property}.output`,
    RuleEvaluatorImage: `${property}.image`,
    InstanceType: `${property}.instanceType`,
    VolumeSizeInGB: `${property}.volumeSize`,
    RuleParameters: `${property}.parameters`,
  });
}
