import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { RECORDS_FILE } from './record-files';
import { grantReadObject, grantReadObjects } from '../../access/object-access';
import { acknowledgeObjects } from '../../nag-acknowledgment';

/**
 * Lets a job's role read an object, or all that a prefix begins, in a bucket of an account.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-iam-sr.html
 */
export function grantReadInput(role: iam.IRole, bucket: IBucket, objectKeyOrPrefix: string, account: string): void {
  if (RECORDS_FILE.test(objectKeyOrPrefix)) {
    grantReadObject(role, bucket, objectKeyOrPrefix, { account });
    return;
  }
  grantReadObjects(role, bucket, objectKeyOrPrefix, undefined, { account });
  acknowledgeObjects(role, bucket, objectKeyOrPrefix, 'The job reads all files in its folder.');
}
