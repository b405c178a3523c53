import { type FileAssetLocation, Stack, Stage } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import { textInTemplate } from '../text-in-template';

/**
 * The bucket that an asset is uploaded to, with the key that encrypts it as far as the app knows it: the synthesizer says
 * it, or has made the bucket in a stack of the app, as that of the app staging synthesizer does.
 *
 * The key of the CDK's own bootstrap (`cdk bootstrap --bootstrap-customer-key`) lets all of the account use it.
 */
export function assetBucket(
  scope: Construct,
  id: string,
  { bucketName, kmsKeyArn }: Pick<FileAssetLocation, 'bucketName' | 'kmsKeyArn'>,
): IBucket {
  const encryptionKey =
    kmsKeyArn === undefined ? keyInApp(scope, bucketName) : Key.fromKeyArn(scope, `${id}Key`, kmsKeyArn);
  return Bucket.fromBucketAttributes(scope, id, { bucketName, encryptionKey });
}

/** The key of a bucket that a stack of the app makes under a name. */
function keyInApp(scope: IConstruct, bucketName: string): IKey | undefined {
  const places = [scope.node.root, Stage.of(scope)].filter((place) => place !== undefined);
  const stacks = places.flatMap(({ node }) => node.children).filter((child) => Stack.isStack(child));
  const buckets = stacks.flatMap(({ node }) => node.children).filter((child) => child instanceof Bucket);
  const name = textInTemplate(scope, bucketName);
  return buckets.find((bucket) => nameOf(bucket) === name)?.encryptionKey;
}

/** The name that a bucket was given: only such a name says to anybody else where the bucket is. */
function nameOf(bucket: Bucket): string | undefined {
  const { defaultChild: resource } = bucket.node;
  const name = resource instanceof CfnBucket ? resource.bucketName : undefined;
  return name === undefined ? undefined : textInTemplate(bucket, name);
}
