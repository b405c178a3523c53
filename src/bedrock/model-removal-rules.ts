import { RemovalPolicy } from 'aws-cdk-lib';
import { type Finding, mustBe } from '../validation/finding';

/** Whether what becomes of a model with its job is one of what there is: the model stays, or it is deleted. */
export function* modelRemovalRules(member: string, policy: RemovalPolicy | undefined): Iterable<Finding> {
  if (policy === undefined || [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY].includes(policy)) return;
  yield mustBe(member, 'RemovalPolicy.RETAIN or RemovalPolicy.DESTROY', policy);
}
