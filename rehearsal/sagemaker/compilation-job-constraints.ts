import {
  Framework,
  TargetDevice,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from '@aws-sdk/client-sagemaker';
import { JOB_NAME, KMS_KEY_ID, ROLE_ARN, S3_URI, STOPPING_CONDITION, TAGS, VPC_CONFIG } from './sagemaker-constraints';
import type { Constraints } from '../emulated-api/request-constraints';

/** What the service's model says about the members of requests, by operation. */
export const COMPILATION_JOB_CONSTRAINTS = {
  CreateCompilationJob: {
    CompilationJobName: JOB_NAME,
    RoleArn: ROLE_ARN,
    ModelPackageVersionArn: {
      pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}',
      minLength: 1,
      maxLength: 2048,
    },
    'InputConfig.Framework': { values: Object.values(Framework) },
    'InputConfig.S3Uri': S3_URI,
    'InputConfig.DataInputConfig': { minLength: 1, maxLength: 16384 },
    'InputConfig.FrameworkVersion': { pattern: '[0-9]\\.[A-Za-z0-9.]+', minLength: 3, maxLength: 10 },
    'OutputConfig.TargetDevice': { values: Object.values(TargetDevice) },
    'OutputConfig.TargetPlatform.Os': { values: Object.values(TargetPlatformOs) },
    'OutputConfig.TargetPlatform.Arch': { values: Object.values(TargetPlatformArch) },
    'OutputConfig.TargetPlatform.Accelerator': { values: Object.values(TargetPlatformAccelerator) },
    ...VPC_CONFIG,
    ...TAGS,
    'OutputConfig.S3OutputLocation': S3_URI,
    'OutputConfig.CompilerOptions': { pattern: '.*', minLength: 3, maxLength: 1024 },
    'OutputConfig.KmsKeyId': KMS_KEY_ID,
    ...STOPPING_CONDITION,
  },
  DescribeCompilationJob: { CompilationJobName: JOB_NAME },
  StopCompilationJob: { CompilationJobName: JOB_NAME },
  DeleteCompilationJob: { CompilationJobName: JOB_NAME },
} satisfies Record<string, Constraints>;
