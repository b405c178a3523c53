import { Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/**
 * Lets a principal read the object or the folder that an S3 URI names, which may be known only when the stack is deployed:
 * as the result of a job is that was made elsewhere. What it names is known no sooner.
 *
 * @param scope Where the URI comes from.
 */
export function grantReadUri(grantee: iam.IGrantable, scope: Construct, uri: string): iam.Grant {
  const arnOf = (location: string) => `arn:${Stack.of(scope).partition}:s3:::${location}`;
  const bucket = arnOf(Fn.select(2, Fn.split('/', uri)));
  const objects = arnOf(`${Fn.select(1, Fn.split('s3://', uri))}*`);
  if (iam.Role.isRole(grantee)) {
    acknowledgeWildcard(grantee, objects, 'Whether a job has made one object or a folder is known at deployment only.');
  }
  const grant = (actions: string[], arn: string) => iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [arn] });
  return grant(['s3:GetBucketLocation', 's3:ListBucket'], bucket).combine(grant(['s3:GetObject'], objects));
}
