import type { ResourceAddress } from './physical-resource';
import type { DeployedStack, StackResource } from './stack';
import type { JsonObject } from '../json-value';

/** What is asked for. */
export interface ResourceRequest {
  readonly stack: DeployedStack;
  readonly type: string;
  readonly path: string;
  readonly address: ResourceAddress;
  readonly properties: JsonObject;
  /** What else the resource waits for when it is created. */
  readonly creationPolicy?: JsonObject;
  /** CloudFormation no longer waits for the resource. */
  readonly signal: AbortSignal;
  /** A deletion that undoes the creation. */
  readonly rollsBackCreation?: boolean;
}

/** What has been made. */
export interface ProvidedResource {
  readonly physicalId: string;
  readonly attributes: JsonObject;
}

/** Makes the resources of a type, as the service behind it would. A failure is a `ResourceFailure`. */
export interface ResourceProvider {
  create(request: ResourceRequest): Promise<ProvidedResource>;
  /** The physical id changes when the provider replaces the resource. */
  update(request: ResourceRequest, current: StackResource): Promise<ProvidedResource>;
  delete(request: ResourceRequest, current: StackResource): Promise<void>;
  /** The operation that made or updated the resource has succeeded as a whole. */
  cleanUp?(request: ResourceRequest, current: StackResource): Promise<void>;
}

/** Why a resource could not be made, changed or deleted. */
export class ResourceFailure extends Error {
  public readonly name = 'ResourceFailure';

  constructor(
    reason: string,
    /** What nevertheless exists, if anything does. */
    public readonly physicalId?: string,
  ) {
    super(reason);
  }
}
