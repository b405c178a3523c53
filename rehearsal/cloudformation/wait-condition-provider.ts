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
export class WaitConditionSignals {
  private readonly signals = new Map<string, Map<string, JsonObject>>();
  private readonly listeners = new Set<() => void>();

  /** The last signals of each resource. */
  private readonly byResource = new Map<string, Map<string, JsonObject>>();

  /** @param areOldKept Whether a handle has the signals of an earlier one of the same resource. */
  constructor(
    private readonly responses: ResponseEndpoint,
    private readonly areOldKept = false,
  ) {}

  /** @param resource What tells resources from one another: the stack's id and the logical id. */
  public newHandle(resource: string): string {
    const url = this.responses.presign(HANDLE_SECONDS, (body) => this.receive(url, body));
    const signals = (this.areOldKept ? this.byResource.get(resource) : undefined) ?? new Map<string, JsonObject>();
    this.byResource.set(resource, signals);
    this.signals.set(url, signals);
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
  constructor(private readonly signals: WaitConditionSignals) {}

  public async create({ stack, address }: Pick<ResourceRequest, 'stack' | 'address'>): Promise<ProvidedResource> {
    return { physicalId: this.signals.newHandle(`${stack.id} ${address.logicalId}`), attributes: {} };
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
    /** Whether a deployment waits for conditions at all. */
    private readonly areWaitedFor = true,
  ) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const handle = String(request.properties.Handle);
    const count = Number(request.properties.Count ?? 1);
    const timeout = Number(request.properties.Timeout);
    if (!(timeout >= 0 && timeout <= MAX_TIMEOUT_SECONDS)) {
      throw new ResourceFailure(
        `Value '${asText(request.properties.Timeout)}' for Timeout is not between 0 and ${MAX_TIMEOUT_SECONDS}.`,
      );
    }
    if (this.areWaitedFor) await this.signalled(handle, count, request);
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
      if (signal.aborted) fail('Resource creation cancelled');
      else look();
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
