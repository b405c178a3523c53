import type { PropertyNames } from '../../validation/member-names';
import { VPC_PROPERTIES } from '../vpc-properties';

/** What the properties of a compilation job are called, by the members of the request that they set. */
export const COMPILATION_JOB_PROPERTIES: PropertyNames = {
  CompilationJobName: 'compilationJobName',
  RoleArn: 'role',
  ModelPackageVersionArn: 'modelData',
  'InputConfig.S3Uri': 'modelData',
  'InputConfig.DataInputConfig': 'dataInputConfig',
  'InputConfig.Framework': 'framework',
  'InputConfig.FrameworkVersion': 'frameworkVersion',
  'OutputConfig.S3OutputLocation': 'outputPrefix',
  'OutputConfig.TargetDevice': 'target',
  'OutputConfig.TargetPlatform': 'target',
  'OutputConfig.TargetPlatform.Os': 'target.os',
  'OutputConfig.TargetPlatform.Arch': 'target.arch',
  'OutputConfig.TargetPlatform.Accelerator': 'target.accelerator',
  'OutputConfig.CompilerOptions': 'target.compilerOptions',
  'OutputConfig.KmsKeyId': 'outputEncryptionKey',
  'StoppingCondition.MaxRuntimeInSeconds': 'maxRuntime',
  ...VPC_PROPERTIES,
  Tags: 'tags',
  'Tags[]': 'tags.{Key}',
};
