import { FakeExecutions } from './fake-executions';
import type { Clock } from './fake-job-kind';
import type { JobKind } from '../../lambda/job-kind';
import { abandon, step } from '../../lambda/lifecycle';
import { type Answer, firstTick, type ResourceEvent, type Tick } from '../../lambda/tick';

const MOST_TICKS = 10_000;

/** An execution of the state machine: tick by tick to the answer, at the pace that the ticks ask for. */
export class Execution {
  /** The ticks so far; each has gone through JSON, as it does between the function and the state machine. */
  public readonly ticks: Tick[];
  /** What else goes on. */
  public readonly executions = new FakeExecutions();

  constructor(
    event: ResourceEvent,
    private readonly kind: JobKind,
    private readonly clock: Clock,
  ) {
    this.ticks = [firstTick(event, clock.now)];
  }

  public get last(): Tick {
    return this.ticks[this.ticks.length - 1];
  }

  /** One tick, and the pause after it. */
  public async tick(): Promise<Tick> {
    this.ticks.push(await this.next(step, this.last));
    this.clock.advance(this.last.waitSeconds);
    return this.last;
  }

  /** A tick whose effects are there and whose result is lost: the state machine will try it again. */
  public async crash(): Promise<void> {
    await this.next(step, this.last);
  }

  /** Ticks until a condition holds. */
  public async until(condition: () => boolean): Promise<void> {
    for (let count = 0; !condition(); count++) {
      if (count >= MOST_TICKS || this.last.answer) throw new Error('The condition never held');
      await this.tick();
    }
  }

  /** Ticks until there is an answer. */
  public async toAnswer(): Promise<Answer> {
    await this.until(() => this.last.answer !== undefined);
    return this.last.answer!;
  }

  /** The state machine gives up on the function. */
  public async abandon(fault?: Tick['fault']): Promise<Answer> {
    return (await this.next(abandon, { ...this.last, fault })).answer!;
  }

  private async next(work: typeof step, tick: Tick): Promise<Tick> {
    const { kind, executions, clock } = this;
    const world = { kind, executions, clock: () => clock.now, random: () => 0.5 };
    return JSON.parse(JSON.stringify(await work(tick, world))) as Tick;
  }
}
