import { Reference, Tokenization } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** The role of the app that an ARN refers to, be it through a role whose policies are kept elsewhere; or undefined. */
export function roleInApp(roleArn: unknown): CfnRole | undefined {
  if (typeof roleArn !== 'string') return undefined;
  const { tokens, length } = Tokenization.reverseString(roleArn);
  const [token] = tokens;
  const isWhole = tokens.length === 1 && length === 1;
  return isWhole && Reference.isReference(token) && token.target instanceof CfnRole ? token.target : undefined;
}

/** The path of the construct that a person has made: not of the resource in it. */
export function pathOf({ node }: IConstruct): string {
  return node.path.replace(/\/Resource$/, '');
}
