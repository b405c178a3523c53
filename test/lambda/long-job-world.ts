import { FakeConditions } from './fake-conditions';
import { Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, jobProperties, longWait } from './job-events';
import { PlayedRequest } from './played-request';
import { specOf } from '../../lambda/job-spec';
import type { Random } from '../../lambda/pace';
import type { JobEvent } from '../../lambda/tick';

export const HOUR = 3600;

/** A service, and wait conditions, for a job of 30 hours: what follows on the answer to its request is played in them. */
export class LongJobWorld {
  public readonly clock = new Clock();
  public readonly kind = new FakeJobKind(this.clock);
  /** The name of the first attempt at the job. */
  public readonly name = specOf(this.kind, createEvent(), jobProperties()).nameOf(1);
  /** Those of the request that was made last. */
  public conditions = new FakeConditions([], this.clock);

  constructor() {
    this.kind.run = { ...this.kind.run, seconds: 30 * HOUR };
  }

  /** The seconds since the request was made. */
  public get seconds(): number {
    return this.conditions.seconds;
  }

  /** A request for a job that may take 36 hours. */
  public ask(event: JobEvent = createEvent(longWait(36)), random?: Random): PlayedRequest {
    const { clock, kind } = this;
    this.conditions = new FakeConditions(event.ResourceProperties.WaitConditions!, clock);
    return new PlayedRequest(event, { kind, clock, conditions: this.conditions, random });
  }

  /** One that has been answered, for a job that runs. */
  public async answered(event?: JobEvent, random?: Random): Promise<PlayedRequest> {
    const request = this.ask(event, random);
    await request.toAnswer();
    return request;
  }
}
