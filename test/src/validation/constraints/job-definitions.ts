import { MODEL_INVOCATION_JOB_DEFINITION } from '../../../../src/bedrock/model-invocation-job-definition';
import type { JobDefinition } from '../../../../src/job/job-definition';
import { COMPILATION_JOB_DEFINITION } from '../../../../src/sagemaker/compilation/compilation-job-definition';
import { TRAINING_JOB_DEFINITION } from '../../../../src/sagemaker/training/training-job-definition';
import { TRANSFORM_JOB_DEFINITION } from '../../../../src/sagemaker/transform/transform-job-definition';
import type { JobKindKey } from '../../../../src/validation/service-model/job-facts';
import { ALL_KINDS } from '../../../../unconfirmed/unconfirmed-fact';

const BY_KIND: { readonly [kind in JobKindKey]: JobDefinition } = {
  CompilationJob: COMPILATION_JOB_DEFINITION,
  ModelInvocationJob: MODEL_INVOCATION_JOB_DEFINITION,
  TrainingJob: TRAINING_JOB_DEFINITION,
  TransformJob: TRANSFORM_JOB_DEFINITION,
};

/** The definitions of all kinds of jobs, in the order in which pages have them. */
export const JOB_DEFINITIONS: readonly JobDefinition[] = ALL_KINDS.map((kind) => BY_KIND[kind]);
