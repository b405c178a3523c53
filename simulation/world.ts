import { Account } from './aws/account';
import type { Authorize } from './aws/authorize';
import { Environments } from './aws/environment';
import type { ExecutionContext } from './aws/execution';
import { InvocationRecords, type Past } from './aws/invocation-record';
import { SimulatedCloudFormation } from './aws/simulated-cloudformation';
import { SimulatedFunction } from './aws/simulated-function';
import { SimulatedStepFunctions } from './aws/simulated-step-functions';
import type { RequestRecord } from './cloudformation/request-record';
import { ResponseUrls } from './cloudformation/response-urls';
import { SimulatedStack } from './cloudformation/stack';
import { WaitConditions } from './cloudformation/wait-conditions';
import { Excuses } from './excuses';
import { type Fault, factsOf, type Place } from './fault';
import type { FaultPlan } from './fault-plan';
import { tickLoop } from './handler-under-test';
import { Monitor } from './monitor';
import { Scheduler } from './scheduler';
import { SupposedFacts } from './supposed-facts';
import type { Surroundings } from './surroundings';
import { Trace } from './trace';
import { readDefinition } from '../state-machine/read-definition';
import { Supposition } from '../unconfirmed/supposition';

const FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:Handler';
const DEFINITION = readDefinition(tickLoop(FUNCTION_ARN, 'aws'));

/** So soon after a moment the person who deploys gives up: before a call that begins then has its effect. */
const INTERRUPT_SECONDS = 0.01;

const LONGEST_RETREAT_SECONDS = 330;

/** Between what was there before and what is done now: nobody is shown the time before that any more. */
const PAUSE_SECONDS = 60;

/** What a world is made with. */
export interface WorldProps {
  readonly plan: FaultPlan;
  /** What jitter comes from. @default - always one half */
  readonly random?: () => number;
  /** Decides between events of the same moment. @default - the first that was scheduled is the first */
  readonly tie?: () => number;
  /** Decides on each call of the handler, and of the state machine, when it reaches its service. @default - all are allowed */
  readonly authorize?: Authorize;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
  /** How long a Delete or a rollback may take, with two faults, in seconds. @default 330 */
  readonly longestRetreatSeconds?: number;
  /** How many functions may be at work at once. @default - as many as are needed */
  readonly functionsAtOnce?: number;
  /** Whether what happens is written down for a person. @default false */
  readonly isTraced?: boolean;
  /** A run that it begins like. @default - none is known */
  readonly past?: Past;
  /** Called whenever the state machine is about to call something and no function is at work; whether to leave it there. */
  readonly onQuiet?: (world: World) => boolean;
}

/** An account, CloudFormation, and all that happens between them. */
export class World implements Surroundings {
  public readonly scheduler: Scheduler;
  public readonly account: Account;
  public readonly facts: SupposedFacts;
  public readonly stepFunctions: SimulatedStepFunctions;
  public readonly function: SimulatedFunction;
  public readonly environments: Environments;
  public readonly invocations: InvocationRecords;
  public readonly urls: ResponseUrls;
  public readonly conditions: WaitConditions;
  public readonly cloudFormation: SimulatedCloudFormation;
  public readonly monitor: Monitor;
  public readonly trace?: Trace;
  public readonly stacks: SimulatedStack[] = [];
  /** All requests of CloudFormation, in order. */
  public readonly requests: RequestRecord[] = [];
  public readonly plan: FaultPlan;
  public readonly random: () => number;
  public readonly authorize: Authorize;
  public readonly longestRetreatSeconds: number;
  private readonly functionsAtOnce: number;
  public readonly excuses: Excuses;
  /** Whether it was denied to hand a request over. */
  public isHandoverDenied = false;
  /** How many functions are at work. */
  public invocationsUnderWay = 0;
  /** How many points there were where a fault could have met something. */
  public points = 0;
  /** Whether it was left before its end, since that is known. */
  public isLeft = false;

