import { MODEL_INVOCATION_JOB_DEFINITION } from '../../../../src/bedrock/model-invocation-job-definition';
import type { JobDefinition } from '../../../../src/job-definition';
import { COMPILATION_JOB_DEFINITION } from '../../../../src/sagemaker/compilation-job-definition';
import { TRAINING_JOB_DEFINITION } from '../../../../src/sagemaker/training-job-definition';
import { TRANSFORM_JOB_DEFINITION } from '../../../../src/sagemaker/transform-job-definition';

/** All kinds of jobs. */
export const JOB_DEFINITIONS: readonly JobDefinition[] = [
  COMPILATION_JOB_DEFINITION,
  TRAINING_JOB_DEFINITION,
  TRANSFORM_JOB_DEFINITION,
  MODEL_INVOCATION_JOB_DEFINITION,
];
