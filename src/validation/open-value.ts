import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isPlainObject } from './plain-object';

/** Whether only the synthesis, or the deployment, says what a value is. Of texts, parts may be known: they are never open. */
export function isOpen(value: unknown): boolean {
  // a stack has the method by which tokens are known
  if (typeof value === 'string' || Construct.isConstruct(value)) return false;
  return Token.isUnresolved(value) || isIntrinsic(value);
}

/** A function of CloudFormation's, as it stands in templates. */
function isIntrinsic(value: unknown): boolean {
  const members = isPlainObject(value) ? Object.keys(value) : [];
  return members.length === 1 && (members[0] === 'Ref' || members[0].startsWith('Fn::'));
}
