import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { requireBucket } from '../../access/bucket-check';
import { grantOnObjects, grantWriteObjects } from '../../access/object-access';
import { requireFolder } from '../../validation/object-key';

/** A folder in S3 that a training job writes to besides its output. */
export class TrainingFolder {
  private readonly prefix: string;

  /**
   * @param member The property of the job that has the folder: for messages.
   */
  constructor(
    job: Construct,
    member: string,
    private readonly bucket: IBucket,
    prefix: string,
  ) {
    requireBucket(job, `${member}.bucket`, bucket);
    this.prefix = requireFolder(job, `${member}.prefix`, prefix);
  }

  public get uri(): string {
    return this.bucket.s3UrlForObject(this.prefix);
  }

  /** Lets a role write into the folder, and read what it has written. */
  public grantWrite(role: iam.IRole, key?: IKey): void {
    grantWriteObjects(role, this.bucket, this.prefix, key, { read: true });
  }

  /** Lets a role delete what is in the folder. */
  public grantDelete(role: iam.IRole): void {
    grantOnObjects(role, this.bucket, ['s3:DeleteObject'], `${this.prefix}*`);
  }
}
