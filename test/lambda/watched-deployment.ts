import { Execution } from './execution';
import type { Clock, FakeJobKind } from './fake-job-kind';
import { watchEvent } from './job-events';
import type { Answer, JobEvent } from '../../lambda/tick';
import { WATCH_SECONDS, type WatchProperties } from '../../src/contract';

/** How long CloudFormation takes from one resource to the next. */
const PAUSE_SECONDS = 30;

/** What CloudFormation does with a job that is watched: its resource, one watch after the other, and the result. */
export class WatchedDeployment {
  /** The executions so far: of the job's resource, and of the watches. */
  public readonly executions: Execution[];
  private job?: Answer;

  constructor(
    private readonly event: JobEvent,
    private readonly kind: FakeJobKind,
    private readonly clock: Clock,
  ) {
    this.executions = [new Execution(event, kind, clock)];
  }

  /** The ticks of all executions. */
  public get ticks(): number {
    return this.executions.reduce((sum, { ticks }) => sum + ticks.length - 1, 0);
  }

  /** The job's own resource, up to its answer. */
  public async start(): Promise<Answer> {
    this.job = await this.executions[0].toAnswer();
    return this.job;
  }

  /** The next watch. */
  public watch(properties: Partial<WatchProperties> = {}): Execution {
    this.clock.advance(PAUSE_SECONDS);
    const { PhysicalResourceId: Job, Data } = this.job!;
    const watch = watchEvent({ Job, Execution: Data!.Execution, Deadline: Data!.Deadline, ...properties });
    const carried = Job.startsWith('arn:') ? undefined : this.event;
    const execution = new Execution(watch, this.kind, this.clock, carried);
    this.executions.push(execution);
    return execution;
  }

  /** The resource that reads the finished job. */
  public result(): Execution {
    return this.watch({ WaitHandle: undefined });
  }

  /** All of it, up to the first answer that is a failure. */
  public async run(): Promise<Answer> {
    let answer = await this.start();
    const seconds = Number(this.event.ResourceProperties.WaitSeconds);
    for (let left = seconds; left > 0 && answer.Status === 'SUCCESS'; left -= WATCH_SECONDS) {
      answer = await this.watch().toAnswer();
    }
    return answer.Status === 'SUCCESS' ? this.result().toAnswer() : answer;
  }
}
