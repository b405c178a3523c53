import type { Stack } from 'aws-cdk-lib';

/** The stack that a nested stack is deployed with; of any other, itself. */
export function rootOf(stack: Stack): Stack {
  return stack.nestedStackParent ? rootOf(stack.nestedStackParent) : stack;
}
