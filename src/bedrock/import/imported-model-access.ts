import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { GRANTEE } from '../../validation/expected-value';
import { requireValue } from '../../validation/property-check';
import { grantUseOfModel } from '../made-model-key';

/** The calls that an imported model answers; those of the Converse API are authorized as these. */
const INVOKES_MODEL = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * Lets a principal call an imported model, and decrypt it where it has a key.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
 */
export function grantInvokeModel(job: Construct, grantee: iam.IGrantable, modelArn: string, key?: IKey): iam.Grant {
  requireValue(job, 'grantee', grantee, GRANTEE);
  const grant = iam.Grant.addToPrincipal({ grantee, actions: INVOKES_MODEL, resourceArns: [modelArn] });
  return key ? grant.combine(grantUseOfModel(job, grantee, key)) : grant;
}
