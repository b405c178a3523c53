import { triesOf, type Try } from './call-course';
import type { Environments } from './environment';
import { callStore } from './evaluation-results';
import { afflict, bringAbout, withStatus } from './fault-effects';
import { type Call, isRead, placeOf, subjectOf } from './handler-call';
import type { Host } from './host';
import type { InvocationEnd } from './invocation-end';
import type { InvocationRecord, InvocationRecords } from './invocation-record';
import { callBedrock } from './simulated-bedrock';
import { callSageMaker } from './simulated-sagemaker';
import type { ResponseUrls } from '../cloudformation/response-urls';
import type { Fault } from '../fault';
import { type HandlerInput, type Tick, TICK_SECONDS } from '../handler-under-test';
import type { Monitor } from '../monitor';
import type { Event } from '../scheduler';
import type { Surroundings } from '../surroundings';
import { lineOf } from '../trace';

const CRASH_SECONDS = 0.05;
const LATE_EFFECT_SECONDS = 6;
const STALE_SECONDS = 10;
const STALE_LIST_SECONDS = 20;

/** What a run of the function needs of the world. */
export interface InvocationWorld extends Surroundings {
  readonly monitor: Monitor;
  readonly urls: ResponseUrls;
  readonly environments: Environments;
  readonly invocations: InvocationRecords;
  /** How many points there were where a fault could have met something. */
  readonly points: number;
  /** How many functions are at work. */
  invocationsUnderWay: number;
  /** A request is tried to be handed over for a minute: a denial, and another fault after it, are longer than that. */
  hinderHandover(fault: Fault, requestId: string): void;
}

/** One run of the function, and what its calls come to. */
export class Invocation implements Host {
  private isAlive = true;
  private isAtWork = false;
  /** What it has waited for. */
  private acts: InvocationRecord['acts'] = [];
  /** Whether it has waited for two things at once: which is over first its record does not say. */
  private isManifold = false;
  private readonly timeout: Event;

  constructor(
    private readonly world: InvocationWorld,
    /** Who it works for, as a trace has it. */
    public readonly who: string,
    /** The request of CloudFormation that it works for. */
    public readonly requestId: string,
    private readonly ended: (end: InvocationEnd) => void,
  ) {
    world.invocationsUnderWay++;
    this.timeout = world.scheduler.after(TICK_SECONDS, `${who} function time-out`, () => this.end({ kind: 'timeout' }));
  }

  public begin(input: HandlerInput): void {
    const { record, isKnown } = this.world.invocations.next();
    this.work();
    if (isKnown) void this.repeat(record);
    else this.run(input, record);
  }

  /** What the handler would do again is done without it: that is a small part of the work. */
  private async repeat({ acts, end }: InvocationRecord): Promise<void> {
    for (const act of acts) await act(this).catch(() => undefined);
    this.end(end!);
  }

  private run(input: HandlerInput, record: InvocationRecord): void {
    this.acts = record.acts;
    const environment = this.world.environments.take();
    environment.host = this;
    const end = (outcome: InvocationEnd): void => {
      // what has crashed is not used again
      if (this.isAlive) {
        this.world.environments.giveBack(environment);
        if (!this.isManifold) Object.assign(record, { end: outcome, points: this.world.points });
      }
      this.end(outcome);
    };
    environment.handler(input).then(
      (result) => end({ kind: 'result', result: result && asJson(result, input) }),
      (error: Error) => end({ kind: 'error', error }),
    );
  }

  public crash(): void {
    this.end({ kind: 'crash' });
  }

