import { fork, type ChildProcess } from 'node:child_process';
import { devNull } from 'node:os';
import type { InvocationOutcome } from './invocation';
import type { LambdaFunction } from './lambda-function';
import type { InvokeMessage, RuntimeMessage, ToRuntimeMessage } from './runtime-messages';
import { builtFile } from '../built-file';

/** The addresses that the function's SDK clients call. */
export interface ServiceEndpoints {
  readonly bedrock: string;
  readonly s3: string;
  readonly sagemaker: string;
  readonly stepFunctions: string;
  readonly others: string;
}

/** What an environment tells while it runs a function. */
export interface InvocationListener {
  readonly log: (text: string) => void;
  /** Lets time pass until a moment, in milliseconds since 1970, and returns which it is then. */
  readonly rest: (until: number) => Promise<number>;
}

/**
 * A function that neither ends nor rests is at work without an end once it has taken so many times as long as it may:
 * a machine that has much else to do takes longer, too.
 */
const SLOWNESS = 20;
const LEAST_REAL_TIMEOUT_MS = 120_000;

/** A process that runs a function, one invocation after the other. */
export class ExecutionEnvironment {
  private readonly child: ChildProcess;
  private finish?: (outcome: InvocationOutcome) => void;
  private listener?: InvocationListener;
  private invocation?: InvokeMessage;
  private resting?: Promise<number>;
  private ended = false;

  constructor(
    private readonly lambda: LambdaFunction,
    /** Tells this process's calls from those of all others. */
    public readonly sessionToken: string,
    endpoints: ServiceEndpoints,
  ) {
    this.child = fork(builtFile('assets/rehearsal/lambda/function-runtime/index.js'), {
      execArgv: [],
      // as in AWS, where relative paths begin at the function's code
      cwd: lambda.folder,
      env: environmentOf(lambda, sessionToken, endpoints),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.on('message', (message: RuntimeMessage) => this.receive(message));
    this.child.stdout?.on('data', (chunk: Buffer) => this.listener?.log(chunk.toString('utf8')));
    this.child.stderr?.on('data', (chunk: Buffer) => this.listener?.log(chunk.toString('utf8')));
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('exit', (code, signal) => this.end(signal ? `signal: ${signal}` : `exit status ${code}`));
  }

  public get alive(): boolean {
    return !this.ended;
  }

  public async invoke(message: InvokeMessage, listener: InvocationListener): Promise<InvocationOutcome> {
    this.listener = listener;
    this.invocation = message;
    const outcome = new Promise<InvocationOutcome>((resolve) => (this.finish = resolve));
    const realTimeoutMs = Math.max(LEAST_REAL_TIMEOUT_MS, message.timeoutMs * SLOWNESS);
    const limit = setTimeout(() => this.timeOut(message), realTimeoutMs);
    try {
      if (this.ended) this.end('the process has ended');
      else this.send(message);
      await outcome;
    } finally {
      clearTimeout(limit);
      this.finish = undefined;
      this.invocation = undefined;
    }
    // a process that ends while it rests has ended when the rest is over
    await this.resting;
    return outcome;
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
    if (message.kind === 'log') this.listener?.log(message.text);
    else if (message.kind === 'rest') void this.rest(message.until);
    else this.finish?.(message);
  }

  /** The function waits for time to pass, at most until its own is over. */
  private async rest(until: number | null): Promise<void> {
    const { invocation, listener } = this;
    if (!invocation || !listener) return;
    const end = invocation.now + invocation.timeoutMs;
    const resting = listener.rest(Math.min(until ?? end, end));
    this.resting = resting;
    const now = await resting;
    if (this.ended || this.invocation !== invocation) return;
    if (now >= end) this.timeOut(invocation);
    else this.send({ kind: 'wake', now });
  }

  private send(message: ToRuntimeMessage): void {
    this.child.send(message);
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
    AWS_ENDPOINT_URL_BEDROCK_AGENT: endpoints.bedrock,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
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
