import type { Service } from './authorize';
import { type Patience, triesOf, type Try } from './call-course';
import type { Environments, Host } from './environment';
import { callStore } from './evaluation-results';
import { afflict, bringAbout, withStatus } from './fault-effects';
import type { InvocationEnd } from './invocation-end';
import { callBedrock } from './simulated-bedrock';
import { arnOfIngestion } from './simulated-ingestion';
import { callSageMaker } from './simulated-sagemaker';
import type { ResponseUrls } from '../cloudformation/response-urls';
import type { Fault, Place } from '../fault';
import { JOB_FACTS, type HandlerInput, type Tick, TICK_SECONDS } from '../handler-under-test';
import type { Monitor } from '../monitor';
import type { Event } from '../scheduler';
import type { Surroundings } from '../surroundings';
import { lineOf } from '../trace';

type Input = { readonly [member: string]: unknown };

/** A call of the handler. */
interface Call {
  readonly service: Service;
  readonly operation: string;
  readonly input: Input;
  readonly patience: Patience;
}

const CRASH_SECONDS = 0.05;
const LATE_EFFECT_SECONDS = 6;
const STALE_SECONDS = 10;
const STALE_LIST_SECONDS = 20;

/** What a run of the function needs of the world. */
export interface InvocationWorld extends Surroundings {
  readonly monitor: Monitor;
  readonly urls: ResponseUrls;
  readonly environments: Environments;
  /** How many functions are at work. */
  invocationsUnderWay: number;
  /** A request is tried to be handed over for a minute: a denial, and another fault after it, are longer than that. */
  hinderHandover(fault: Fault, requestId: string): void;
}

/** One run of the function, and what its calls come to. */
export class Invocation implements Host {
  private isAlive = true;
  private isAtWork = false;
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
    const environment = this.world.environments.take();
    environment.host = this;
    const end = (outcome: InvocationEnd): void => {
      // what has crashed is not used again
      if (this.isAlive) this.world.environments.giveBack(environment);
      this.end(outcome);
    };
    this.work();
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
    return this.await((resolve) => this.world.scheduler.after(seconds, `${this.who} sleeps`, () => resolve(undefined)));
  }

  // ------------------------------------------------------------------------------------ calls of services

  public call(service: Service, operation: string, input: Input, patience: Patience): Promise<object> {
    return this.await((resolve, reject) => this.startCall({ service, operation, input, patience }, resolve, reject));
  }

  private startCall(call: Call, resolve: (answer: object) => void, reject: (error: unknown) => void): void {
    const { scheduler, trace } = this.world;
    const { service, operation, input, patience } = call;
    const what = `${operation} ${subjectOf(input)}`;
    const fault = this.world.meet(placeOf(service, operation), what, this.requestId);
    if (fault) trace?.note(this.who, `** ${what} ${this.world.textOf(fault)}`);
    if (fault && operation === 'StartExecution') this.world.hinderHandover(fault, this.requestId);
    const reach = () => this.reach(service, operation, input, fault, what);
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
    bringAbout(this.world, fault, operation, subjectOf(input));
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
  private reach(service: Service, operation: string, input: Input, fault: Fault | undefined, what: string): object {
    const { world } = this;
    const before = world.account.jobs.length;
    if (/^Stop.*Job$/.test(operation)) world.monitor.seeStopCall(this.requestId, subjectOf(input));
    if (placeOf(service, operation) === 'create') world.monitor.seeCreateCall(this.requestId, what);
    if (operation.startsWith('Delete') && operation !== 'DeleteTags') {
      world.monitor.seeDeleteCall(this.requestId, subjectOf(input));
    }
    try {
      const answer = this.ask(service, operation, input, fault);
      world.trace?.note(this.who, `${what} -> ${lineOf(brief(answer))}`);
      const job = world.account.jobs[before];
      if (job) afflict(world, job, fault);
      return answer;
    } catch (error) {
      world.trace?.note(this.who, `${what} -> ${String(error)}`);
      throw error;
    }
  }

  private ask(service: Service, operation: string, input: Input, fault: Fault | undefined): object {
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
    return this.await((resolve, reject) =>
      this.world.urls.put(this.who, this.requestId, { url, body }, resolve, reject),
    );
  }
}

/** The members in which calls say what they are about. */
const SUBJECTS = [
  ...Object.values(JOB_FACTS).flatMap(({ identifier, request }) => [identifier, request.name]),
  'nameContains',
  'prefix',
  'key',
  'ResourceArn',
  'resourceARN',
  'name',
  'executionArn',
  'stateMachineArn',
];

type Settled = { readonly value: object } | { readonly error: unknown };

function settle(call: () => object): Settled {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

function placeOf(service: Service, operation: string): Place {
  if (service === 'states') return /^(List|Describe)/.test(operation) ? 'list executions' : 'execution';
  if (/^(Create|Start)/.test(operation)) return 'create';
  if (operation.startsWith('Stop')) return 'stop';
  if (/^(Describe|Get)/.test(operation)) return 'describe';
  return operation.startsWith('List') ? 'read' : 'write';
}

/** What an answer of the function comes to between it and the state machine; a request that has not changed is the same. */
function asJson(result: Tick, input: HandlerInput): unknown {
  const event = 'event' in input ? input.event : undefined;
  if (event === undefined || result.event !== event) return JSON.parse(JSON.stringify(result));
  const { event: _, ...rest } = result;
  return { event, ...(JSON.parse(JSON.stringify(rest)) as object) };
}

/** The job, or the execution, that a call is about. */
function subjectOf(input: Input): string {
  // a job without an ARN is known by its id with those of its place
  if (input.ingestionJobId !== undefined) return arnOfIngestion(input);
  for (const member of SUBJECTS) if (input[member] !== undefined) return input[member] as string;
  return '';
}

/** What a trace says of an answer. */
function brief(answer: object): unknown {
  const telling = Object.entries(answer).filter(([member]) =>
    /status$|arn$|tags|executions|summaries|reason/i.test(member),
  );
  return Object.fromEntries(telling);
}
