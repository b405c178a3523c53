import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { grantReadPrefix } from '../grant-read-prefix';
import type { TrainingInputContext, TrainingInputSource } from './training-input-context';
import { TrainingInputMode, type TrainingInputOptions, type TrainingManifestOptions } from './training-input-options';
import type { ITrainingJob } from './training-job-reference';
import { requireBucket } from '../../access/bucket-check';
import { grantReadObject } from '../../access/object-access';
import { mustBe } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireObjectKey } from '../../validation/object-key';
import { requireString } from '../../validation/property-check';

/** The objects whose keys begin with a prefix. */
export function prefixSource(
  context: TrainingInputContext,
  bucket: IBucket,
  prefix: string,
  options: TrainingInputOptions,
): TrainingInputSource {
  requireBucket(context.job, context.member, bucket);
  requireObjectKey(context.job, context.member, prefix, 'a prefix');
  grantReadPrefix(context.role, bucket, prefix);
  return s3Source(context, bucket.s3UrlForObject(prefix), { S3DataType: 'S3Prefix' }, options);
}

/** The objects that a manifest lists. */
export function manifestSource(
  context: TrainingInputContext,
  bucket: IBucket,
  objectKey: string,
  options: TrainingManifestOptions,
): TrainingInputSource {
  grantManifest(context, bucket, objectKey, options);
  return s3Source(context, bucket.s3UrlForObject(objectKey), { S3DataType: 'ManifestFile' }, options);
}

/** The records of an augmented manifest. */
export function augmentedManifestSource(
  context: TrainingInputContext,
  bucket: IBucket,
  objectKey: string,
  attributeNames: string[],
  options: TrainingManifestOptions,
): TrainingInputSource {
  grantManifest(context, bucket, objectKey, options);
  const members = { S3DataType: 'AugmentedManifestFile', AttributeNames: attributeNames };
  return s3Source(context, bucket.s3UrlForObject(objectKey), members, options);
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

function grantManifest(
  { job, member, role }: TrainingInputContext,
  bucket: IBucket,
  objectKey: string,
  { dataPrefix = '' }: TrainingManifestOptions,
): void {
  requireBucket(job, member, bucket);
  requireString(job, member, objectKey, { required: true });
  if (objectKey === '' || objectKey.endsWith('/')) note(job, mustBe(member, 'the key of a manifest', objectKey));
  requireObjectKey(job, member, objectKey, 'a key');
  requireObjectKey(job, member, dataPrefix, 'a prefix');
  grantReadObject(role, bucket, objectKey);
  grantReadPrefix(role, bucket, dataPrefix);
}

function grantDescribe({ role }: TrainingInputContext, hubContentArn: string): void {
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({ actions: ['sagemaker:DescribeHubContent'], resources: [hubContentArn] }),
  );
}
