import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { batchJob } from './sample-batch-job';
import { customizationJob } from './sample-customization-job';
import { evaluationJob } from './sample-evaluation-job';
import { importJob } from './sample-import-job';
import { ingestionJob } from './sample-ingestion-job';
import { compilationJob } from './sample-job';
import { optimizationJob } from './sample-optimization-job';
import { trainingJob } from './sample-training-job';
import { transformJob } from './sample-transform-job';
import { tuningJob } from './sample-tuning-job';
import type { JobOptions } from '../../src';
import type { JobKindKey } from '../../src/contract';

/** Makes a valid job. */
type SampleJob = (
  stack: Stack,
  id: string,
  props?: Partial<JobOptions> & { readonly outputBucket?: IBucket },
) => unknown;

/** A valid job of each kind; what it makes goes with it. */
export const SAMPLE_OF_KIND: { readonly [kind in JobKindKey]: SampleJob } = {
  CompilationJob: compilationJob,
  EvaluationJob: (stack, id, props) => evaluationJob(stack, id, props),
  HyperParameterTuningJob: tuningJob,
  IngestionJob: (stack, id, props) => ingestionJob(stack, id, props),
  ModelCustomizationJob: (stack, id, props) =>
    customizationJob(stack, id, { customModelRemovalPolicy: RemovalPolicy.DESTROY, ...props }),
  ModelImportJob: (stack, id, { outputBucket: _, ...props } = {}) =>
    importJob(stack, id, { importedModelRemovalPolicy: RemovalPolicy.DESTROY, ...props }),
  ModelInvocationJob: batchJob,
  OptimizationJob: optimizationJob,
  TrainingJob: trainingJob,
  TransformJob: transformJob,
};

/** The property that gives a job of a kind a name of one's own. */
export function namePropertyOf(kind: JobKindKey): string {
  return `${kind[0].toLowerCase()}${kind.slice(1)}Name`;
}
