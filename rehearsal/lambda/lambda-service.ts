import { randomUUID } from 'node:crypto';
import { ConcurrencySlots } from './concurrency-slots';
import { ExecutionEnvironment, type ServiceEndpoints } from './execution-environment';
import type { Invocation, InvocationOutcome, JobOrigin } from './invocation';
import type { LambdaFunction } from './lambda-function';
import type { VirtualClock } from '../clock';
import type { FaultPlan, InvocationKind } from '../emulated-api/fault';
import type { JsonValue } from '../json-value';

/** Lambda waits 1 minute before the first and 2 before the second retry of an asynchronous invocation. */
const RETRY_DELAYS_MS = [60_000, 120_000];
const THROTTLED_DELAY_MS = 1_000;

interface InvocationRequest {
  readonly functionArn: string;
  readonly kind: InvocationKind;
  readonly event: JsonValue;
  readonly origin: JobOrigin;
}

export interface LambdaServiceOptions {
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly endpoints: () => ServiceEndpoints;
  /** Learns of a function that is about to run. */
  readonly onRun: (definition: LambdaFunction) => void;
  /** How many processes a function may have at once; one keeps the order of its calls the same in every run. */
  readonly concurrency: number;
}

/** Runs functions in processes of their own, kept warm as Lambda does. */
export class LambdaService {
  public readonly invocations: Invocation[] = [];
  private readonly functions = new Map<string, LambdaFunction>();
  private readonly retryAttempts = new Map<string, number>();
  private readonly idle = new Map<LambdaFunction, ExecutionEnvironment[]>();
  private readonly running = new Map<ExecutionEnvironment, Invocation>();
  private readonly attempts = new Set<Promise<unknown>>();
  private readonly slots: ConcurrencySlots;
  private closed = false;

  constructor(private readonly options: LambdaServiceOptions) {
    this.slots = new ConcurrencySlots(options.concurrency);
  }

  public define(definition: LambdaFunction): void {
    this.discard(this.functions.get(definition.arn));
    this.functions.set(definition.arn, definition);
  }

  public has(arn: string): boolean {
    return this.functions.has(arn);
  }

  public remove(arn: string): void {
    this.discard(this.functions.get(arn));
    this.functions.delete(arn);
  }

  /** What an `AWS::Lambda::EventInvokeConfig` says about a function. */
  public setRetryAttempts(arn: string, attempts: number | undefined): void {
    if (attempts === undefined) this.retryAttempts.delete(arn);
    else this.retryAttempts.set(arn, attempts);
  }

  /** Runs the function once and returns how that ended. */
  public async invoke(request: InvocationRequest): Promise<InvocationOutcome> {
    const fault = this.options.faults.forInvocation(request.kind);
    return this.attempt(request, fault === 'duplicate' ? undefined : fault);
  }

  /** Delivers an event: again after a crash or an error, and for as long as the function is throttled. */
  public deliver(request: InvocationRequest): void {
    const fault = this.options.faults.forInvocation(request.kind);
    void this.deliverOnce(request, 0, fault === 'duplicate' ? undefined : fault);
    if (fault === 'duplicate') void this.deliverOnce(request, 0, undefined);
  }

  /** Whether any process is at work or waited for; one that waits for time to pass is not. */
  public get busy(): boolean {
    return this.slots.busy;
  }

  /** Invocations that have not ended. */
  public get underWay(): readonly Promise<unknown>[] {
    return [...this.attempts];
  }

  public callerOf(sessionToken: string | undefined): Invocation | undefined {
    const environment = this.environmentOf(sessionToken);
    return environment && this.running.get(environment);
  }

  public crash(sessionToken: string | undefined): void {
    this.environmentOf(sessionToken)?.kill();
  }

  public close(): void {
    this.closed = true;
    [...this.running.keys(), ...[...this.idle.values()].flat()].forEach((environment) => environment.kill());
    this.idle.clear();
  }

