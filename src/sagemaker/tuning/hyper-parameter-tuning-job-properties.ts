import { type PropertyNames, within } from '../../validation/member-names';
import { TRAINING_JOB_PROPERTIES } from '../training/training-job-properties';

/** What a training of a tuning job has in common with a training job. */
const SHARED_MEMBERS =
  /^(Environment$|AlgorithmSpecification|InputDataConfig|OutputDataConfig\.CompressionType|ResourceConfig|StoppingCondition|EnableManagedSpotTraining|CheckpointConfig|EnableNetworkIsolation|EnableInterContainerTrafficEncryption|RetryStrategy)/;

const CONFIG: PropertyNames = within('HyperParameterTuningJobConfig', {
  Strategy: 'strategy',
  'StrategyConfig.HyperbandStrategyConfig.MinResource': 'strategy.minResource',
  'StrategyConfig.HyperbandStrategyConfig.MaxResource': 'strategy.maxResource',
  'ResourceLimits.MaxNumberOfTrainingJobs': 'maxTrainingJobs',
  'ResourceLimits.MaxParallelTrainingJobs': 'maxParallelTrainingJobs',
  'ResourceLimits.MaxRuntimeInSeconds': 'maxRuntime',
  TrainingJobEarlyStoppingType: 'earlyStopping',
  TuningJobCompletionCriteria: 'completionCriteria',
  'TuningJobCompletionCriteria.TargetObjectiveMetricValue': 'completionCriteria.targetObjectiveValue',
  'TuningJobCompletionCriteria.BestObjectiveNotImproving.MaxNumberOfTrainingJobsNotImproving':
    'completionCriteria.maxTrainingJobsNotImproving',
  'TuningJobCompletionCriteria.ConvergenceDetected.CompleteOnConvergence': 'completionCriteria.onConvergence',
  RandomSeed: 'randomSeed',
});

/** What the properties of a tuning job are called, by the members of the request that they set. */
export const HYPER_PARAMETER_TUNING_JOB_PROPERTIES: PropertyNames = {
  HyperParameterTuningJobName: 'hyperParameterTuningJobName',
  ...CONFIG,
  ...objectiveNames('HyperParameterTuningJobConfig.HyperParameterTuningJobObjective', 'training'),
  ...rangeNames('HyperParameterTuningJobConfig.ParameterRanges', 'training'),
  TrainingJobDefinition: 'training',
  ...trainingNames('TrainingJobDefinition', 'training'),
  TrainingJobDefinitions: 'trainingDefinitions',
  ...trainingNames('TrainingJobDefinitions[]', 'trainingDefinitions.{DefinitionName}'),
  WarmStartConfig: 'warmStart',
  'Autotune.Mode': 'autotune',
  Tags: 'tags',
  'Tags[]': 'tags.{Key}',
};

function trainingNames(path: string, property: string): PropertyNames {
  const shared = Object.entries(TRAINING_JOB_PROPERTIES).filter(([member]) => SHARED_MEMBERS.test(member));
  return {
    ...(path.endsWith('[]') && { [path]: property }),
    ...Object.fromEntries(shared.map(([member, name]) => [`${path}.${member}`, `${property}.${name}`])),
    ...within(path, {
      DefinitionName: property,
      RoleArn: 'role',
      StaticHyperParameters: `${property}.staticHyperparameters`,
      'OutputDataConfig.S3OutputPath': 'outputPrefix',
      'OutputDataConfig.KmsKeyId': 'outputEncryptionKey',
      VpcConfig: 'vpc',
      'VpcConfig.Subnets': 'vpcSubnets',
      'VpcConfig.SecurityGroupIds': 'securityGroups',
      'HyperParameterTuningResourceConfig.VolumeKmsKeyId': `${property}.volumeEncryptionKey`,
      'HyperParameterTuningResourceConfig.InstanceConfigs': `${property}.instanceConfigs`,
      'HyperParameterTuningResourceConfig.InstanceConfigs[]': `${property}.instanceConfigs[]`,
      'HyperParameterTuningResourceConfig.InstanceConfigs[].InstanceType': `${property}.instanceConfigs[].instanceType`,
      'HyperParameterTuningResourceConfig.InstanceConfigs[].InstanceCount': `${property}.instanceConfigs[].instanceCount`,
      'HyperParameterTuningResourceConfig.InstanceConfigs[].VolumeSizeInGB': `${property}.instanceConfigs[].volumeSize`,
    }),
    ...objectiveNames(`${path}.TuningObjective`, property),
    ...rangeNames(`${path}.HyperParameterRanges`, property),
  };
}

function objectiveNames(path: string, property: string): PropertyNames {
  return { [path]: `${property}.objective`, [`${path}.MetricName`]: `${property}.objective` };
}

function rangeNames(path: string, property: string): PropertyNames {
  const lists = ['IntegerParameterRanges', 'ContinuousParameterRanges', 'CategoricalParameterRanges', 'AutoParameters'];
  return {
    [path]: `${property}.ranges`,
    ...Object.fromEntries(lists.map((list) => [`${path}.${list}[]`, `${property}.ranges.{Name}`])),
  };
}
