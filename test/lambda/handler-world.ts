import { SFNClient } from '@aws-sdk/client-sfn';
import { Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, jobProperties, RESPONSE_URL } from './job-events';
import { createHandler, type HandlerInput } from '../../lambda/handler';
import type { JobView } from '../../lambda/job-kind';
import { specOf } from '../../lambda/job-spec';
import type { LogLine } from '../../lambda/log-line';
import { type Answer, firstTick, type ResourceEvent, type Tick } from '../../lambda/tick';

/** A handler, with all that it does to the world; only Step Functions is the test's. */
export class HandlerWorld {
  public readonly clock = new Clock();
  public readonly kind = new FakeJobKind(this.clock);
  /** The name of the first attempt at the job that the events ask for. */
  public readonly name = specOf(this.kind, createEvent(), jobProperties()).nameOf(1);
  public readonly log: LogLine[] = [];
  public readonly pauses: number[] = [];
  /** What was put to the response URL. */
  public readonly bodies: (Answer & { RequestId: string })[] = [];
  /** How the job was to be seen, each time that the kind was asked for. */
  public readonly views: JobView[] = [];
  /** What URLs answer with. */
  public httpStatus = 200;

  private readonly handler = createHandler({
    sfn: new SFNClient({}),
    kinds: {
      Fake: ({ Acceptance, Metrics }) => {
        this.views.push({ Acceptance, Metrics });
        return this.kind;
      },
    },
    now: () => this.clock.now,
    random: () => 0.5,
    sleep: async (ms) => void this.pauses.push(ms),
    log: (line) => void this.log.push(line),
    put: async (url, body) => {
      expect(url.startsWith(RESPONSE_URL)).toBe(true);
      this.bodies.push(JSON.parse(body));
      return this.httpStatus;
    },
  });

  /** Calls the function. */
  public handle(input: HandlerInput): Promise<Tick | void> {
    return this.handler(input);
  }

  /** What the state machine does with the function. */
  public async run(event: ResourceEvent): Promise<Tick> {
    let tick = firstTick(event, this.clock.now);
    while (!tick.done) {
      tick = JSON.parse(JSON.stringify(await this.handle(tick))) as Tick;
      this.clock.advance(tick.waitSeconds);
    }
    return tick;
  }
}
