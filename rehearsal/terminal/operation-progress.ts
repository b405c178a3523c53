import type { OperationSize, StackEvent } from '../cloudformation/stack-event';

/** How much of an operation on a stack is done, counted as `cdk deploy` counts. */
export class OperationProgress {
  /** The changes, the stack itself, and the clean-up of an update; undefined of a deletion. */
  public readonly total?: number;
  public readonly isUpdate: boolean;
  private readonly finished = new Set<string>();
  private readonly cleaning = new Set<string>();
  private count = 0;

  constructor(size?: OperationSize) {
    this.isUpdate = size?.isUpdate ?? false;
    const steps = size && size.changes + (size.isUpdate ? 1 : 0);
    this.total = steps ? steps + 1 : undefined;
  }

  public get done(): number {
    return this.count;
  }

  /** As `3/12`, or a number alone where nobody knows how much there is to do. */
  public get text(): string {
    if (this.total === undefined) return String(this.count).padStart(3);
    const digits = Math.ceil(Math.log10(this.total));
    return `${String(this.count).padStart(digits)}/${String(this.total).padStart(digits)}`;
  }

  public follow({ status, logicalId }: StackEvent): void {
    if (status.endsWith('_COMPLETE_CLEANUP_IN_PROGRESS')) {
      this.count++;
      this.cleaning.add(logicalId);
    }
    if (!status.endsWith('_COMPLETE')) return;
    // the end of a clean-up has been counted with its beginning
    if (!this.cleaning.delete(logicalId)) {
      // what is finished a second time is being rolled back, or cleaned up
      this.count = this.finished.has(logicalId) ? Math.max(0, this.count - 1) : this.count + 1;
    }
    this.finished.add(logicalId);
  }
}
