import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { suppressForNag2 } from './nag-2-suppressions';
import { textInTemplate } from './text-in-template';

/** Where `Validations.of(construct).acknowledge()` of the CDK keeps what it is told; older versions lack the method. */
const METADATA_KEY = 'aws:cdk:acknowledged-rules';

/** What this library acknowledges on a construct: one entry of its metadata, for the CDK checks each against a schema. */
const ENTRIES = new WeakMap<IConstruct, { [id: string]: string }>();

/** Says to cdk-nag why a finding on a construct is as it should be. */
export function acknowledgeNag(construct: IConstruct, rule: string, reason: string): void {
  const id = `annotation::AwsSolutions-${rule}`;
  if (id in acknowledgedOn(construct)) return;
  entryOf(construct)[id] = reason;
  suppressForNag2(Stack.of(construct), acknowledgedOn);
}

function entryOf(construct: IConstruct): { [id: string]: string } {
  const known = ENTRIES.get(construct);
  if (known) return known;
  const entry: { [id: string]: string } = {};
  construct.node.addMetadata(METADATA_KEY, entry);
  ENTRIES.set(construct, entry);
  return entry;
}

function acknowledgedOn({ node }: IConstruct): { readonly [id: string]: string } {
  const acknowledged = node.metadata.filter(({ type }) => type === METADATA_KEY);
  return Object.assign({}, ...acknowledged.map(({ data }) => data as object)) as { [id: string]: string };
}

/** Says to cdk-nag, which writes references as `textInTemplate` does, why a policy's resource has a wildcard. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  acknowledgeNag(construct, `IAM5[Resource::${textInTemplate(construct, resource)}]`, reason);
}

/**
 * Says to cdk-nag why a principal may do something with all objects of a bucket whose keys begin with a text, on a role
 * that the app makes: what names these objects hides no finding of anybody else's.
 */
export function acknowledgeObjects(
  { grantPrincipal: role }: iam.IGrantable,
  bucket: IBucket,
  prefix: string,
  reason: string,
): void {
  if (!iam.Role.isRole(role)) return;
  const acknowledge = (): string[] => {
    acknowledgeWildcard(role, bucket.arnForObjects(`${prefix}*`), reason);
    return [];
  };
  acknowledge();
  // how a bucket of another stack is called in that of the role is known once both are there
  if (Stack.of(role) !== Stack.of(bucket)) role.node.addValidation({ validate: acknowledge });
}