  private async deliverOnce(request: InvocationRequest, retries: number, fault?: 'crash' | 'throttle'): Promise<void> {
    const outcome = await this.attempt(request, fault);
    if (this.closed || outcome.kind === 'result' || outcome.kind === 'missing') return;
    if (outcome.kind === 'throttled') {
      await this.options.clock.sleep(THROTTLED_DELAY_MS);
      return this.deliverOnce(request, retries, this.retryFault(request));
    }
    if (retries >= (this.retryAttempts.get(request.functionArn) ?? RETRY_DELAYS_MS.length)) return;
    await this.options.clock.sleep(RETRY_DELAYS_MS[retries]);
    return this.deliverOnce(request, retries + 1, this.retryFault(request));
  }

  private retryFault(request: InvocationRequest): 'crash' | 'throttle' | undefined {
    const fault = this.options.faults.forInvocation(request.kind);
    return fault === 'duplicate' ? undefined : fault;
  }

  private async attempt(request: InvocationRequest, fault?: 'crash' | 'throttle'): Promise<InvocationOutcome> {
    const definition = this.functions.get(request.functionArn);
    const invocation: Invocation = {
      ...request,
      roleArn: definition?.roleArn ?? '',
      requestId: randomUUID(),
      at: this.options.clock.now(),
      log: [],
    };
    this.invocations.push(invocation);
    const attempt = this.outcome(invocation, definition, fault);
    this.attempts.add(attempt);
    invocation.outcome = await attempt;
    this.attempts.delete(attempt);
    return invocation.outcome;
  }

  private async outcome(
    invocation: Invocation,
    definition: LambdaFunction | undefined,
    fault?: 'crash' | 'throttle',
  ): Promise<InvocationOutcome> {
    if (!definition) return { kind: 'missing' };
    if (fault === 'throttle') return { kind: 'throttled' };
    if (fault === 'crash') {
      return { kind: 'crash', message: `RequestId: ${invocation.requestId} Error: Runtime exited with error` };
    }
    const { clock } = this.options;
    const outcome = await clock.busy(async () => this.run(invocation, definition));
    // the function was billed and waited for until its time-out
    if (outcome.kind === 'timeout') {
      await clock.sleep(invocation.at + definition.timeoutSeconds * 1000 - clock.now());
    }
    return outcome;
  }

  private async run(invocation: Invocation, definition: LambdaFunction): Promise<InvocationOutcome> {
    await this.slots.take();
    if (this.closed) {
      // nobody would end a process that is begun now
      this.slots.giveBack();
      return { kind: 'missing' };
    }
    const environment = this.environmentFor(definition);
    this.running.set(environment, invocation);
    this.options.onRun(definition);
    const outcome = await environment.invoke(
      {
        kind: 'invoke',
        event: invocation.event,
        awsRequestId: invocation.requestId,
        functionArn: invocation.functionArn,
        now: invocation.at,
        timeoutMs: definition.timeoutSeconds * 1000,
        seed: `invocation ${this.invocations.indexOf(invocation)}`,
      },
      {
        log: (text) => invocation.log.push(...text.split('\n').filter((line) => line !== '')),
        rest: async (until) => this.rest(until),
      },
    );
    this.running.delete(environment);
    this.keepWarm(definition, environment);
    this.slots.giveBack();
    return outcome;
  }

  /** While one function waits, another may work. */
  private async rest(until: number): Promise<number> {
    const { clock } = this.options;
    this.slots.giveBack();
    await clock.pause(until - clock.now());
    await this.slots.take();
    return clock.now();
  }

  private environmentFor(definition: LambdaFunction): ExecutionEnvironment {
    const warm = this.idle.get(definition)?.pop();
    return warm?.alive ? warm : new ExecutionEnvironment(definition, randomUUID(), this.options.endpoints());
  }

  private keepWarm(definition: LambdaFunction, environment: ExecutionEnvironment): void {
    const current = this.functions.get(definition.arn) === definition;
    if (!current || this.closed) environment.kill();
    else if (environment.alive) this.idle.set(definition, [...(this.idle.get(definition) ?? []), environment]);
  }

  private discard(definition: LambdaFunction | undefined): void {
    if (!definition) return;
    this.idle.get(definition)?.forEach((environment) => environment.kill());
    this.idle.delete(definition);
  }

  private environmentOf(sessionToken: string | undefined): ExecutionEnvironment | undefined {
    return [...this.running.keys()].find((environment) => environment.sessionToken === sessionToken);
  }
}
