import type { PropertyNames } from '../../validation/member-names';
import { VPC_PROPERTIES } from '../vpc-properties';

/** What the properties of an optimization job are called, by the members of the request that they set. */
export const OPTIMIZATION_JOB_PROPERTIES: PropertyNames = {
  OptimizationJobName: 'optimizationJobName',
  RoleArn: 'role',
  ModelSource: 'model',
  'ModelSource.S3': 'model',
  'ModelSource.S3.S3Uri': 'model',
  'ModelSource.S3.ModelAccessConfig': 'model.acceptEula',
  'ModelSource.S3.ModelAccessConfig.AcceptEula': 'model.acceptEula',
  'ModelSource.SageMakerModel': 'model',
  'ModelSource.SageMakerModel.ModelName': 'model.modelName',
  DeploymentInstanceType: 'deploymentInstanceType',
  MaxInstanceCount: 'maxInstanceCount',
  OptimizationEnvironment: 'environment',
  OptimizationConfigs: 'optimizations',
  'OptimizationConfigs[]': 'optimizations[]',
  ...techniqueNames('ModelQuantizationConfig'),
  ...techniqueNames('ModelCompilationConfig'),
  ...techniqueNames('ModelShardingConfig'),
  'OptimizationConfigs[].ModelSpeculativeDecodingConfig': 'optimizations[]',
  'OptimizationConfigs[].ModelSpeculativeDecodingConfig.Technique': 'optimizations[].technique',
  'OptimizationConfigs[].ModelSpeculativeDecodingConfig.TrainingDataSource': 'optimizations[].trainingData',
  'OptimizationConfigs[].ModelSpeculativeDecodingConfig.TrainingDataSource.S3Uri': 'optimizations[].trainingData',
  'OptimizationConfigs[].ModelSpeculativeDecodingConfig.TrainingDataSource.S3DataType': 'optimizations[].trainingData',
  'OutputConfig.S3OutputLocation': 'outputPrefix',
  'OutputConfig.KmsKeyId': 'outputEncryptionKey',
  'StoppingCondition.MaxRuntimeInSeconds': 'maxRuntime',
  'StoppingCondition.MaxPendingTimeInSeconds': 'maxPendingTime',
  ...VPC_PROPERTIES,
  TrainingPlanArns: 'trainingPlanArn',
  'TrainingPlanArns[]': 'trainingPlanArn',
  Tags: 'tags',
  'Tags[]': 'tags.{Key}',
};

function techniqueNames(member: string): PropertyNames {
  const path = `OptimizationConfigs[].${member}`;
  return {
    [path]: 'optimizations[]',
    [`${path}.Image`]: 'optimizations[].image',
    [`${path}.OverrideEnvironment`]: 'optimizations[].overrideEnvironment',
  };
}