  constructor(props: WorldProps) {
    this.plan = props.plan;
    this.random = props.random ?? (() => 0.5);
    this.authorize = props.authorize ?? (() => {});
    this.longestRetreatSeconds = props.longestRetreatSeconds ?? LONGEST_RETREAT_SECONDS;
    this.functionsAtOnce = props.functionsAtOnce ?? Infinity;
    this.scheduler = new Scheduler(props.tie);
    this.trace = props.isTraced ? new Trace(this.scheduler) : undefined;
    this.excuses = new Excuses(this.scheduler);
    this.monitor = new Monitor(this);
    this.facts = new SupposedFacts(props.supposition ?? Supposition.USUAL, this.scheduler);
    this.account = new Account(this.scheduler, this.facts, (job) => this.monitor.seeJob(job));
    this.environments = new Environments(this);
    this.invocations = new InvocationRecords(props.past);
    this.urls = new ResponseUrls(this);
    this.conditions = new WaitConditions(this);
    this.cloudFormation = new SimulatedCloudFormation(this);
    this.function = new SimulatedFunction(this);
    const context: ExecutionContext = {
      scheduler: this.scheduler,
      random: this.random,
      invoke: (execution, resource, input, ended) => {
        if (this.invocationsUnderWay === 0 && props.onQuiet?.(this)) return this.leave();
        if (resource === FUNCTION_ARN) this.function.invoke(execution, input, ended);
        else this.cloudFormation.invoke(execution, resource, input, ended);
      },
    };
    this.stepFunctions = new SimulatedStepFunctions(this.account, DEFINITION, context);
  }

  /** Whether one more function may be at work. */
  public get hasRoom(): boolean {
    return this.invocationsUnderWay < this.functionsAtOnce;
  }

  public get now(): number {
    return this.scheduler.now;
  }

  /** Begins where another world has ended. */
  public goOnFrom({ account, conditions, facts, requests, stacks, stepFunctions, now }: World): void {
    this.scheduler.skipTo(now + PAUSE_SECONDS * 1000);
    this.account.jobs.push(...account.jobs.map((job) => job.copy()));
    this.requests.push(...requests);
    this.stacks.push(...stacks.map((stack) => stack.copy(this)));
    this.stepFunctions.executions.push(...stepFunctions.executions);
    this.conditions.goOnFrom(conditions);
    facts.played.forEach((name) => this.facts.played.add(name));
  }

  /** A new stack: one that is made again after its deletion is another one. */
  public newStack(): SimulatedStack {
    const id = `arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/${this.stacks.length + 1}`;
    const stack = new SimulatedStack(this, id);
    this.stacks.push(stack);
    return stack;
  }

  /** The person who deploys gives up on what is going on. */
  public interrupt(): void {
    const stack = this.stacks[this.stacks.length - 1];
    this.scheduler.after(INTERRUPT_SECONDS, 'the operation is cancelled', () => stack.interrupt());
  }

  /** Lets all happen that is to happen. */
  public async run(play: () => Promise<void>): Promise<void> {
    let failure: unknown;
    play().catch((error: unknown) => (failure = error));
    await this.scheduler.run();
    if (failure) throw failure;
    if (!this.isLeft) this.monitor.seeEndOfTime();
  }

  private leave(): void {
    this.isLeft = true;
    this.scheduler.end();
  }

  /** Something goes on for a while that only requests bear which were made a short time ago. */
  public tolerateFor(seconds: number): void {
    for (const { id, sentAt, outcome } of this.requests) {
      const isUnderWay = !outcome || this.stepFunctions.isCarrying(id);
      if (isUnderWay && this.now - sentAt > seconds * 1000) this.excuses.overtax(id);
    }
  }

  /** A request is tried to be handed over for a minute: a denial, and another fault after it, are longer than that. */
  public hinderHandover(fault: Fault, requestId: string): void {
    if (this.isHandoverDenied) this.excuses.overtax(requestId);
    if (fault === 'denied') this.isHandoverDenied = true;
  }

  /** The fault that meets the next point. */
  public meet(place: Place, label: string, requestId: string): Fault | undefined {
    this.points++;
    const fault = this.plan.meet(place, label);
    if (fault) this.excuses.add(fault, requestId);
    return fault;
  }

  /** What goes wrong, for the person who reads a trace. */
  public textOf(fault: Fault): string {
    return `${factsOf(fault).text} (${fault})`;
  }
}
