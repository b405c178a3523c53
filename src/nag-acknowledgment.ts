import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { suppressForNag2 } from './nag-2-suppressions';
import { textInTemplate } from './text-in-template';

/** Where `Validations.of(construct).acknowledge()` of the CDK keeps what it is told; older versions lack the method. */
const METADATA_KEY = 'aws:cdk:acknowledged-rules';

/** Says to cdk-nag why a finding on a construct is as it should be. */
export function acknowledgeNag(construct: IConstruct, rule: string, reason: string): void {
  const id = `annotation::AwsSolutions-${rule}`;
  if (id in acknowledgedOn(construct)) return;
  construct.node.addMetadata(METADATA_KEY, { [id]: reason });
  suppressForNag2(Stack.of(construct), acknowledgedOn);
}

function acknowledgedOn({ node }: IConstruct): { readonly [id: string]: string } {
  const acknowledged = node.metadata.filter(({ type }) => type === METADATA_KEY);
  return Object.assign({}, ...acknowledged.map(({ data }) => data as object)) as { [id: string]: string };
}

/** Says to cdk-nag, which writes references as `textInTemplate` does, why a policy's resource has a wildcard. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  acknowledgeNag(construct, `IAM5[Resource::${textInTemplate(construct, resource)}]`, reason);
}
