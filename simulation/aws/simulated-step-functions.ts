import { ACCOUNT, type Account, REGION } from './account';
import { SimulatedExecution, type ExecutionContext } from './execution';
import { ServiceError } from './service-error';
import type { Definition } from '../../state-machine/definition';

export const STATE_MACHINE_ARN = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:Jobs`;

type Input = { readonly [member: string]: unknown };

/** How many executions a page of a list has, where the call does not say it. */
const DEFAULT_PAGE = 100;

/** Step Functions with one state machine. */
export class SimulatedStepFunctions {
  public readonly executions: SimulatedExecution[] = [];

  constructor(
    private readonly account: Account,
    private readonly definition: Definition,
    private readonly context: ExecutionContext,
  ) {}

  /** What runs now. */
  public get running(): SimulatedExecution[] {
    return this.executions.filter(({ status }) => status === 'RUNNING');
  }

  /** Whether a request is being carried. */
  public isCarrying(requestId: string): boolean {
    return this.running.some((execution) => execution.requestId === requestId);
  }

  /** All that its future depends on: of what has ended, that it was there, and what is told of its end. */
  public get state(): unknown {
    return this.executions.map((execution) =>
      execution.status === 'RUNNING'
        ? execution.current
        : [execution.name, execution.status, execution.isSettled, execution.recentMs],
    );
  }

  public call(operation: string, input: Input, lagSeconds = 0): object {
    this.account.checkAccess(operation, 'states');
    switch (operation) {
      case 'StartExecution':
        return this.startExecution(String(input.name), String(input.input));
      case 'DescribeExecution':
        return this.describeExecution(String(input.executionArn), lagSeconds);
      case 'StopExecution':
        this.find(String(input.executionArn)).abort();
        return {};
      case 'ListExecutions':
        return this.listExecutions(input, lagSeconds);
      default:
        throw new Error(`Step Functions is not simulated that far: ${operation}`);
    }
  }

  /** As it was some time ago. */
  private describeExecution(arn: string, lagSeconds: number): object {
    const execution = this.find(arn);
    const hasEnded = execution.stoppedAt <= this.account.now - lagSeconds * 1000;
    const { inputText: input, output } = execution;
    return { input, ...(hasEnded && output !== undefined && { output: JSON.stringify(output) }) };
  }

  private startExecution(name: string, input: string): object {
    const existing = this.executions.find((execution) => execution.name === name);
    if (existing) {
      // starting a running execution again with the same input is no error
      if (existing.status === 'RUNNING' && existing.inputText === input) return started(existing);
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arnOf(name)}'`);
    }
    const execution = new SimulatedExecution(name, input, this.definition, this.context);
    this.executions.push(execution);
    execution.start();
    return started(execution);
  }

  /** The newest first, page by page, as it was some time ago. */
  private listExecutions(
    { statusFilter, maxResults = DEFAULT_PAGE, nextToken = 0 }: Input,
    lagSeconds: number,
  ): object {
    const at = this.account.now - lagSeconds * 1000;
    const onlyRunning = statusFilter !== undefined;
    const isShown = ({ startedAt, stoppedAt }: SimulatedExecution) =>
      startedAt <= at && !(onlyRunning && stoppedAt <= at);
    const shown = this.executions.filter(isShown).reverse();
    const end = Number(nextToken) + Number(maxResults);
    return {
      executions: shown.slice(Number(nextToken), end).map((execution) => ({
        ...started(execution),
        name: execution.name,
        ...(execution.stoppedAt <= at
          ? { status: execution.status, stopDate: new Date(execution.stoppedAt) }
          : { status: 'RUNNING' }),
      })),
      ...(end < shown.length && { nextToken: String(end) }),
    };
  }

  private find(arn: string): SimulatedExecution {
    const execution = this.executions.find(({ name }) => arnOf(name) === arn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }
}

function started({ name, startedAt }: SimulatedExecution): object {
  return { executionArn: arnOf(name), startDate: new Date(startedAt) };
}

function arnOf(name: string): string {
  return `${STATE_MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`;
}
