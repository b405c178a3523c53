import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Where `Validations.of(construct).acknowledge()` of the CDK keeps what it is told; older versions lack the method. */
const METADATA_KEY = 'aws:cdk:acknowledged-rules';

/** Says to cdk-nag why a finding on a construct is as it should be. */
export function acknowledgeNag(construct: IConstruct, rule: string, reason: string): void {
  construct.node.addMetadata(METADATA_KEY, { [`annotation::AwsSolutions-${rule}`]: reason });
}

/** Says to cdk-nag why a policy's resource has a wildcard. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  acknowledgeNag(construct, `IAM5[Resource::${flatten(Stack.of(construct).resolve(resource))}]`, reason);
}

/** A resolved ARN as cdk-nag writes it: references in angle brackets. */
function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const intrinsic = value as { Ref?: string; 'Fn::GetAtt'?: string[]; 'Fn::Join'?: [string, unknown[]] };
  if (intrinsic.Ref !== undefined) return `<${intrinsic.Ref}>`;
  if (intrinsic['Fn::GetAtt']) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  if (intrinsic['Fn::Join']) return intrinsic['Fn::Join'][1].map(flatten).join(intrinsic['Fn::Join'][0]);
  return JSON.stringify(value);
}
