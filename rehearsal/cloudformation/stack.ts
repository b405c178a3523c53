import { STACK_TYPE, type StackEvent } from './stack-event';
import type { StackOutputReference } from './stack-output-reference';
import type { Template } from './template';
import type { AssetStore } from '../cloud-assembly/asset-store';
import type { ConstructPaths } from '../cloud-assembly/construct-paths';
import type { Environment } from '../environment';
import type { JsonObject, JsonValue } from '../json-value';

/** A resource that a stack has. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly path: string;
  readonly physicalId: string;
  /** As resolved when it was last created or updated. */
  readonly properties: JsonObject;
  readonly attributes: JsonObject;
  readonly dependencies: string[];
  readonly deletionPolicy: string;
  readonly updateReplacePolicy: string;
  /** What else it waits for when it is created, as resolved then. */
  readonly creationPolicy?: JsonObject;
  /** How many resources of this logical id came before. */
  readonly generation: number;
  readonly status: string;
}

/** A resource as CloudFormation describes it: also one that is under way, or gone. */
export interface DescribedResource extends Pick<StackResource, 'physicalId' | 'type' | 'status'> {
  /** Since when, in milliseconds since 1970. */
  readonly at: number;
}

/** What a stack read from another one when it was last created or updated. */
export interface ReadOutput extends StackOutputReference {
  readonly value: string;
}

export interface StackProps extends Environment {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  /** What has been uploaded to the stack's account and Region. */
  readonly assets: AssetStore;
  readonly constructPaths: ConstructPaths;
  readonly now: () => number;
  readonly onEvent: (event: StackEvent) => void;
}

/** What CloudFormation knows about a stack. */
export class DeployedStack {
  public readonly name: string;
  public readonly id: string;
  public readonly path: string;
  public readonly account: string;
  public readonly region: string;
  public readonly events: StackEvent[] = [];
  public resources = new Map<string, StackResource>();
  /** What updates have replaced that have failed and were not rolled back: the next that succeeds deletes it. */
  public replaced: readonly StackResource[] = [];
  public template: Template = { Resources: {} };
  public parameters: Record<string, JsonValue> = {};
  public outputs: Record<string, string> = {};
  public exports: Record<string, string> = {};
  public status = 'REVIEW_IN_PROGRESS';
  /** The names of other stacks' exports that it uses. */
  public imports: ReadonlySet<string> = new Set();
  /** What it has read from other stacks without importing it. */
  public outputsRead: readonly ReadOutput[] = [];
  public readonly assets: AssetStore;
  public constructPaths: ConstructPaths;
  /** By logical id. */
  private readonly latest = new Map<string, DescribedResource>();

  constructor(private readonly props: StackProps) {
    this.name = props.name;
    this.id = props.id;
    this.path = props.path;
    this.account = props.account;
    this.region = props.region;
    this.assets = props.assets;
    this.constructPaths = props.constructPaths;
  }

  /** Whether an operation is under way. */
  public get isInProgress(): boolean {
    return this.status.endsWith('_IN_PROGRESS');
  }

  /** Whether its last operation has failed and was not rolled back. */
  public get isPaused(): boolean {
    return /^(CREATE|UPDATE)_FAILED$/.test(this.status);
  }

  /** Undefined of what it never had. */
  public described(logicalId: string): DescribedResource | undefined {
    return this.latest.get(logicalId);
  }

  /** The stack itself comes into a status. */
  public enter(status: string, reason?: string): void {
    this.status = status;
    const own = { logicalId: this.name, physicalId: this.id, type: STACK_TYPE, path: this.path };
    this.tell(own, status, reason);
  }

  /** One of its resources comes into a status. */
  public record(
    resource: Pick<StackResource, 'logicalId' | 'physicalId' | 'type' | 'path'>,
    status: string,
    reason?: string,
  ): void {
    const { logicalId, physicalId, type } = resource;
    const current = this.resources.get(logicalId);
    // the deletion of what was replaced says nothing of what has taken its place
    const isReplaced = status.startsWith('DELETE_') && current !== undefined && current.physicalId !== physicalId;
    if (!isReplaced) this.latest.set(logicalId, { physicalId, type, status, at: this.props.now() });
    this.tell(resource, status, reason);
  }

  private tell(
    resource: Pick<StackResource, 'logicalId' | 'physicalId' | 'type' | 'path'>,
    status: string,
    reason?: string,
  ): void {
    const event: StackEvent = {
      at: this.props.now(),
      stackName: this.name,
      stackPath: this.path,
      logicalId: resource.logicalId,
      physicalId: resource.physicalId,
      resourceType: resource.type,
      path: resource.path,
      status,
      ...(reason !== undefined && { reason }),
    };
    this.events.push(event);
    this.props.onEvent(event);
  }
}
