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

/** What an operation on a stack has to do, as its change set says. */
export interface OperationSize {
  /** How many resources are in the change set. */
  readonly changes: number;
  readonly isUpdate: boolean;
}

/** Learns that a stack is about to be created or updated. */
export type OnOperation = (stack: Pick<StackEvent, 'stackName' | 'stackPath'>, size: OperationSize) => void;

export const STACK_TYPE = 'AWS::CloudFormation::Stack';
