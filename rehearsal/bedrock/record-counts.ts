import type { JsonObject } from '../json-value';

/** How a job's records fare. */
export class RecordCounts {
  constructor(
    public readonly total: number,
    /** How many of all records fail in the end; they are spread over the input. */
    private readonly failing: number,
    public readonly processed: number,
  ) {}

  public get errors(): number {
    return this.total === 0 ? 0 : Math.floor((this.processed * Math.min(this.failing, this.total)) / this.total);
  }

  /** Says whether a record fails, by its place in the input. */
  public fails(index: number): boolean {
    return this.upTo(index + 1).errors > this.upTo(index).errors;
  }

  /** As the service's answers have them. */
  public describe(): JsonObject {
    const { total, processed, errors } = this;
    return {
      totalRecordCount: total,
      processedRecordCount: processed,
      successRecordCount: processed - errors,
      errorRecordCount: errors,
    };
  }

  private upTo(processed: number): RecordCounts {
    return new RecordCounts(this.total, this.failing, processed);
  }
}
