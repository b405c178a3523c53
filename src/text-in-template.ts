import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * A text as a template will have it, with references in angle brackets, as in `arn:<AWS::Partition>:s3:::<Bucket>`. To
 * resolve each text would take a tenth of the time that the synthesis of many jobs takes.
 */
export function textInTemplate(construct: IConstruct, value: string): string {
  const text = value.replace(/\$\{Token\[AWS\.(\w+)\.\d+\]\}/g, '<AWS::$1>');
  return Token.isUnresolved(text) ? flatten(Stack.of(construct).resolve(value)) : text;
}

function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  // a name that CloudFormation makes is a token that comes to nothing
  if (value === undefined || value === null) return '';
  const intrinsic = value as {
    Ref?: string;
    'Fn::GetAtt'?: string[];
    'Fn::Join'?: [string, unknown[]];
    'Fn::Sub'?: string;
    'Fn::ImportValue'?: unknown;
  };
  if (intrinsic.Ref !== undefined) return `<${intrinsic.Ref}>`;
  if (intrinsic['Fn::GetAtt']) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  // what another stack exports
  if (typeof intrinsic['Fn::ImportValue'] === 'string') return intrinsic['Fn::ImportValue'];
  // the name of the bucket of the stack's assets
  if (typeof intrinsic['Fn::Sub'] === 'string') return intrinsic['Fn::Sub'].replace(/\$\{([^}]*)\}/g, '<$1>');
  if (intrinsic['Fn::Join']) return intrinsic['Fn::Join'][1].map(flatten).join(intrinsic['Fn::Join'][0]);
  return JSON.stringify(value);
}
