import { jsonAttributes } from './json-resource';
import { isReplacement, physicalId } from './physical-resource';
import { changeMs, creationMs } from './resource-duration';
import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import type { StackResource } from './stack';
import type { VirtualClock } from '../clock';
import { ServiceError } from '../emulated-api/service-error';

/** Learns of the resources that other parts of the rehearsal need: functions, state machines, roles. */
export interface ResourceObserver {
  onPresent(type: string, id: string, request: ResourceRequest): void;
  onGone(type: string, id: string, request: ResourceRequest): void;
}

/** Says that a resource exists, and makes up its id. */
export class AssumedResourceProvider implements ResourceProvider {
  constructor(
    private readonly clock: VirtualClock,
    private readonly observer: ResourceObserver,
  ) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const id = physicalId(request.type, request.properties, request.address);
    await this.take(creationMs(request.type), request, 'Resource creation cancelled');
    return this.provided(id, request);
  }

  public async update(request: ResourceRequest, current: StackResource): Promise<ProvidedResource> {
    await this.take(changeMs(request.type), request, 'Resource update cancelled');
    const replaced = isReplacement(request.type, current.properties, request.properties);
    const id = replaced ? physicalId(request.type, request.properties, request.address) : current.physicalId;
    return this.provided(id, request);
  }

  public async delete(request: ResourceRequest, current: StackResource): Promise<void> {
    await this.clock.sleep(changeMs(request.type));
    this.tell(current.physicalId, () => this.observer.onGone(request.type, current.physicalId, request));
  }

  private provided(id: string, request: ResourceRequest): ProvidedResource {
    const attributes = jsonAttributes(request.type, request.properties);
    this.tell(id, () => this.observer.onPresent(request.type, id, request));
    return { physicalId: id, attributes };
  }

  /** The service behind a resource may refuse to make it, to change it or to delete it. */
  private tell(id: string, observe: () => void): void {
    try {
      observe();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw new ResourceFailure(`Resource handler returned message: "${error.message}"`, id);
    }
  }

  private async take(ms: number, { signal }: ResourceRequest, reason: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = this.clock.setTimeout(() => resolve(), ms);
      const cancel = (): void => {
        this.clock.clearTimeout(timer);
        reject(new ResourceFailure(reason));
      };
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
    });
  }
}
