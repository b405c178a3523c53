import { accessesTo, type Access } from '../iam/access';
import type { Denial } from '../iam/denial';
import { DEFAULT_S3_KEY, inFolder, objectAccesses, type ObjectPlace } from '../iam/object-accesses';
import { isJsonObject, type JsonObject } from '../json-value';
import { ownKeys } from './s3-input';
import type { AssetStore } from '../cloud-assembly/asset-store';

/** What a job reads from and writes to. */
export interface JobPlace extends ObjectPlace {
  /** What has been uploaded. */
  readonly assets: AssetStore;
}

/** The accesses needed to read the objects that a data source names; where nobody here has them, one stands for all. */
export function sourceAccesses(place: JobPlace, source: JsonObject): Access[] {
  const uri = String(source.S3Uri);
  const read = ['s3:GetObject'];
  if (source.S3DataType === 'S3Prefix') {
    const [key] = ownKeys(source, place.assets);
    const object = key === undefined ? inFolder(uri, 'data') : `${uri.split('/').slice(0, 3).join('/')}/${key}`;
    return objectAccesses(place, { uri: object, actions: read });
  }
  return [
    ...objectAccesses(place, { uri, actions: read }),
    // the records of an augmented manifest may be all in the manifest itself, and nobody here looks
    ...objectAccesses(place, { uri, actions: read, areListed: true }),
  ];
}

/** The accesses needed to the key of a job's volumes, if it is one that is known. */
export function volumeAccesses({ iam, owner }: ObjectPlace, keyId: unknown): Access[] {
  const keyArn = typeof keyId === 'string' ? iam.keyArn(keyId, owner) : undefined;
  if (keyArn === undefined) return [];
  return [
    ...accessesTo(keyArn, ['kms:DescribeKey']),
    ...accessesTo(keyArn, ['kms:CreateGrant'], { context: { 'kms:GrantIsForAWSResource': 'true' } }),
  ];
}

/** What encrypts the results of a job, by the `KmsKeyId` of its request. */
export function resultKey(keyId: unknown): string {
  return typeof keyId === 'string' ? keyId : DEFAULT_S3_KEY;
}

/** As a service passes on what another one has answered. */
export function asClientError({ message }: Denial): string {
  return `ClientError: ${message}`;
}

/** The members of a list of objects. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
