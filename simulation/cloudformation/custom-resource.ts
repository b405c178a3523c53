import type { RequestOutcome, RequestRecord } from './request-record';
import type { ResponseUrls } from './response-urls';
import type { SimulatedFunction } from '../aws/simulated-function';
import type { ResourceEvent } from '../handler-under-test';
import type { Event } from '../scheduler';
import type { Surroundings } from '../surroundings';

const URL_SECONDS = 7200;
const ASK_AGAIN_SECONDS = 60;
const SERVICE_TOKEN = 'arn:aws:lambda:eu-west-1:111122223333:function:Handler';
const MOST_BYTES = 4096;

/** What a request of CloudFormation needs of the world. */
export interface RequestWorld extends Surroundings {
  readonly function: SimulatedFunction;
  readonly urls: ResponseUrls;
}

/** A request that CloudFormation waits for the answer to. */
export class PendingRequest {
  public readonly outcome: Promise<RequestOutcome>;
  private readonly timers: (Event | undefined)[];
  private settle!: (outcome: RequestOutcome) => void;

  constructor(
    private readonly world: RequestWorld,
    private readonly record: RequestRecord,
    oldProperties: object | undefined,
  ) {
    const { scheduler } = world;
    this.outcome = new Promise((resolve) => (this.settle = resolve));
    const time = scheduler.after(record.timeoutSeconds, `${record.id} times out`, () => this.end({ kind: 'timeout' }));
    this.timers = [time];
    const what = `${record.type} ${record.logicalId}`;
    const fault = world.meet('request', `${what} (${record.id})`, record.id);
    world.trace?.note('CloudFormation', `${record.phase}: asks to ${what} (${record.id}) ${record.physicalId ?? ''}`);
    if (fault) world.trace?.note('CloudFormation', `** ${what} ${world.textOf(fault)}`);
    const send = () => world.function.deliver(this.event(oldProperties), fault);
    send();
    if (fault !== 'asked-again') return;
    this.timers.push(scheduler.after(ASK_AGAIN_SECONDS, `${record.id} is sent again`, send));
  }

  /** CloudFormation does not wait for it any more. */
  public cancel(): void {
    this.end({ kind: 'cancelled' });
  }

  private event(oldProperties: object | undefined): ResourceEvent {
    const { id, stackId, type, logicalId, physicalId, properties } = this.record;
    const url: string = this.world.urls.presign(`${id}-${this.timers.length}`, URL_SECONDS, (body) => {
      // the answer to an earlier try is not read any more
      if (url === this.record.responseUrl) this.read(body);
    });
    this.record.responseUrl = url;
    return {
      RequestType: type,
      RequestId: id,
      StackId: stackId,
      LogicalResourceId: logicalId,
      ResourceType: 'Custom::Job',
      ServiceToken: SERVICE_TOKEN,
      ResponseURL: url,
      ResourceProperties: { ServiceToken: SERVICE_TOKEN, ...properties },
      ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
      ...(oldProperties && { OldResourceProperties: oldProperties }),
      // the members of an event depend on its type in a way that the record does not tell the compiler
    } as unknown as ResourceEvent;
  }

  private read(body: string): void {
    const { id, stackId, logicalId } = this.record;
    if (Buffer.byteLength(body) > MOST_BYTES) {
      return this.end({ kind: 'failed', physicalId: '', reason: 'Response object is too long.' });
    }
    const { Status, PhysicalResourceId, Reason, Data, StackId, RequestId, LogicalResourceId } = JSON.parse(body) as {
      readonly [member: string]: string;
    };
    if (StackId !== stackId || RequestId !== id || LogicalResourceId !== logicalId) return;
    if (Status === 'SUCCESS') {
      const data = (Data ?? {}) as unknown as { readonly [name: string]: string };
      return this.end({ kind: 'success', physicalId: PhysicalResourceId, data });
    }
    this.end({ kind: 'failed', physicalId: PhysicalResourceId, reason: Reason });
  }

  private end(outcome: RequestOutcome): void {
    if (this.record.outcome) return;
    this.record.outcome = outcome;
    this.timers.forEach((timer) => this.world.scheduler.cancel(timer));
    this.world.trace?.note('CloudFormation', `${this.record.id} is over: ${JSON.stringify(outcome)}`);
    this.world.scheduler.expectUnknownWork();
    this.settle(outcome);
  }
}
