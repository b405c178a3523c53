import { fork, type ChildProcess } from 'node:child_process';
import { devNull } from 'node:os';
import type { InvocationOutcome } from './invocation';
import type { LambdaFunction } from './lambda-function';
import type { InvokeMessage, RuntimeMessage } from './runtime-messages';
import { programPath } from '../program-path';

/** The addresses that the function's SDK clients call. */
export interface ServiceEndpoints {
  readonly bedrock: string;
  readonly sagemaker: string;
  readonly stepFunctions: string;
  readonly others: string;
}

/** A process that runs a function, one invocation after the other. */
export class ExecutionEnvironment {
  private readonly child: ChildProcess;
  private finish?: (outcome: InvocationOutcome) => void;
  private log?: (text: string) => void;
  private ended = false;

  constructor(
    private readonly lambda: LambdaFunction,
    /** Tells this process's calls from those of all others. */
    public readonly sessionToken: string,
    endpoints: ServiceEndpoints,
  ) {
    this.child = fork(programPath('lambda/function-runtime'), {
      execArgv: [],
      // as in AWS, where relative paths begin at the function's code
      cwd: lambda.folder,
      env: environmentOf(lambda, sessionToken, endpoints),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.on('message', (message: RuntimeMessage) => this.receive(message));
    this.child.stdout?.on('data', (chunk: Buffer) => this.log?.(chunk.toString('utf8')));
    this.child.stderr?.on('data', (chunk: Buffer) => this.log?.(chunk.toString('utf8')));
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('exit', (code, signal) => this.end(signal ? `signal: ${signal}` : `exit status ${code}`));
  }

  public get alive(): boolean {
    return !this.ended;
  }

  public async invoke(message: InvokeMessage, log: (text: string) => void): Promise<InvocationOutcome> {
    this.log = log;
    const outcome = new Promise<InvocationOutcome>((resolve) => (this.finish = resolve));
    const limit = setTimeout(() => this.timeOut(message), message.timeoutMs);
    try {
      if (this.ended) this.end('the process has ended');
      else this.child.send(message);
      return await outcome;
    } finally {
      clearTimeout(limit);
      this.finish = undefined;
    }
  }

  /** Ends the process at once, as an out-of-memory would. */
  public kill(): void {
    this.child.kill('SIGKILL');
    this.end('signal: killed');
  }

  private timeOut(message: InvokeMessage): void {
    const seconds = (message.timeoutMs / 1000).toFixed(2);
    this.finish?.({
      kind: 'timeout',
      message: `RequestId: ${message.awsRequestId} Error: Task timed out after ${seconds} seconds`,
    });
    this.kill();
  }

  private receive(message: RuntimeMessage): void {
    if (message.kind === 'log') this.log?.(message.text);
    else this.finish?.(message);
  }

  private end(reason: string): void {
    this.ended = true;
    this.finish?.({
      kind: 'crash',
      message: `RequestId: ${this.lambda.name} Error: Runtime exited with error: ${reason}`,
    });
  }
}

function environmentOf(lambda: LambdaFunction, sessionToken: string, endpoints: ServiceEndpoints): NodeJS.ProcessEnv {
  return {
    ...lambda.environment,
    PATH: process.env.PATH,
    TZ: ':UTC',
    _HANDLER: lambda.handler,
    LAMBDA_TASK_ROOT: lambda.folder,
    AWS_REGION: lambda.region,
    AWS_DEFAULT_REGION: lambda.region,
    AWS_ACCESS_KEY_ID: 'ASIAREHEARSAL0000000',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL: endpoints.others,
    AWS_ENDPOINT_URL_BEDROCK: endpoints.bedrock,
    AWS_ENDPOINT_URL_SAGEMAKER: endpoints.sagemaker,
    AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
    // the SDK's advice about this machine's Node.js says nothing about the one in AWS
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    // nothing of the user's own configuration
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: lambda.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMiB),
    AWS_LAMBDA_LOG_GROUP_NAME: lambda.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/01/[$LATEST]rehearsal',
  };
}
