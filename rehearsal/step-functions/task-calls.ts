import type { Execution } from './execution';
import type { TaskOutcome } from '../../state-machine/state-machine-run';
import { type Supposition, textOf } from '../../unconfirmed/supposition';
import type { VirtualClock } from '../clock';
import type { CloudFormationApi } from '../cloudformation/cloudformation-api';
import type { ApiCall, Authorize, RecordedCall } from '../emulated-api/api-call';
import type { CallFaultEffect, FaultPlan } from '../emulated-api/fault';
import { ServiceError } from '../emulated-api/service-error';
import { environmentOf, type Environment } from '../environment';
import { asJsonObject, type JsonValue } from '../json-value';
import type { InvocationOutcome } from '../lambda/invocation';
import type { LambdaService } from '../lambda/lambda-service';

/** The SDK integrations that are emulated, each with the operation that it calls. */
const CLOUDFORMATION_CALL = /^arn:[^:]+:states:::aws-sdk:cloudformation:(signalResource|describeStackResource)$/;

/** How long a call of an API takes. */
const CALL_MS = 200;

/** The state machine gives up on a call that has no answer. */
const NEVER = new Promise<never>(() => undefined);

export interface TaskCallsContext {
  readonly clock: VirtualClock;
  readonly lambda: LambdaService;
  readonly cloudformation: () => CloudFormationApi;
  /** Refuses what the role of the state machine may not do. */
  readonly authorize: Authorize;
  /** Where a state machine is whose ARN does not say it. */
  readonly environment: Environment;
  readonly faults: FaultPlan;
  readonly supposition: Supposition;
}

/** Does the tasks of state machines: runs functions, and calls CloudFormation. */
export class TaskCalls {
  /** Of CloudFormation, in order. */
  public readonly calls: RecordedCall[] = [];

  constructor(private readonly context: TaskCallsContext) {}

  public async perform(resource: string, input: JsonValue, execution: Execution): Promise<TaskOutcome> {
    const [, operation] = CLOUDFORMATION_CALL.exec(resource) ?? [];
    if (operation === undefined) return this.invoke(resource, input, execution);
    return this.callCloudFormation(operation[0].toUpperCase() + operation.slice(1), input, execution);
  }

  private async invoke(functionArn: string, event: JsonValue, execution: Execution): Promise<TaskOutcome> {
    const call = this.callOf('lambda', 'InvokeFunction', { FunctionName: functionArn }, execution);
    const { lambda, authorize } = this.context;
    try {
      authorize(call);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return invocationOutcome({ kind: 'denied', message: error.message });
    }
    const { origin } = execution;
    return invocationOutcome(await lambda.invoke({ functionArn, kind: 'tick', event, origin }));
  }

  private async callCloudFormation(operation: string, input: JsonValue, execution: Execution): Promise<TaskOutcome> {
    const { clock, cloudformation, authorize, environment, faults } = this.context;
    const call = this.callOf('cloudformation', operation, input, execution);
    const fault = faults.forCall(operation);
    await clock.sleep(CALL_MS);
    const requestId = `${execution.name}-${this.calls.length}`;
    try {
      if (fault && !isOfAnswer(fault)) throw errorOf(fault);
      authorize(call);
      const output = cloudformation().handle(call, environmentOf(call.stateMachineArn) ?? environment);
      this.calls.push({ ...call, requestId, output });
      if (fault || this.isAnswerLost(operation)) return await NEVER;
      return { result: output };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { code, message } = error;
      this.calls.push({ ...call, requestId, error: { code, message } });
      return this.refused(error, requestId);
    }
  }

  private isAnswerLost(operation: string): boolean {
    return operation === 'SignalResource' && this.context.supposition.nameOf('signal-answer') === 'lost';
  }

  /** Whatever CloudFormation calls its error, the state machine gets it under a name of the integration. */
  private refused({ message }: ServiceError, requestId: string): TaskOutcome {
    const { code = '' } = textOf(this.context.supposition.choiceOf('signal-error-name')) ?? {};
    const Cause = `${message} (Service: CloudFormation, Status Code: 400, Request ID: ${requestId})`;
    return { error: { Error: code, Cause } };
  }

  private callOf(
    service: string,
    operation: string,
    input: JsonValue,
    { props: { stateMachine } }: Execution,
  ): ApiCall {
    const { arn: stateMachineArn, roleArn } = stateMachine;
    const at = this.context.clock.now();
    const parameters = asJsonObject(input);
    return { service, operation, input: parameters, at, caller: undefined, roleArn, stateMachineArn };
  }
}

/** Whether a call that meets a fault has its effect: only its answer never comes. */
function isOfAnswer(fault: CallFaultEffect): boolean {
  return fault === 'lost-response';
}

function errorOf(fault: CallFaultEffect): ServiceError {
  if (typeof fault === 'object') return new ServiceError(fault.error, fault.message);
  return new ServiceError(fault, `The call has met the fault ${fault}`);
}

/** What an invocation is to the state that has made it. */
export function invocationOutcome(outcome: InvocationOutcome): TaskOutcome {
  const error = (name: string, cause: string): TaskOutcome => ({ error: { Error: name, Cause: cause } });
  switch (outcome.kind) {
    case 'result':
      return { result: outcome.result };
    case 'error':
      return error(outcome.error.errorType, JSON.stringify(outcome.error));
    case 'throttled':
      return error('Lambda.TooManyRequestsException', 'Rate Exceeded. (Service: Lambda, Status Code: 429)');
    case 'denied':
      return error('Lambda.AWSLambdaException', outcome.message);
    case 'missing':
      return error('Lambda.ResourceNotFoundException', 'Function not found (Service: Lambda, Status Code: 404)');
    case 'timeout':
      return error(
        'Sandbox.Timedout',
        JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: outcome.message }),
      );
    case 'crash':
      return error(
        'Lambda.Unknown',
        `The cause could not be determined because Lambda did not return an error type. ${outcome.message}`,
      );
  }
}
