import type { ResourceSignalPolicy } from './creation-policy';
import { ResourceFailure, type ResourceRequest } from './resource-provider';
import type { DeployedStack } from './stack';
import type { VirtualClock, VirtualTimer } from '../clock';

/** The result of a call of `SignalResource`. */
export interface ResourceSignal {
  readonly uniqueId: string;
  readonly status: string;
}

/** How long CloudFormation takes to complete a resource that has its signals. */
const COMPLETION_MS = 1000;

export interface ResourceSignalsContext {
  readonly clock: VirtualClock;
  /** Whether a signal counts whose id was there before. */
  readonly mayIdsRepeat: boolean;
}

/** The signals that resources with a creation policy wait for. */
export class ResourceSignals {
  private readonly waits = new Map<string, SignalWait>();
  /** Those that have come before what they are for. */
  private readonly early = new Map<string, ResourceSignal[]>();

  constructor(private readonly context: ResourceSignalsContext) {}

  /** Waits until a resource has its signals. */
  public async wait(request: ResourceRequest, policy: ResourceSignalPolicy): Promise<void> {
    const key = keyOf(request.stack, request.address.logicalId);
    const wait = new SignalWait(request, policy, this.context.clock);
    this.waits.set(key, wait);
    for (const signal of this.early.get(key) ?? []) wait.take(signal);
    this.early.delete(key);
    try {
      await wait.done;
    } finally {
      this.waits.delete(key);
    }
  }

  /** Hands a signal to a resource that waits. */
  public take(stack: DeployedStack, logicalId: string, signal: ResourceSignal): 'taken' | 'repeated' | 'not-waiting' {
    const wait = this.waits.get(keyOf(stack, logicalId));
    if (!wait) return 'not-waiting';
    if (wait.has(signal) && !this.context.mayIdsRepeat) return 'repeated';
    wait.take(signal);
    return 'taken';
  }

  /** Keeps a signal for a resource that does not wait yet. */
  public keep(stack: DeployedStack, logicalId: string, signal: ResourceSignal): void {
    const key = keyOf(stack, logicalId);
    this.early.set(key, [...(this.early.get(key) ?? []), signal]);
  }
}

/** One resource, until it has its signals, or has waited long enough. */
class SignalWait {
  public readonly done: Promise<void>;
  private readonly received: string[] = [];
  private readonly timer: VirtualTimer;
  private resolve!: () => void;
  private reject!: (failure: ResourceFailure) => void;

  constructor(
    private readonly request: ResourceRequest,
    private readonly policy: ResourceSignalPolicy,
    private readonly clock: VirtualClock,
  ) {
    const { signal } = request;
    this.done = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.timer = clock.setTimeout(() => {
      const missing = policy.count - this.received.length;
      this.fail(`Failed to receive ${missing} resource signal(s) within the specified duration`);
    }, policy.seconds * 1000);
    const cancel = (): void => this.fail('Resource creation cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  }

  public has({ uniqueId }: ResourceSignal): boolean {
    return this.received.includes(uniqueId);
  }

  public take({ uniqueId, status }: ResourceSignal): void {
    const { stack, type, path, address } = this.request;
    const own = { logicalId: address.logicalId, physicalId: '', type, path };
    stack.record(own, 'CREATE_IN_PROGRESS', `Received ${status} signal with UniqueId ${uniqueId}`);
    this.received.push(uniqueId);
    const { count } = this.policy;
    if (status !== 'SUCCESS') {
      this.fail(
        `Received 1 FAILURE signal(s) out of ${count}.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement`,
      );
    } else if (this.received.length === count) {
      this.clock.clearTimeout(this.timer);
      this.clock.setTimeout(() => this.resolve(), COMPLETION_MS);
    }
  }

  private fail(reason: string): void {
    this.clock.clearTimeout(this.timer);
    this.reject(new ResourceFailure(reason));
  }
}

function keyOf({ id }: DeployedStack, logicalId: string): string {
  return `${id} ${logicalId}`;
}
