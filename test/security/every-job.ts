import type { Stack } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BatchInferenceModel } from '../../src';
import { batchJob, NOVA } from '../src/sample-batch-job';
import { customizationJob } from '../src/sample-customization-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';
import { modelRole, transformJob } from '../src/sample-transform-job';
import { tuningJob } from '../src/sample-tuning-job';

/** How all the jobs are. */
export interface EveryJobProps {
  readonly vpc?: IVpc;
  readonly outputEncryptionKey?: IKey;
}

/** A job of every kind, each with a bucket of its own: what the library makes by itself is all there. */
export function everyJob(stack: Stack, { vpc, outputEncryptionKey }: EveryJobProps = {}): void {
  const own = { outputBucket: undefined, outputEncryptionKey };
  compilationJob(stack, 'Compile', { ...own, vpc });
  trainingJob(stack, 'Train', { ...own, vpc });
  tuningJob(stack, 'Tune', { ...own, vpc });
  transformJob(stack, 'Score', { ...own, modelRole: modelRole(stack) });
  customizationJob(stack, 'Customize', { ...own, vpc, customModelEncryptionKey: outputEncryptionKey });
  // a profile is the model that needs the most
  batchJob(stack, 'Classify', { ...own, vpc, model: BatchInferenceModel.inferenceProfile(`us.${NOVA}`) });
}

/** The logical ids of the jobs' own buckets, without their hashes. */
export const JOB_BUCKETS = [
  'CompileOutput',
  'TrainOutput',
  'TuneOutput',
  'ScoreOutput',
  'CustomizeOutput',
  'ClassifyOutput',
];
