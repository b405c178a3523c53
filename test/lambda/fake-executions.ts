import type { EndedExecution, Executions, IsMeant, Precedence } from '../../lambda/executions';
import type { ResourceEvent } from '../../lambda/tick';

/** What goes on in the state machine, as a test says. */
export class FakeExecutions implements Executions {
  /** All calls, in order. */
  public readonly calls: (keyof Executions)[] = [];
  /** What is found by those that look for others; when there is nothing left, nothing else goes on. */
  public readonly findings: Precedence[] = [];
  /** The older requests that go on; where a call means none of them, it finds nothing else. */
  public readonly older: ResourceEvent[] = [];
  /** Whether a newer request has come. */
  public hasNewer = false;
  /** How the request before has ended, where its execution has come to its own end. */
  public before?: EndedExecution;
  /** The ids of creations that have failed and were tried again. */
  public readonly createdAgain: string[] = [];
  /** The errors of the next calls. */
  public readonly errors: Error[] = [];

  public async endOlder(_: ResourceEvent, isMeant: IsMeant = () => true): Promise<Precedence> {
    this.enter('endOlder');
    if (this.older.length > 0 && !this.older.some(isMeant)) return 'alone';
    return this.findings.shift() ?? 'alone';
  }

  public async endedBefore(): Promise<EndedExecution | undefined> {
    this.enter('endedBefore');
    return this.before;
  }

  public async isCreatedAgain(_: ResourceEvent, id: string): Promise<boolean> {
    this.enter('isCreatedAgain');
    return this.createdAgain.includes(id);
  }

  public async isSuperseded(_: ResourceEvent): Promise<boolean> {
    this.enter('isSuperseded');
    return this.hasNewer;
  }

  private enter(call: keyof Executions): void {
    this.calls.push(call);
    const error = this.errors.shift();
    if (error) throw error;
  }
}
