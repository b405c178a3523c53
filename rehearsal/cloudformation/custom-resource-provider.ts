import { readAnswer, type CustomResourceAnswer } from './custom-resource-answer';
import { scalarsAsStrings } from './intrinsic-functions';
import { generatedName, uuidOf } from './physical-resource';
import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import type { ResponseEndpoint } from './response-endpoint';
import type { StackResource } from './stack';
import type { VirtualClock, VirtualTimer } from '../clock';
import type { FaultPlan } from '../emulated-api/fault';
import type { JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';
import type { LambdaService } from '../lambda/lambda-service';

const DEFAULT_SERVICE_TIMEOUT_SECONDS = 3600;
const DEFAULT_RETRY_DELAY_SECONDS = 60;
/** For so long the response URL is valid. */
const RESPONSE_URL_SECONDS = 7200;

type RequestType = 'Create' | 'Update' | 'Delete';

export interface CustomResourceContext {
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly lambda: LambdaService;
  readonly responses: ResponseEndpoint;
}

/** Asks the function behind a custom resource, and waits for its answer at a response URL. */
export class CustomResourceProvider implements ResourceProvider {
  private requests = 0;

  constructor(private readonly context: CustomResourceContext) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const provisionalId = generatedName(request.address);
    const answer = await this.ask('Create', request, {});
    if (answer.kind !== 'success') throw failure(answer, provisionalId, 'creation');
    return { physicalId: answer.physicalId, attributes: answer.data };
  }

  public async update(request: ResourceRequest, current: StackResource): Promise<ProvidedResource> {
    if (request.properties.ServiceToken !== current.properties.ServiceToken) {
      throw new ResourceFailure('Modifying service token is not allowed.', current.physicalId);
    }
    const answer = await this.ask('Update', request, {
      PhysicalResourceId: current.physicalId,
      OldResourceProperties: scalarsAsStrings(current.properties),
    });
    if (answer.kind !== 'success') throw failure(answer, current.physicalId, 'update');
    return { physicalId: answer.physicalId, attributes: answer.data };
  }

  public async delete(request: ResourceRequest, current: StackResource): Promise<void> {
    const answer = await this.ask('Delete', request, { PhysicalResourceId: current.physicalId });
    if (answer.kind !== 'success') throw failure(answer, current.physicalId, 'deletion');
  }

  private async ask(type: RequestType, request: ResourceRequest, more: JsonObject): Promise<CustomResourceAnswer> {
    const functionArn = String(request.properties.ServiceToken);
    if (!this.context.lambda.has(functionArn)) {
      throw new ResourceFailure(`Function not found: ${functionArn} (Service: Lambda, Status Code: 404)`);
    }
    const { stack, address, properties } = request;
    const event = {
      RequestType: type,
      ServiceToken: functionArn,
      StackId: stack.id,
      RequestId: uuidOf(`${stack.id}|${address.logicalId}|${this.requests++}`),
      LogicalResourceId: address.logicalId,
      ResourceType: request.type,
      ResourceProperties: scalarsAsStrings(properties),
      ...more,
    };
    return new Promise((resolve) => {
      const wait = new Wait(this.context, resolve);
      request.signal.addEventListener('abort', () => wait.cancel(), { once: true });
      if (request.signal.aborted) {
        wait.cancel();
      } else {
        wait.begin(event, originOf(request));
      }
    });
  }
}

/** A result acts on behalf of the job that it has the results of. */
function originOf({ stack, address, path, properties }: ResourceRequest): JobOrigin {
  const job = [...stack.resources.values()].find(({ physicalId }) => physicalId === properties.Job);
  const own = job ?? { logicalId: address.logicalId, path };
  return {
    stackName: stack.name,
    stackPath: stack.path,
    logicalId: own.logicalId,
    path: own.path,
    ...('ReferencedJob' in properties && { isReference: true }),
  };
}

type RequestEvent = JsonObject & {
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
};

/** One request, until it is answered, timed out or no longer waited for. */
class Wait {
  private readonly timers: VirtualTimer[] = [];
  private settled = false;

  constructor(
    private readonly context: CustomResourceContext,
    private readonly resolve: (answer: CustomResourceAnswer) => void,
  ) {}

  public begin(event: RequestEvent, origin: JobOrigin): void {
    const properties = event.ResourceProperties as JsonObject;
    const timeout = Number(properties.ServiceTimeout ?? DEFAULT_SERVICE_TIMEOUT_SECONDS);
    const fault = this.context.faults.forRequest();
    this.after(timeout, () => this.settle({ kind: 'failed', reason: timeoutReason(event.RequestId) }));
    let latestUrl = '';
    const send = (): void => {
      const url: string = this.context.responses.presign(RESPONSE_URL_SECONDS, (body) =>
        url === latestUrl ? this.read(body, event) : 'CloudFormation has asked again, under another URL',
      );
      latestUrl = url;
      const withUrl = { ...event, ResponseURL: url };
      const functionArn = String(event.ServiceToken);
      this.context.lambda.deliver({ functionArn, kind: 'request', event: withUrl, origin });
    };
    send();
    if (fault) this.after(fault.after ?? DEFAULT_RETRY_DELAY_SECONDS, send);
  }

  public cancel(): void {
    this.settle({ kind: 'ignored', why: 'cancelled' });
  }

  private read(body: string, event: RequestEvent): string | undefined {
    if (this.settled) return 'the request is already answered, timed out or cancelled';
    const answer = readAnswer(body, event);
    if (answer.kind === 'ignored') return answer.why;
    this.settle(answer);
    return undefined;
  }

  private after(seconds: number, callback: () => void): void {
    this.timers.push(this.context.clock.setTimeout(callback, seconds * 1000));
  }

  private settle(answer: CustomResourceAnswer): void {
    if (this.settled) return;
    this.settled = true;
    this.timers.forEach((timer) => this.context.clock.clearTimeout(timer));
    this.resolve(answer);
  }
}

function failure(
  answer: Exclude<CustomResourceAnswer, { kind: 'success' }>,
  provisionalId: string,
  what: 'creation' | 'update' | 'deletion',
): ResourceFailure {
  if (answer.kind === 'ignored') return new ResourceFailure(`Resource ${what} cancelled`, provisionalId);
  return new ResourceFailure(answer.reason, answer.physicalId ?? provisionalId);
}

function timeoutReason(requestId: string): string {
  return (
    `CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [${requestId}]. ` +
    'If you are using the Python cfn-response module, you may need to update your Lambda function so that CloudFormation can attach the updated version.'
  );
}
