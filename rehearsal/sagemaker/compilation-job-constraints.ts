import {
  Framework,
  TargetDevice,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from '@aws-sdk/client-sagemaker';
import type { Constraint, Constraints } from '../emulated-api/request-constraints';

const JOB_NAME: Constraint = { pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', minLength: 1, maxLength: 63 };

const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*';
const VPC_ID: Constraint = { pattern: '[-0-9a-zA-Z]+', maxLength: 32 };
const TAGS: Constraints = {
  Tags: { minLength: 0, maxLength: 50 },
  'Tags.[].Key': { pattern: TAG_PATTERN, minLength: 1, maxLength: 128 },
  'Tags.[].Value': { pattern: TAG_PATTERN, minLength: 0, maxLength: 256 },
};

/** What the service's model says about the members of requests, by operation. */
export const COMPILATION_JOB_CONSTRAINTS = {
  CreateCompilationJob: {
    CompilationJobName: JOB_NAME,
    RoleArn: {
      pattern: 'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
      minLength: 20,
      maxLength: 2048,
    },
    ModelPackageVersionArn: {
      pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}',
      minLength: 1,
      maxLength: 2048,
    },
    'InputConfig.Framework': { values: Object.values(Framework) },
    'InputConfig.S3Uri': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'InputConfig.DataInputConfig': { minLength: 1, maxLength: 16384 },
    'InputConfig.FrameworkVersion': { pattern: '[0-9]\\.[A-Za-z0-9.]+', minLength: 3, maxLength: 10 },
    'OutputConfig.TargetDevice': { values: Object.values(TargetDevice) },
    'OutputConfig.TargetPlatform.Os': { values: Object.values(TargetPlatformOs) },
    'OutputConfig.TargetPlatform.Arch': { values: Object.values(TargetPlatformArch) },
    'OutputConfig.TargetPlatform.Accelerator': { values: Object.values(TargetPlatformAccelerator) },
    'VpcConfig.Subnets': { minLength: 1, maxLength: 16 },
    'VpcConfig.Subnets.[]': VPC_ID,
    'VpcConfig.SecurityGroupIds': { minLength: 1, maxLength: 5 },
    'VpcConfig.SecurityGroupIds.[]': VPC_ID,
    ...TAGS,
    'OutputConfig.S3OutputLocation': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'OutputConfig.CompilerOptions': { pattern: '.*', minLength: 3, maxLength: 1024 },
    'OutputConfig.KmsKeyId': { pattern: '[a-zA-Z0-9:/_-]*', maxLength: 2048 },
    'StoppingCondition.MaxRuntimeInSeconds': { min: 1 },
    'StoppingCondition.MaxWaitTimeInSeconds': { min: 1 },
    'StoppingCondition.MaxPendingTimeInSeconds': { min: 7200, max: 2419200 },
  },
  AddTags: TAGS,
  DescribeCompilationJob: { CompilationJobName: JOB_NAME },
  StopCompilationJob: { CompilationJobName: JOB_NAME },
  DeleteCompilationJob: { CompilationJobName: JOB_NAME },
} satisfies Record<string, Constraints>;
