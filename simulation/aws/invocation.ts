import { type Patience, triesOf, type Try } from './call-course';
import type { Host, Service } from './environment';
import { callBedrock } from './simulated-bedrock';
import { callSageMaker } from './simulated-sagemaker';
import type { Fault, Place } from '../fault';
import { type HandlerInput, type Tick, TICK_SECONDS } from '../handler-under-test';
import type { Event } from '../scheduler';
import { lineOf } from '../trace';
import type { World } from '../world';

type Input = { readonly [member: string]: unknown };

/** A call of the handler. */
interface Call {
  readonly service: Service;
  readonly operation: string;
  readonly input: Input;
  readonly patience: Patience;
}

/** How an invocation ended. */
export type InvocationEnd =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'crash' }
  | { readonly kind: 'timeout' };

const CRASH_SECONDS = 0.05;
const LATE_EFFECT_SECONDS = 6;
const STALE_SECONDS = 10;
const STALE_LIST_SECONDS = 20;
const HIDDEN_SECONDS = 12;
const FULL_SECONDS = 150;
const ROLE_SECONDS = 40;
/** How long after a request the handler bears that it is denied something: roles and policies may be new. */
const LONGEST_BORNE_SECONDS = 120;
const LONG_DENIAL_SECONDS = 300;
const SLOW_STOP_SECONDS = 150;

/** One run of the function, and what its calls come to. */
export class Invocation implements Host {
  private isAlive = true;
  private isAtWork = false;
  private readonly timeout: Event;

  constructor(
    private readonly world: World,
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
    this.beforehand(fault, operation, input);
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
    if (operation.startsWith('Create')) world.monitor.seeCreateCall(this.requestId, what);
    if (operation.startsWith('Delete') && operation !== 'DeleteTags') {
      world.monitor.seeDeleteCall(this.requestId, subjectOf(input));
    }
    try {
      const answer = this.ask(service, operation, input, fault);
      world.trace?.note(this.who, `${what} -> ${lineOf(brief(answer))}`);
      const job = world.account.jobs[before];
      if (job && fault === 'hidden') job.shownAt = world.now + HIDDEN_SECONDS * 1000;
      if (job && fault === 'role-not-ready-job') job.fail(world.now, ROLE_FAILURE[service]);
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
      case 'sagemaker':
        return withStatus(callSageMaker(account, operation, input, this, lag), fault);
    }
  }

  /** What comes about right before the call. */
  private beforehand(fault: Fault | undefined, operation: string, input: Input): void {
    const { account, now } = this.world;
    const subject = subjectOf(input);
    const job = account.jobs.find(({ name, arn, removedAt }) => [name, arn].includes(subject) && removedAt > now);
    switch (fault) {
      case 'denied':
        this.world.tolerateFor(LONGEST_BORNE_SECONDS);
        return account.deny(operation);
      case 'denied-long':
        return account.deny(operation, LONG_DENIAL_SECONDS);
      case 'quota':
        account.fullUntil = now + FULL_SECONDS * 1000;
        return;
      case 'role-not-ready-job':
        return this.world.tolerateFor(LONGEST_BORNE_SECONDS);
      case 'role-not-ready':
        this.world.tolerateFor(LONGEST_BORNE_SECONDS);
        account.rolesReadyAt = now + ROLE_SECONDS * 1000;
        return;
      case 'ended-meanwhile':
        return job?.complete(now);
      case 'failed-meanwhile':
        return job?.isRunning(now) ? job.fail(now, 'ClientError: no such model') : undefined;
      case 'stops-slowly':
        return job?.slowDown(SLOW_STOP_SECONDS);
      case 'vanished':
        return job?.lose(now);
    }
  }

  // ------------------------------------------------------------------------------------ answers

  public put(url: string, body: string): Promise<number> {
    return this.await((resolve, reject) =>
      this.world.urls.put(this.who, this.requestId, { url, body }, resolve, reject),
    );
  }
}

const ROLE_FAILURE: { readonly [service in Service]: string } = {
  bedrock: 'Bedrock could not assume the service role. Check its trust policy.',
  sagemaker:
    "ClientError: SageMaker was unable to assume the role 'arn:aws:iam::111122223333:role/cdk-ml-jobs/eu-west-1/Shop/Job'",
  states: '',
};

const SUBJECTS = [
  'CompilationJobName',
  'TrainingJobName',
  'TransformJobName',
  'jobIdentifier',
  'jobName',
  'nameContains',
  'ResourceArn',
  'resourceARN',
  'name',
  'executionArn',
  'stateMachineArn',
];

const UNKNOWN_STATUS = 'Migrating';

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
  if (operation.startsWith('Create')) return 'create';
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
  for (const member of SUBJECTS) if (input[member] !== undefined) return input[member] as string;
  return '';
}

function withStatus(answer: object, fault: Fault | undefined): object {
  if (fault !== 'unknown-status') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([member, value]) => [
      member,
      isPassing(member, value) ? UNKNOWN_STATUS : (value as unknown),
    ]),
  );
}

/** A status that a job does not end with. */
function isPassing(member: string, value: unknown): boolean {
  return /status$/i.test(member) && !/^(completed|failed|stopped)$/i.test(String(value));
}

/** What a trace says of an answer. */
function brief(answer: object): unknown {
  const telling = Object.entries(answer).filter(([member]) =>
    /status$|arn$|tags|executions|summaries|reason/i.test(member),
  );
  return Object.fromEntries(telling);
}
