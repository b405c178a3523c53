import type { SimulatedExecution } from './execution';
import { ServiceError } from './service-error';
import type { TaskOutcome } from '../../state-machine/state-machine-run';
import { textOf } from '../../unconfirmed/supposition';
import type { WaitConditions } from '../cloudformation/wait-conditions';
import type { Fault, Place } from '../fault';
import type { ConditionSignal } from '../handler-under-test';
import type { Monitor } from '../monitor';
import type { Surroundings } from '../surroundings';

const CALL_SECONDS = 0.2;
const LATE_SECONDS = 45;
const STALE_SECONDS = 10;
const DENIED_SECONDS = 300;

const SIGNAL = 'SignalResource';
const LOOK = 'DescribeStackResource';

/** What both calls are made with, by its names in the API. */
interface Parameters {
  readonly StackName: string;
  readonly LogicalResourceId: string;
  readonly UniqueId: string;
  readonly Status: string;
}

type World = Surroundings & { readonly monitor: Monitor; readonly conditions: WaitConditions };

type Ended = (outcome: TaskOutcome) => void;

/** The calls of CloudFormation that the state machine makes. */
export class SimulatedCloudFormation {
  constructor(private readonly world: World) {}

  /** A task of an execution. */
  public invoke(execution: SimulatedExecution, resource: string, input: unknown, ended: Ended): void {
    const { scheduler, trace } = this.world;
    const { requestId } = execution;
    const parameters = input as Parameters;
    const operation = operationOf(resource);
    const place: Place = operation === SIGNAL ? 'signal' : 'look';
    const what = `${operation} ${parameters.LogicalResourceId} ${parameters.UniqueId ?? ''}`.trim();
    const who = `execution for ${requestId}`;
    const fault = this.world.meet(place, what, requestId);
    if (fault) trace?.note(who, `** ${what} ${this.world.textOf(fault)}`);
    if (operation === SIGNAL) this.world.monitor.seeSignal(requestId, signalOf(parameters));
    this.bringAbout(fault);
    // the state machine gives up on a call that has no answer
    if (fault === 'signal-unreachable' || fault === 'look-lost') return;
    scheduler.after(fault === 'signal-late' ? LATE_SECONDS : CALL_SECONDS, `${what} for ${requestId}`, () => {
      const outcome = this.outcomeOf(operation, parameters, fault);
      trace?.note(who, `${what} -> ${'error' in outcome ? outcome.error.Cause : JSON.stringify(outcome.result)}`);
      if (!this.isAnswerLost(operation, outcome, fault)) ended(outcome);
    });
  }

  private bringAbout(fault: Fault | undefined): void {
    const { account } = this.world;
    if (fault === 'signal-denied') account.deny(SIGNAL, DENIED_SECONDS);
    if (fault === 'signal-denied' || fault === 'look-denied') account.deny(LOOK, DENIED_SECONDS);
  }

  private isAnswerLost(operation: string, outcome: TaskOutcome, fault: Fault | undefined): boolean {
    if (fault === 'signal-lost' || fault === 'signal-late') return true;
    if (operation !== SIGNAL || 'error' in outcome) return false;
    return this.world.facts.play('signal-answer') === 'lost';
  }

  private outcomeOf(operation: string, parameters: Parameters, fault: Fault | undefined): TaskOutcome {
    try {
      if (fault === 'signal-throttled') throw new ServiceError('Throttling', 'Rate exceeded');
      this.world.account.checkAccess(operation, 'cloudformation');
      this.world.authorize('cloudformation', operation, { ...parameters });
      return { result: this.call(operation, parameters, fault === 'look-stale' ? STALE_SECONDS : 0) };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      // whatever the service calls its error, the integration has a name of its own for it
      const name = textOf(this.world.facts.meet('signal-error-name', undefined))!.code!;
      const Cause = `${error.message} (Service: CloudFormation, Status Code: 400, Request ID: 1)`;
      return { error: { Error: name, Cause } };
    }
  }

  private call(operation: string, parameters: Parameters, lagSeconds: number): object {
    const { conditions } = this.world;
    const signal = signalOf(parameters);
    if (operation === LOOK) {
      const { status, at } = conditions.describe(signal, lagSeconds);
      return { StackResourceDetail: { ResourceStatus: status, LastUpdatedTimestamp: this.formOf(at) } };
    }
    const { Status } = parameters;
    if (Status !== 'SUCCESS') throw new Error(`CloudFormation is not simulated that far: a signal of ${Status}`);
    conditions.signal(signal);
    return {};
  }

  /** A moment, in the form in which a state machine gets it. */
  private formOf(moment: number): string | number {
    switch (this.world.facts.play('moment-of-a-resource')) {
      case 'text':
        return new Date(moment).toISOString();
      case 'seconds':
        return moment / 1000;
      case 'other':
        return 'a moment';
    }
  }
}

function signalOf({ StackName: stack, LogicalResourceId: condition, UniqueId: uniqueId }: Parameters): ConditionSignal {
  return { stack, condition, uniqueId };
}

/** An action as the API has it, of the ARN of an integration. */
function operationOf(resource: string): string {
  const [, action] = /:states:::aws-sdk:cloudformation:(\w+)$/.exec(resource) ?? [];
  const operation = [SIGNAL, LOOK].find((name) => name.toLowerCase() === action?.toLowerCase());
  if (operation === undefined) throw new Error(`The integration ${resource} is not simulated`);
  return operation;
}
