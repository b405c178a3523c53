import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BatchInferenceStack } from '../../examples/batch-inference/batch-inference-stack';
import { CompileAndHostStack } from '../../examples/compile-and-host/compile-and-host-stack';
import { CustomizeAndAskStack } from '../../examples/customize-and-ask/customize-and-ask-stack';
import { KnowledgeBaseStack } from '../../examples/knowledge-base/knowledge-base-stack';
import { OptimizeAndHostStack } from '../../examples/optimize-and-host/optimize-and-host-stack';
import { TrainCompileHostStack } from '../../examples/train-compile-host/train-compile-host-stack';
import { TuneCompileHostStack } from '../../examples/tune-compile-host/tune-compile-host-stack';
import { JobEngine, JobsDashboard } from '../../src';
import { everyJob } from '../security/every-job';
import { batchJob } from '../src/sample-batch-job';
import { sampleVpc } from '../src/sample-vpc';

/**
 * The stacks that others' rules look at, by their ids: those of the examples, and one with all that the library makes
 * by itself.
 */
export const RULED_APPS: { readonly [stack: string]: (app: App) => void } = {
  BatchInference: (app) => new BatchInferenceStack(app, 'BatchInference'),
  CompileAndHost: (app) => new CompileAndHostStack(app, 'CompileAndHost'),
  CustomizeAndAsk: (app) => new CustomizeAndAskStack(app, 'CustomizeAndAsk'),
  KnowledgeBase: (app) => new KnowledgeBaseStack(app, 'KnowledgeBase'),
  OptimizeAndHost: (app) => new OptimizeAndHostStack(app, 'OptimizeAndHost'),
  TrainCompileHost: (app) => new TrainCompileHostStack(app, 'TrainCompileHost'),
  TuneCompileHost: (app) => new TuneCompileHostStack(app, 'TuneCompileHost'),
  EveryJob: (app) => everythingOf(new Stack(app, 'EveryJob')),
  Wrong: (app) => wrongBucket(new Stack(app, 'Wrong')),
};

/** The stack in which each tool must find something: one that finds nothing there does not look. */
export const WRONG = 'Wrong';

/**
 * A job of every kind, in a VPC and with a key that are there already, one that is waited for over days, and a
 * dashboard.
 */
function everythingOf(stack: Stack): void {
  const vpc = sampleVpc(stack);
  const key = kms.Key.fromKeyArn(
    stack,
    'Key',
    'arn:aws:kms:us-east-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  );
  JobEngine.of(stack, { vpc, encryptionKey: key, environmentEncryption: key });
  everyJob(stack, { vpc, outputEncryptionKey: key });
  batchJob(stack, 'ForDays', { timeout: Duration.days(3) });
  new JobsDashboard(stack, 'Dashboard');
}

/** Has a property that no bucket has, and nothing of what a bucket should have. */
function wrongBucket(stack: Stack): void {
  new CfnBucket(stack, 'Bucket').addPropertyOverride('NoSuchProperty', true);
}
