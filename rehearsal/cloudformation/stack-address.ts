import { environmentKey, type Environment } from '../environment';

/** Which stack: CloudFormation knows a name once in each account and Region. */
export interface StackAddress extends Environment {
  readonly stackName: string;
}

/** Equal for equal addresses. */
export function stackKey(address: StackAddress): string {
  return `${environmentKey(address)}/${address.stackName}`;
}
