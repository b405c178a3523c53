import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { suppressForNag2 } from './nag-2-suppressions';

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
