import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import type { ResponseEndpoint } from './response-endpoint';
import type { VirtualClock } from '../clock';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** Signals by the URL of the handle that got them. */
export class WaitConditionSignals {
  private readonly signals = new Map<string, Map<string, JsonObject>>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly responses: ResponseEndpoint) {}

  public newHandle(): string {
    const url = this.responses.presign((body) => this.receive(url, body));
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
    const id = isJsonObject(signal) ? signal.UniqueId : undefined;
    if (!isJsonObject(signal) || typeof id !== 'string') return 'it is not a signal: a JSON object with a UniqueId';
    this.signals.get(url)?.set(id, signal);
    this.listeners.forEach((listener) => listener());
    return undefined;
  }
}

/** Makes the URL that a wait condition is signalled at. */
export class WaitConditionHandleProvider implements ResourceProvider {
  constructor(private readonly signals: WaitConditionSignals) {}

  public async create(): Promise<ProvidedResource> {
    return { physicalId: this.signals.newHandle(), attributes: {} };
  }

  public async update(): Promise<ProvidedResource> {
    throw new ResourceFailure('Update to resource type AWS::CloudFormation::WaitConditionHandle is not supported.');
  }

  public async delete(): Promise<void> {}
}

/** Waits until the handle has enough signals. */
export class WaitConditionProvider implements ResourceProvider {
  constructor(
    private readonly clock: VirtualClock,
    private readonly signals: WaitConditionSignals,
  ) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const handle = String(request.properties.Handle);
    const count = Number(request.properties.Count ?? 1);
    await this.signalled(handle, count, request);
    const data = Object.fromEntries(
      this.signals.of(handle).map(({ UniqueId, Data }) => [String(UniqueId), Data ?? '']),
    );
    const id = `${request.stack.id}|${request.address.logicalId}`;
    return { physicalId: id, attributes: { Data: JSON.stringify(data) } };
  }

  public async update(): Promise<ProvidedResource> {
    throw new ResourceFailure('Update to resource type AWS::CloudFormation::WaitCondition is not supported.');
  }

  public async delete(): Promise<void> {}

  private async signalled(handle: string, count: number, { properties, signal }: ResourceRequest): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const end = (outcome: () => void): void => {
        this.clock.clearTimeout(timer);
        unsubscribe();
        outcome();
      };
      const fail = (reason: string): void => end(() => reject(new ResourceFailure(reason)));
      const look = (): void => {
        const received = this.signals.of(handle);
        const failure = received.find(({ Status }) => Status === 'FAILURE');
        if (failure) {
          fail(
            `WaitCondition received failed message: '${asText(failure.Reason)}' for uniqueId: ${asText(failure.UniqueId)}`,
          );
        } else if (received.length >= count) {
          end(resolve);
        }
      };
      const timer = this.clock.setTimeout(
        () =>
          fail(
            `WaitCondition timed out. Received ${this.signals.of(handle).length} conditions when expecting ${count}`,
          ),
        Number(properties.Timeout) * 1000,
      );
      const unsubscribe = this.signals.subscribe(look);
      signal.addEventListener('abort', () => fail('Resource creation cancelled'), { once: true });
      look();
    });
  }
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
