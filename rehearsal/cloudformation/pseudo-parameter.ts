import type { StackAddress } from './stack-address';
import type { JsonValue } from '../json-value';
import { partitionOf, urlSuffixOf } from '../partition';

/** What an `AWS::…` parameter stands for; undefined when CloudFormation has no such parameter. */
export function pseudoParameter(name: string, stack: StackAddress & { readonly id: string }): JsonValue | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::Region':
      return stack.region;
    case 'AWS::Partition':
      return partitionOf(stack.region);
    case 'AWS::URLSuffix':
      return urlSuffixOf(stack.region);
    case 'AWS::StackName':
      return stack.stackName;
    case 'AWS::StackId':
      return stack.id;
    case 'AWS::NotificationARNs':
      return [];
    default:
      return undefined;
  }
}
