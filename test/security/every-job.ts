import type { Stack } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BatchInferenceModel } from '../../src';
import { JOB_FACTS, JOB_KIND_KEYS } from '../../src/contract';
import { NOVA } from '../src/sample-batch-job';
import { SAMPLE_OF_KIND } from '../src/sample-of-kind';
import { modelRole } from '../src/sample-transform-job';

/** How all the jobs are. */
export interface EveryJobProps {
  readonly vpc?: IVpc;
  readonly outputEncryptionKey?: IKey;
}

/** What some kinds have besides, or have not. */
const FURTHER: { readonly [kind: string]: (stack: Stack, props: EveryJobProps) => object } = {
  ModelCustomizationJob: (_, { outputEncryptionKey }) => ({ customModelEncryptionKey: outputEncryptionKey }),
  ModelImportJob: (_, { outputEncryptionKey }) => ({
    outputEncryptionKey: undefined,
    importedModelEncryptionKey: outputEncryptionKey,
  }),
  // a profile is the model that needs the most
  ModelInvocationJob: () => ({ model: BatchInferenceModel.inferenceProfile(`us.${NOVA}`) }),
  // the network is the model's
  TransformJob: (stack) => ({ vpc: undefined, modelRole: modelRole(stack) }),
};

/** A job of every kind, with its name for an id, each with a bucket of its own: what the library makes by itself is all there. */
export function everyJob(stack: Stack, props: EveryJobProps = {}): void {
  for (const kind of JOB_KIND_KEYS) {
    SAMPLE_OF_KIND[kind](stack, kind, { outputBucket: undefined, ...props, ...FURTHER[kind]?.(stack, props) });
  }
}

/** The logical ids of the buckets of those jobs that write to one, without their hashes. */
export const JOB_BUCKETS = JOB_KIND_KEYS.filter((kind) => !JOB_FACTS[kind].place && kind !== 'ModelImportJob').map(
  (kind) => `${kind}Output`,
);
