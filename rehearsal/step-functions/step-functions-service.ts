import { Execution, type ExecutionContext, type ExecutionProps, type StateMachine } from './execution';
import { InvalidDefinition, readDefinition } from '../../state-machine/read-definition';
import type { ApiCall } from '../emulated-api/api-call';
import type { EmulatedService } from '../emulated-api/emulated-service';
import { ServiceError } from '../emulated-api/service-error';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const MAX_NAME_LENGTH = 80;
const NAME_PATTERN = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]+$/;

/** How many executions a page of a list has, where the call does not say it. */
const DEFAULT_PAGE = 100;

/** Emulates Step Functions: starts the executions that the handler asks for. */
export class StepFunctionsService implements EmulatedService {
  public readonly name = 'states';
  public readonly executions: Execution[] = [];
  private readonly stateMachines = new Map<string, StateMachine>();

  constructor(private readonly context: ExecutionContext) {}

  /** Creates or updates a state machine; an execution that runs goes on with the definition that it began with. */
  public define(stateMachine: StateMachine): void {
    requireValid(stateMachine);
    this.stateMachines.set(stateMachine.arn, stateMachine);
  }

  /** With a state machine, its executions end. */
  public remove(arn: string): void {
    this.stateMachines.delete(arn);
    this.executions.filter(({ props }) => props.stateMachine.arn === arn).forEach((execution) => execution.abort());
  }

  /** The state machine that a call is about. */
  public stateMachineOf({ stateMachineArn, executionArn }: JsonObject): StateMachine | undefined {
    const execution = this.executions.find(({ arn }) => arn === executionArn);
    return execution?.props.stateMachine ?? this.stateMachines.get(String(stateMachineArn));
  }

  public handle(call: ApiCall): JsonValue {
    switch (call.operation) {
      case 'StartExecution':
        return this.startExecution(call);
      case 'DescribeExecution':
        return describe(this.execution(call.input));
      case 'ListExecutions':
        return this.listExecutions(call.input);
      case 'StopExecution':
        return this.stopExecution(call);
      default:
        throw new ServiceError('UnknownOperationException', `The rehearsal does not emulate states:${call.operation}.`);
    }
  }

  public close(): void {
    this.executions.forEach((execution) => execution.abort());
  }

  private startExecution(call: ApiCall): JsonValue {
    const arn = String(call.input.stateMachineArn ?? '');
    const stateMachine = this.stateMachines.get(arn);
    if (!stateMachine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    const name = executionName(call);
    const inputText = String(call.input.input ?? '{}');
    const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const existing = this.executions.find((execution) => execution.arn === executionArn);
    if (existing) return repeated(existing, inputText);
    const origin = call.caller?.origin ?? { stackName: '', stackPath: '', logicalId: '', path: '' };
    const input = parseInput(inputText);
    const execution = this.newExecution({ arn: executionArn, name, input, inputText, stateMachine, origin });
    this.executions.push(execution);
    execution.start();
    return started(execution);
  }

  /** Nobody starts a state machine in a rehearsal but the handler, which starts the engine's. */
  private newExecution(props: ExecutionProps): Execution {
    try {
      return new Execution(props, this.context);
    } catch (error) {
      throw new ServiceError(
        'UnknownOperationException',
        `The rehearsal does not interpret ${props.stateMachine.arn}: ${(error as Error).message}`,
      );
    }
  }

  /** The newest first, page by page. */
  private listExecutions({ stateMachineArn, statusFilter, maxResults, nextToken }: JsonObject): JsonValue {
    const executions = this.executions.filter(
      ({ props, status }) =>
        props.stateMachine.arn === stateMachineArn && (statusFilter === undefined || status === statusFilter),
    );
    const start = Number(nextToken ?? 0);
    const end = start + Number(maxResults ?? DEFAULT_PAGE);
    return {
      executions: executions.reverse().slice(start, end).map(summary),
      ...(end < executions.length && { nextToken: String(end) }),
    };
  }

  private stopExecution(call: ApiCall): JsonValue {
    const execution = this.execution(call.input);
    execution.abort();
    return { stopDate: (execution.stoppedAt ?? call.at) / 1000 };
  }

  private execution(input: JsonObject): Execution {
    const arn = String(input.executionArn ?? '');
    const execution = this.executions.find((candidate) => candidate.arn === arn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }
}

/** The app may have other state machines, which say more than is interpreted: these are taken to be valid. */
function requireValid({ definition }: StateMachine): void {
  try {
    readDefinition(definition);
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) return;
    throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${error.message}'`);
  }
}

function executionName(call: ApiCall): string {
  const name = call.input.name ?? `${call.at}-${Math.floor(call.at / 7)}`;
  if (typeof name === 'string' && name.length <= MAX_NAME_LENGTH && NAME_PATTERN.test(name)) return name;
  throw new ServiceError('InvalidName', `Invalid Name: '${String(name)}'`);
}

function parseInput(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${text}'`);
  }
}

/** Starting a running execution again with the same input is no error. */
function repeated(existing: Execution, inputText: string): JsonValue {
  if (existing.status === 'RUNNING' && existing.props.inputText === inputText) return started(existing);
  throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
}

function started(execution: Execution): JsonValue {
  return { executionArn: execution.arn, startDate: execution.startedAt / 1000 };
}

function summary(execution: Execution): JsonObject {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.props.stateMachine.arn,
    name: execution.name,
    status: execution.status,
    startDate: execution.startedAt / 1000,
    ...(execution.stoppedAt !== undefined && { stopDate: execution.stoppedAt / 1000 }),
  };
}

function describe(execution: Execution): JsonValue {
  return {
    ...summary(execution),
    input: execution.props.inputText,
    inputDetails: { included: true },
    ...(execution.output !== undefined && {
      output: JSON.stringify(execution.output),
      outputDetails: { included: true },
    }),
    ...(execution.error && { error: execution.error.Error, cause: execution.error.Cause }),
  };
}

/** Reads the resolved properties of an `AWS::StepFunctions::StateMachine`. */
export function readStateMachine(arn: string, properties: JsonObject): StateMachine {
  const { DefinitionString: text, Definition: object, RoleArn: roleArn, EncryptionConfiguration } = properties;
  const { KmsKeyId: keyId } = asJsonObject(EncryptionConfiguration);
  const definition: JsonValue = typeof text === 'string' ? (JSON.parse(text) as JsonValue) : (object ?? {});
  return {
    arn,
    roleArn: String(roleArn ?? ''),
    definition: isJsonObject(definition) ? definition : {},
    ...(typeof keyId === 'string' && { keyId }),
  };
}
