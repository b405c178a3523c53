import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import type { ResponseEndpoint } from './response-endpoint';
import type { VirtualClock } from '../clock';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** For so long the URL of a handle is valid. */
const HANDLE_SECONDS = 86_399;
const MAX_TIMEOUT_SECONDS = 43_200;

/** Signals by the URL of the handle that got them. */
export class HandleSignals {
  private readonly signals = new Map<string, Map<string, JsonObject>>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly responses: ResponseEndpoint) {}

  public newHandle(): string {
    const url = this.responses.presign(HANDLE_SECONDS, (body) => this.receive(url, body));
    this.signals.set(url, new Map());
    return url;
  }

  public of(handle: string): JsonObject[] {
    return [...(this.signals.get(handle)?.values() ?? [])];
  }

  public subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private receive(url: string, body: string): string | undefined {
    const signal = parse(body);
    if (!isJsonObject(signal)) return 'it is not a JSON object';
    const { Status: status, UniqueId: id } = signal;
    if (typeof id !== 'string' || id === '') return 'it has no UniqueId';
    if (status !== 'SUCCESS' && status !== 'FAILURE') {
      return `its Status is ${JSON.stringify(status)}, neither SUCCESS nor FAILURE`;
    }
    this.signals.get(url)?.set(id, signal);
    this.listeners.forEach((listener) => listener());
    return undefined;
  }
}

/** Makes the URL that a wait condition is signalled at. */
export class WaitConditionHandleProvider implements ResourceProvider {
  constructor(private readonly signals: HandleSignals) {}

  public async create(): Promise<ProvidedResource> {
    return { physicalId: this.signals.newHandle(), attributes: {} };
  }

  public async update(): Promise<ProvidedResource> {
    throw new ResourceFailure('Update to resource type AWS::CloudFormation::WaitConditionHandle is not supported.');
  }

  public async delete(): Promise<void> {}
}

export interface HandleWaitContext {
  readonly clock: VirtualClock;
  readonly signals: HandleSignals;
  /** Whether a deployment waits for conditions at all. */
  readonly isWaitedFor: boolean;
}

/** Waits until the handle of a wait condition has enough signals; returns the attributes of the condition. */
export async function waitForHandle(request: ResourceRequest, context: HandleWaitContext): Promise<JsonObject> {
  const { signals, isWaitedFor } = context;
  const { Handle: handle, Timeout: timeout } = request.properties;
  if (handle === undefined) throw new ResourceFailure('Property Handle cannot be empty.');
  if (!(Number(timeout) >= 0 && Number(timeout) <= MAX_TIMEOUT_SECONDS)) {
    throw new ResourceFailure(`Value '${asText(timeout)}' for Timeout is not between 0 and ${MAX_TIMEOUT_SECONDS}.`);
  }
  if (isWaitedFor) await signalled(String(handle), request, context);
  const data = signals.of(String(handle)).map(({ UniqueId, Data }) => [String(UniqueId), Data ?? '']);
  return { Data: JSON.stringify(Object.fromEntries(data)) };
}

async function signalled(
  handle: string,
  { properties, signal }: ResourceRequest,
  { clock, signals }: HandleWaitContext,
): Promise<void> {
  const count = Number(properties.Count ?? 1);
  await new Promise<void>((resolve, reject) => {
    const end = (outcome: () => void): void => {
      clock.clearTimeout(timer);
      unsubscribe();
      outcome();
    };
    const fail = (reason: string): void => end(() => reject(new ResourceFailure(reason)));
    const look = (): void => {
      const received = signals.of(handle);
      const failure = received.find(({ Status }) => Status === 'FAILURE');
      if (failure) {
        fail(
          `WaitCondition received failed message: '${asText(failure.Reason)}' for uniqueId: ${asText(failure.UniqueId)}`,
        );
      } else if (received.length >= count) {
        end(resolve);
      }
    };
    const timer = clock.setTimeout(
      () => fail(`WaitCondition timed out. Received ${signals.of(handle).length} conditions when expecting ${count}`),
      Number(properties.Timeout) * 1000,
    );
    const unsubscribe = signals.subscribe(look);
    signal.addEventListener('abort', () => fail('Resource creation cancelled'), { once: true });
    if (signal.aborted) fail('Resource creation cancelled');
    else look();
  });
}

function parse(body: string): JsonValue | undefined {
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
}

function asText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
