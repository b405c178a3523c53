import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Where `Validations.of(construct).acknowledge()` of the CDK keeps what it is told; older versions lack the method. */
const METADATA_KEY = 'aws:cdk:acknowledged-rules';

/** Says to cdk-nag why a finding on a construct is as it should be. */
export function acknowledgeNag(construct: IConstruct, rule: string, reason: string): void {
  const id = `annotation::AwsSolutions-${rule}`;
  const isKnown = construct.node.metadata.some(({ type, data }) => type === METADATA_KEY && id in (data as object));
  if (!isKnown) construct.node.addMetadata(METADATA_KEY, { [id]: reason });
}

/** Says to cdk-nag why a policy's resource has a wildcard. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  acknowledgeNag(construct, `IAM5[Resource::${findingOf(construct, resource)}]`, reason);
}

/** An ARN as cdk-nag writes it. To resolve each would take a tenth of the time that the synthesis of many jobs takes. */
function findingOf(construct: IConstruct, arn: string): string {
  const text = arn.replace(/\$\{Token\[AWS\.(\w+)\.\d+\]\}/g, '<AWS::$1>');
  return Token.isUnresolved(text) ? flatten(Stack.of(construct).resolve(arn)) : text;
}

/** A resolved ARN as cdk-nag writes it: references in angle brackets. */
function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const intrinsic = value as {
    Ref?: string;
    'Fn::GetAtt'?: string[];
    'Fn::Join'?: [string, unknown[]];
    'Fn::Sub'?: string;
  };
  if (intrinsic.Ref !== undefined) return `<${intrinsic.Ref}>`;
  if (intrinsic['Fn::GetAtt']) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  // the name of the bucket of the stack's assets
  if (typeof intrinsic['Fn::Sub'] === 'string') return intrinsic['Fn::Sub'].replace(/\$\{([^}]*)\}/g, '<$1>');
  if (intrinsic['Fn::Join']) return intrinsic['Fn::Join'][1].map(flatten).join(intrinsic['Fn::Join'][0]);
  return JSON.stringify(value);
}
