import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BATCH_JOBS } from './fuzz/drawn-batch-job';
import { COMPILATION_JOBS } from './fuzz/drawn-compilation-job';
import { CUSTOMIZATION_JOBS } from './fuzz/drawn-customization-job';
import { EVALUATION_JOBS } from './fuzz/drawn-evaluation-job';
import { IMPORT_JOBS } from './fuzz/drawn-import-job';
import { INGESTION_JOBS } from './fuzz/drawn-ingestion-job';
import type { DrawnKind } from './fuzz/drawn-kind';
import { OPTIMIZATION_JOBS } from './fuzz/drawn-optimization-job';
import { TRAINING_JOBS } from './fuzz/drawn-training-job';
import { TRANSFORM_JOBS } from './fuzz/drawn-transform-job';
import { TUNING_JOBS } from './fuzz/drawn-tuning-job';
import { BATCH_REQUESTS } from './real-requests/batch-requests';
import { COMPILATION_REQUESTS } from './real-requests/compilation-requests';
import { customizationOfRequest } from './real-requests/customization-from-request';
import { CUSTOMIZATION_REQUESTS } from './real-requests/customization-requests';
import { evaluationOfRequest } from './real-requests/evaluation-from-request';
import { EVALUATION_REQUESTS } from './real-requests/evaluation-requests';
import { importOfRequest } from './real-requests/import-from-request';
import { IMPORT_REQUESTS } from './real-requests/import-requests';
import { ingestionOfRequest } from './real-requests/ingestion-from-request';
import { INGESTION_REQUESTS } from './real-requests/ingestion-requests';
import { JOB_OF_REQUEST } from './real-requests/job-from-request';
import { optimizationOfRequest } from './real-requests/optimization-from-request';
import { OPTIMIZATION_REQUESTS } from './real-requests/optimization-requests';
import type { RealRequest } from './real-requests/real-request';
import { TRAINING_REQUESTS } from './real-requests/training-requests';
import { TRANSFORM_REQUESTS } from './real-requests/transform-requests';
import { TUNING_REQUESTS } from './real-requests/tuning-requests';
import type { CompilationJob } from '../../../src';
import { modelCustomizationJobRules } from '../../../src/bedrock/customization/model-customization-job-rules';
import { evaluationJobRules } from '../../../src/bedrock/evaluation/evaluation-job-rules';
import { ingestionJobRules } from '../../../src/bedrock/ingestion/ingestion-job-rules';
import { modelInvocationJobRules } from '../../../src/bedrock/model-invocation-job-rules';
import type { Request } from '../../../src/job/request-overrides';
import { compilationJobRules } from '../../../src/sagemaker/compilation/compilation-job-rules';
import { optimizationJobRules } from '../../../src/sagemaker/optimization/optimization-job-rules';
import { trainingJobRules } from '../../../src/sagemaker/training/training-job-rules';
import { transformJobRules } from '../../../src/sagemaker/transform/transform-job-rules';
import { tuningJobRules } from '../../../src/sagemaker/tuning/hyper-parameter-tuning-job-rules';
import type { Finding } from '../../../src/validation/finding';
import type { JobKindKey } from '../../../src/validation/service-model/job-facts';

/** A kind of job, as its checks are tested. */
interface TestedKind {
  /** How its jobs are drawn. */
  readonly drawn: DrawnKind;
  /** What people ask for. */
  readonly requests: readonly RealRequest[];
  /** What a request must be besides what the model says. */
  readonly rules: (job: Construct, request: Request) => Iterable<Finding>;
  /** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
  readonly jobOf: (stack: Stack, request: RealRequest['request']) => void;
}

/** All kinds of jobs. */
export const TESTED_KINDS: { readonly [kind in JobKindKey]: TestedKind } = {
  CompilationJob: {
    drawn: COMPILATION_JOBS,
    requests: COMPILATION_REQUESTS,
    rules: (job, request) => compilationJobRules(job as CompilationJob, {} as never, request),
    jobOf: JOB_OF_REQUEST.CreateCompilationJob,
  },
  HyperParameterTuningJob: {
    drawn: TUNING_JOBS,
    requests: TUNING_REQUESTS,
    rules: (_, request) => tuningJobRules(request),
    jobOf: JOB_OF_REQUEST.CreateHyperParameterTuningJob,
  },
  OptimizationJob: {
    drawn: OPTIMIZATION_JOBS,
    requests: OPTIMIZATION_REQUESTS,
    rules: (_, request) => optimizationJobRules(request),
    jobOf: optimizationOfRequest,
  },
  TrainingJob: {
    drawn: TRAINING_JOBS,
    requests: TRAINING_REQUESTS,
    rules: (_, request) => trainingJobRules({ requestOverrides: request }, request),
    jobOf: JOB_OF_REQUEST.CreateTrainingJob,
  },
  TransformJob: {
    drawn: TRANSFORM_JOBS,
    requests: TRANSFORM_REQUESTS,
    rules: (_, request) => transformJobRules(request),
    jobOf: JOB_OF_REQUEST.CreateTransformJob,
  },
  IngestionJob: {
    drawn: INGESTION_JOBS,
    requests: INGESTION_REQUESTS,
    rules: (_, request) => ingestionJobRules(request),
    jobOf: ingestionOfRequest,
  },
  ModelCustomizationJob: {
    drawn: CUSTOMIZATION_JOBS,
    requests: CUSTOMIZATION_REQUESTS,
    rules: (_, request) => modelCustomizationJobRules(request),
    jobOf: customizationOfRequest,
  },
  EvaluationJob: {
    drawn: EVALUATION_JOBS,
    requests: EVALUATION_REQUESTS,
    rules: (_, request) => evaluationJobRules(request),
    jobOf: evaluationOfRequest,
  },
  ModelImportJob: { drawn: IMPORT_JOBS, requests: IMPORT_REQUESTS, rules: () => [], jobOf: importOfRequest },
  ModelInvocationJob: {
    drawn: BATCH_JOBS,
    requests: BATCH_REQUESTS,
    rules: (_, request) => modelInvocationJobRules(request),
    jobOf: JOB_OF_REQUEST.CreateModelInvocationJob,
  },
};
