import type { ResourceEvent, Tick } from './tick';

/** What an operation finds when it looks for others of its resource. */
export type Precedence =
  /** Nothing else goes on. */
  | 'alone'
  /** What older requests had begun went on until now. */
  | 'others-ended'
  /** There is a newer request: CloudFormation does not wait for this one any more. */
  | 'superseded';

/** An execution that has come to its own end, with its last tick. */
export interface EndedExecution {
  readonly tick: Tick;
  readonly endedAt: Date;
}

/** Whether a request is one of those that are looked for. */
export type IsMeant = (older: ResourceEvent) => boolean;

/** What the lifecycle needs to know and to do of the executions that carry requests. Calls throw what the client throws. */
export interface Executions {
  /**
   * Ends what goes on for the resource on behalf of older requests.
   *
   * @param isMeant Says whether one of them is meant. @default all are
   */
  endOlder(event: ResourceEvent, isMeant?: IsMeant): Promise<Precedence>;
  /** The execution of the request before, where that has come to its own end; `undefined` where it has not, or is not known. */
  endedBefore(event: ResourceEvent): Promise<EndedExecution | undefined>;
  /**
   * Whether a creation of the resource that has failed, and was answered with an id, was tried again before this request, and
   * the last try was not answered so, too.
   */
  isCreatedAgain(event: ResourceEvent, id: string): Promise<boolean>;
  /** Whether a newer request for the resource has come, whatever has become of it. */
  isSuperseded(event: ResourceEvent): Promise<boolean>;
}
