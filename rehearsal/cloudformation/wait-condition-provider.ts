import { resourceSignalPolicy } from './creation-policy';
import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import type { ResourceSignals } from './resource-signals';
import { waitForHandle, type HandleSignals } from './wait-condition-handle';
import type { VirtualClock } from '../clock';
import type { JsonObject } from '../json-value';

export interface WaitConditionContext {
  readonly clock: VirtualClock;
  /** Of conditions that have a handle. */
  readonly handleSignals: HandleSignals;
  /** Of conditions that have a creation policy instead. */
  readonly resourceSignals: ResourceSignals;
  /** Whether a deployment waits for conditions at all. */
  readonly areWaitedFor: boolean;
}

/** Waits until a wait condition has enough signals: those of its handle, or those that its creation policy asks for. */
export class WaitConditionProvider implements ResourceProvider {
  constructor(private readonly context: WaitConditionContext) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const physicalId = `${request.stack.id}|${request.address.logicalId}`;
    return { physicalId, attributes: await this.signalled(request) };
  }

  public async update(): Promise<ProvidedResource> {
    throw new ResourceFailure('Update to resource type AWS::CloudFormation::WaitCondition is not supported.');
  }

  public async delete(): Promise<void> {}

  private async signalled(request: ResourceRequest): Promise<JsonObject> {
    const { clock, handleSignals, resourceSignals, areWaitedFor } = this.context;
    const policy = resourceSignalPolicy(request.creationPolicy);
    if (!policy) return waitForHandle(request, { clock, signals: handleSignals, isWaitedFor: areWaitedFor });
    if (areWaitedFor) await resourceSignals.wait(request, policy);
    return {};
  }
}
