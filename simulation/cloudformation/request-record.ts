import type { Properties, ResourceType } from './template';

/** What a stack is doing when it makes a request. */
export type StackPhase = 'forward' | 'rollback' | 'clean-up' | 'delete';

/** How a request ended for CloudFormation. */
export type RequestOutcome =
  | { readonly kind: 'success'; readonly physicalId: string; readonly data: { readonly [name: string]: string } }
  | { readonly kind: 'failed'; readonly physicalId: string; readonly reason: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

/** A request of CloudFormation for a custom resource. */
export interface RequestRecord {
  readonly id: string;
  readonly stackId: string;
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly phase: StackPhase;
  readonly logicalId: string;
  readonly resourceType: ResourceType;
  /** The id that the resource had before. */
  readonly physicalId?: string;
  readonly properties: Properties;
  readonly timeoutSeconds: number;
  readonly sentAt: number;
  /** Where CloudFormation reads the answer: a request that is made again has another URL, and only that one counts. */
  responseUrl?: string;
  outcome?: RequestOutcome;
}
