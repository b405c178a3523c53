import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { inputManifest, inputPrefix } from '../input-objects';
import type { TrainingInputContext, TrainingInputSource } from './training-input-context';
import { TrainingInputMode, type TrainingInputOptions, type TrainingManifestOptions } from './training-input-options';
import type { ITrainingJob } from './training-job-reference';
import { TRAINING_JOB } from '../../validation/expected-value';
import { requireString, requireValue } from '../../validation/property-check';

/** The objects whose keys begin with a prefix. */
export function prefixSource(
  context: TrainingInputContext,
  bucket: IBucket,
  prefix: string,
  options: TrainingInputOptions,
): TrainingInputSource {
  return s3Source(context, inputPrefix(context, bucket, prefix), { S3DataType: 'S3Prefix' }, options);
}

/** The objects that a manifest lists. */
export function manifestSource(
  context: TrainingInputContext,
  bucket: IBucket,
  objectKey: string,
  options: TrainingManifestOptions,
): TrainingInputSource {
  const s3Uri = inputManifest(context, bucket, objectKey, options.dataPrefix);
  return s3Source(context, s3Uri, { S3DataType: 'ManifestFile' }, options);
}

/** The records of an augmented manifest. */
export function augmentedManifestSource(
  context: TrainingInputContext,
  bucket: IBucket,
  objectKey: string,
  attributeNames: string[],
  options: TrainingManifestOptions,
): TrainingInputSource {
  const s3Uri = inputManifest(context, bucket, objectKey, options.dataPrefix);
  const members = { S3DataType: 'AugmentedManifestFile', AttributeNames: attributeNames };
  return s3Source(context, s3Uri, members, options);
}

/**
 * How the algorithms that are built into SageMaker take a model to go on from: a model is no stream.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/object-detection.html
 */
const MODEL_CHANNEL = { contentType: 'application/x-sagemaker-model', inputMode: TrainingInputMode.FILE };

/** The model that a training job has made. */
export function modelSource(
  context: TrainingInputContext,
  job: ITrainingJob,
  options: TrainingInputOptions,
): TrainingInputSource {
  requireValue(context.job, context.member, job, { ...TRAINING_JOB, required: true });
  job.grantRead(context.role);
  return { ...s3Source(context, job.modelArtifacts, { S3DataType: 'S3Prefix' }, options), defaults: MODEL_CHANNEL };
}

/** A data set in a hub of SageMaker. */
export function datasetSource(context: TrainingInputContext, datasetArn: string): TrainingInputSource {
  requireString(context.job, context.member, datasetArn, { required: true });
  grantDescribe(context, datasetArn);
  return { dataSource: { DatasetSource: { DatasetArn: datasetArn } } };
}

function s3Source(
  context: TrainingInputContext,
  s3Uri: string,
  members: { readonly S3DataType: string; readonly AttributeNames?: string[] },
  options: TrainingInputOptions,
): TrainingInputSource {
  const { distribution, instanceGroupNames, acceptEula, hubContentArn } = options;
  requireString(context.job, `${context.member}.hubContentArn`, hubContentArn);
  if (hubContentArn !== undefined) grantDescribe(context, hubContentArn);
  return {
    dataSource: {
      S3DataSource: {
        ...members,
        S3Uri: s3Uri,
        S3DataDistributionType: distribution,
        InstanceGroupNames: instanceGroupNames,
        ModelAccessConfig: acceptEula === undefined ? undefined : { AcceptEula: acceptEula },
        HubAccessConfig: hubContentArn === undefined ? undefined : { HubContentArn: hubContentArn },
      },
    },
  };
}

function grantDescribe({ role }: TrainingInputContext, hubContentArn: string): void {
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({ actions: ['sagemaker:DescribeHubContent'], resources: [hubContentArn] }),
  );
}
