/** A line of a stack's history, as `DescribeStackEvents` has it. */
export interface StackEvent {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly stackName: string;
  /** The path of the stack's construct; a nested stack has its root's. */
  readonly stackPath: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly resourceType: string;
  /** The path of the resource's construct. */
  readonly path: string;
  readonly status: string;
  readonly reason?: string;
}

export const STACK_TYPE = 'AWS::CloudFormation::Stack';
