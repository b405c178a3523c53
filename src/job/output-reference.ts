import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { JobDefinition } from './job-definition';
import { JobReference, type JobReferenceOptions } from './job-reference';
import { referenceKey } from './reference-key';
import { grantReadUri } from '../access/grant-read-uri';
import { GRANTEE } from '../validation/expected-value';
import { requireValue } from '../validation/property-check';

/**
 * A job that was made elsewhere, and has written to S3.
 *
 * @internal
 */
export abstract class OutputReference<Attribute extends string> extends JobReference<Attribute> {
  private readonly encryptionKey?: IKey;

  /**
   * @param output The attribute with the URI of what the job has written.
   *
   * @internal
   */
  protected constructor(
    scope: Construct,
    id: string,
    definition: JobDefinition,
    arn: string,
    private readonly output: Attribute,
    options?: JobReferenceOptions,
  ) {
    super(scope, id, definition, arn, options);
    this.encryptionKey = referenceKey(this, options, 'outputEncryptionKey');
  }

  /** Where it lies is known at deployment only, and which key encrypts it from the options alone. */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    requireValue(this, 'grantee', grantee, GRANTEE);
    const grant = grantReadUri(grantee, this, this._attribute(this.output));
    return this.encryptionKey ? grant.combine(this.encryptionKey.grantDecrypt(grantee)) : grant;
  }
}
