import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import {
  CompilationJob,
  type CompilationJobProps,
  CompilationTarget,
  Framework,
  ModelData,
  TargetDevice,
} from '../../src';

/** A real model archive. */
export const MODEL = path.join(__dirname, '..', '..', 'examples', 'compile-and-host', 'model', 'model.tar.gz');

export const JOB_TYPE = 'Custom::SageMakerCompilationJob';

/** A valid compilation job whose input and output lie in buckets that are there already. */
export function compilationJob(scope: Construct, id: string, props: Partial<CompilationJobProps> = {}): CompilationJob {
  return new CompilationJob(scope, id, {
    modelData: ModelData.fromBucket(bucketNamed(scope, 'models'), 'penguins/model.tar.gz'),
    framework: Framework.XGBOOST,
    target: CompilationTarget.device(TargetDevice.ML_C5),
    outputBucket: bucketNamed(scope, 'artifacts'),
    ...props,
  });
}

/** A reference to a bucket, made once a scope. */
export function bucketNamed(scope: Construct, name: string) {
  const id = `Bucket-${name}`;
  return (scope.node.tryFindChild(id) as Bucket | undefined) ?? Bucket.fromBucketName(scope, id, name);
}

export function newStack(id = 'Stack'): Stack {
  return new Stack(new App(), id);
}

/** The properties of the one job of a stack, as the template has them. */
export function jobProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of a compilation job. */
export function requestOf(props: Partial<CompilationJobProps>): Record<string, unknown> {
  const stack = newStack();
  compilationJob(stack, 'Compile', props);
  return jobProperties(stack).Request;
}