  private end(end: InvocationEnd): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.wait();
    this.world.invocationsUnderWay--;
    this.world.scheduler.cancel(this.timeout);
    this.ended(end);
  }

  /** The handler goes on. */
  private work(): void {
    if (this.isAtWork) return;
    this.isAtWork = true;
    this.world.scheduler.beginWork();
  }

  /** The handler waits for something, or is done. */
  private wait(): void {
    if (!this.isAtWork) return;
    this.isAtWork = false;
    this.world.scheduler.endWork();
  }

  /** Lets the handler wait for something; nothing goes on in a function that is gone. */
  private await<T>(begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => void): Promise<T> {
    this.isManifold ||= !this.isAtWork;
    this.wait();
    return new Promise((resolve, reject) => {
      const goOn = (end: () => void): void => {
        if (!this.isAlive) return;
        this.work();
        end();
      };
      if (!this.isAlive) return;
      begin(
        (value) => goOn(() => resolve(value)),
        (error) => goOn(() => reject(error as Error)),
      );
    });
  }

  public sleep(seconds: number): Promise<void> {
    this.acts.push((host) => host.sleep(seconds));
    return this.await((resolve) => this.world.scheduler.after(seconds, `${this.who} sleeps`, () => resolve(undefined)));
  }

  // ------------------------------------------------------------------------------------ calls of services

  public call(call: Call): Promise<object> {
    this.acts.push((host) => host.call(call));
    return this.await((resolve, reject) => this.startCall(call, resolve, reject));
  }

  private startCall(call: Call, resolve: (answer: object) => void, reject: (error: unknown) => void): void {
    const { scheduler, trace } = this.world;
    const { operation, patience, isIdle } = call;
    const subject = subjectOf(call);
    const what = `${operation} ${subject}`;
    const fault = this.world.meet(placeOf(call), what, this.requestId);
    if (fault) trace?.note(this.who, `** ${what} ${this.world.textOf(fault)}`);
    if (fault && operation === 'StartExecution') this.world.hinderHandover(fault, this.requestId);
    const reach = isIdle ? () => UNREAD : () => this.reach(call, fault, what);
    switch (fault) {
      case 'crash-before':
        return void scheduler.after(CRASH_SECONDS, `${what} crashes`, () => this.crash());
      case 'crash-after':
        return void scheduler.after(CRASH_SECONDS, `${what} crashes after its effect`, () => {
          settle(reach);
          this.crash();
        });
      case 'crash-late':
        scheduler.after(CRASH_SECONDS, `${what} crashes`, () => this.crash());
        return void scheduler.after(LATE_EFFECT_SECONDS, `${what} for ${this.requestId} has its effect`, () =>
          settle(reach),
        );
    }
    bringAbout(this.world, fault, operation, subject);
    this.makeTries(what, reach, triesOf(fault, patience), resolve, reject);
  }

  private makeTries(
    what: string,
    reach: () => object,
    tries: readonly Try[],
    resolve: (answer: object) => void,
    reject: (error: unknown) => void,
  ): void {
    const { scheduler } = this.world;
    const make = (index: number): void => {
      const { reachesAfter, endsAfter, error } = tries[index];
      let answer: Settled = { error };
      const end = (): void => {
        if (!this.isAlive) return;
        if (error && index + 1 < tries.length) return make(index + 1);
        if (error) return reject(error);
        if ('error' in answer) reject(answer.error);
        else resolve(answer.value);
      };
      if (reachesAfter === undefined) return void scheduler.after(endsAfter, `${what} ends`, end);
      scheduler.after(reachesAfter, `${what} for ${this.requestId} reaches its service`, () => {
        answer = settle(reach);
        if (endsAfter === reachesAfter) end();
        else scheduler.after(endsAfter - reachesAfter, `${what} ends`, end);
      });
    };
    make(0);
  }

  /** The call has its effect. */
  private reach(call: Call, fault: Fault | undefined, what: string): object {
    const { world } = this;
    const { operation } = call;
    const subject = subjectOf(call);
    const before = world.account.jobs.length;
    if (/^Stop.*Job$/.test(operation)) world.monitor.seeStopCall(this.requestId, subject);
    if (placeOf(call) === 'create') world.monitor.seeCreateCall(this.requestId, what);
    if (operation.startsWith('Delete') && operation !== 'DeleteTags') {
      world.monitor.seeDeleteCall(this.requestId, subject);
    }
    try {
      const answer = this.ask(call, fault);
      world.trace?.note(this.who, `${what} -> ${lineOf(brief(answer))}`);
      const job = world.account.jobs[before];
      if (job) afflict(world, job, fault);
      call.isIdle ??= isRead(call);
      return answer;
    } catch (error) {
      call.isIdle = false;
      world.trace?.note(this.who, `${what} -> ${String(error)}`);
      throw error;
    }
  }

  private ask({ service, operation, input }: Call, fault: Fault | undefined): object {
    const { account, stepFunctions } = this.world;
    const lag = fault === 'stale' ? STALE_SECONDS : 0;
    this.world.authorize(service, operation, input);
    switch (service) {
      case 'states':
        return stepFunctions.call(operation, input, fault === 'stale-list' ? STALE_LIST_SECONDS : 0);
      case 'bedrock':
        return withStatus(callBedrock(account, operation, input, this, lag), fault);
      case 's3':
        return callStore(account, operation, input);
      case 'sagemaker':
        return withStatus(callSageMaker(account, operation, input, this, lag), fault);
    }
  }

  // ------------------------------------------------------------------------------------ answers

  public put(url: string, body: string): Promise<number> {
    this.acts.push((host) => host.put(url, body));
    return this.await((resolve, reject) =>
      this.world.urls.put(this.who, this.requestId, { url, body }, resolve, reject),
    );
  }
}

/** An answer that nobody reads. */
const UNREAD = {};

type Settled = { readonly value: object } | { readonly error: unknown };

function settle(call: () => object): Settled {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

/** What an answer of the function comes to between it and the state machine; a request that has not changed is the same. */
function asJson(result: Tick, input: HandlerInput): unknown {
  const event = 'event' in input ? input.event : undefined;
  if (event === undefined || result.event !== event) return JSON.parse(JSON.stringify(result));
  const { event: _, ...rest } = result;
  return { event, ...(JSON.parse(JSON.stringify(rest)) as object) };
}

/** What a trace says of an answer. */
function brief(answer: object): unknown {
  const telling = Object.entries(answer).filter(([member]) =>
    /status$|arn$|tags|executions|summaries|reason/i.test(member),
  );
  return Object.fromEntries(telling);
}
