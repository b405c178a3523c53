import type { StackEvent } from '../cloudformation/stack-event';

/** How many resources of a stack an operation has finished, counted as `cdk deploy` counts. */
export class OperationProgress {
  /** The resources and the stack itself; undefined when nobody can say. */
  public readonly total?: number;
  private readonly finished = new Set<string>();
  private count = 0;

  constructor(resources: number | undefined) {
    this.total = resources === undefined ? undefined : resources + 1;
  }

  public get done(): number {
    return this.count;
  }

  public follow({ status, logicalId }: StackEvent): void {
    if (!/_(COMPLETE|SKIPPED)$/.test(status)) return;
    // what is finished a second time is being rolled back
    if (this.finished.has(logicalId)) this.count = Math.max(0, this.count - 1);
    else this.count++;
    this.finished.add(logicalId);
  }
}
