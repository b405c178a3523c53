/** Which stack: CloudFormation knows a name once in each account and Region. */
export interface StackAddress {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
}

/** Equal for equal addresses. */
export function stackKey({ account, region, stackName }: StackAddress): string {
  return `${account}/${region}/${stackName}`;
}
