import type { ApiCall } from '../emulated-api/api-call';
import { bucketArnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import { objectAccesses, type ObjectPlace } from '../iam/object-accesses';

/** The accesses needed to list keys of S3, or to read an object with the key that encrypts it. */
export function s3CallAccesses(
  { operation, input: { bucket, prefix, key } }: ApiCall,
  owner: Environment,
  iam: ObjectPlace['iam'],
): Access[] {
  const name = String(bucket);
  if (operation === 'GetObject') {
    return objectAccesses({ iam, owner }, { uri: `s3://${name}/${String(key)}`, actions: ['s3:GetObject'] });
  }
  const resourceAccount = iam.bucket(name)?.account ?? owner.account;
  const context = { 's3:prefix': String(prefix) };
  return accessesTo(bucketArnIn(owner, name), ['s3:ListBucket'], { context, resourceAccount });
}
