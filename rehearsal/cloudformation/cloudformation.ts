import { failedResources } from './failed-resources';
import { uuidOf } from './physical-resource';
import { ResourceFailure, type ResourceProvider } from './resource-provider';
import { ResourceRemoval } from './resource-removal';
import { DeployedStack, type ReadOutput, type StackResource } from './stack';
import { stackKey, type StackAddress } from './stack-address';
import { StackChange, type StackTarget } from './stack-change';
import { StackDirectory } from './stack-directory';
import type { StackEnvironment } from './stack-environment';
import type { OnOperation, StackEvent } from './stack-event';
import { StackExports } from './stack-exports';
import type { StackOutputReference } from './stack-output-reference';
import { parameterValues } from './template-parameters';
import { rollBackUpdate } from './update-rollback';
import type { VirtualClock } from '../clock';
import type { AssetStore } from '../cloud-assembly/asset-store';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { arnIn } from '../environment';
import { canonicalJson } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

export interface CloudFormationOptions {
  readonly clock: VirtualClock;
  readonly onEvent: (event: StackEvent) => void;
  readonly onOperation: OnOperation;
  readonly providerOf: (resource: Pick<StackResource, 'type' | 'properties'>) => ResourceProvider;
  /** Whether a resource that stays may come after another wait condition than before. @default true */
  readonly mayDependenciesMove?: boolean;
  /** Whether what could not be made is deleted before it is made anew. @default false */
  readonly isRetryClearedFirst?: boolean;
  /** What has been uploaded to an account and Region. */
  readonly assetsOf: (address: StackAddress) => AssetStore;
}

export interface StackDeployOptions {
  readonly parameters?: Record<string, string>;
  /** Whether to deploy a stack of which only what it reads from others has changed. @default false */
  readonly force?: boolean;
  /** Whether what a failed operation has made is deleted or taken back. @default true */
  readonly rollback?: boolean;
}

interface Operation {
  readonly kind: 'create' | 'update';
  readonly change: StackChange;
  readonly done: Promise<void>;
  /** A deletion takes over from a creation. */
  abandoned: boolean;
}

/** Creates, updates and deletes stacks as CloudFormation does. */
export class CloudFormation implements StackEnvironment {
  public readonly exports = new StackExports();
  public readonly directory = new StackDirectory();
  /** By account, Region and name. */
  private readonly stacks = new Map<string, DeployedStack>();
  private readonly operations = new Map<DeployedStack, Operation>();
  private stacksMade = 0;

  constructor(private readonly options: CloudFormationOptions) {}

  public get mayDependenciesMove(): boolean {
    return this.options.mayDependenciesMove ?? true;
  }

  public get isRetryClearedFirst(): boolean {
    return this.options.isRetryClearedFirst ?? false;
  }

  public providerOf(resource: Pick<StackResource, 'type' | 'properties'>): ResourceProvider {
    return this.options.providerOf(resource);
  }

  public find(address: StackAddress): DeployedStack | undefined {
    return this.stacks.get(stackKey(address));
  }

  public output({ producer, outputName }: StackOutputReference): string {
    const stack = this.find(producer);
    if (!stack) throw new ResourceFailure(`Stack with id ${producer.stackName} does not exist`);
    const value = stack.outputs[outputName];
    if (value === undefined) throw new ResourceFailure(`Stack ${producer.stackName} has no output ${outputName}`);
    return value;
  }

  /** Creates the stack or updates it; says whether there was anything to do. */
  public async deploy(artifact: StackArtifact, options: StackDeployOptions = {}): Promise<boolean> {
    const { parameters = {}, force = false, rollback = true } = options;
    this.options.assetsOf(artifact).add(artifact.assets);
    const existing = this.find(artifact);
    // "cdk deploy" deletes what is left of a failed creation first
    if (existing && /^ROLLBACK_/.test(existing.status)) await this.delete(artifact);
    const current = this.find(artifact);
    const stack = current ?? this.newStack(artifact);
    const target = targetOf(artifact, stack, parameters);
    stack.constructPaths = artifact.constructPaths;
    if (!current) {
      await this.operate(stack, 'create', target, rollback);
      return true;
    }
    this.checkUpdatable(stack, rollback);
    if (isDeployed(stack, target) && !(force && this.staleReads(artifact).length > 0)) return false;
    await this.operate(stack, 'update', target, rollback);
    return true;
  }

  /** What a stack has read from others, and what is otherwise by now: it learns of that when it is deployed again. */
  public staleReads(address: StackAddress): readonly ReadOutput[] {
    const isStale = ({ producer, outputName, value }: ReadOutput): boolean =>
      this.find(producer)?.outputs[outputName] !== value;
    return (this.find(address)?.outputsRead ?? []).filter(isStale);
  }

  public async delete(address: StackAddress): Promise<void> {
    const stack = this.find(address);
    if (!stack) return;
    const operation = this.operations.get(stack);
    if (operation?.kind === 'update') {
      throw new RehearsalError(`Stack ${stack.name} is in ${stack.status} state and can not be deleted.`);
    }
    if (operation) {
      operation.abandoned = true;
      operation.change.cancel('Stack deletion requested');
      await operation.done;
    }
    const obstacle = this.obstacleToDeletion(stack);
    if (obstacle !== undefined) return stack.enter(stack.status, `Delete canceled. ${obstacle}`);
    stack.enter('DELETE_IN_PROGRESS', 'User Initiated');
    const removal = new ResourceRemoval(stack, this);
    await removal.removeAll();
    if (removal.failed.length > 0) {
      stack.enter('DELETE_FAILED', `${failedResources('delete', removal.failed)} `);
    } else {
      stack.enter('DELETE_COMPLETE');
      this.stacks.delete(stackKey(address));
      this.exports.remove(stack);
    }
  }

  /** What `CancelUpdateStack` does: the update under way is rolled back. */
  public cancelUpdate(stackName: string): void {
    const updates = [...this.operations].filter(([stack, { kind }]) => stack.name === stackName && kind === 'update');
    if (updates.length === 0) {
      throw new RehearsalError(
        `CancelUpdateStack cannot be called from current stack status: stack ${stackName} is not being updated.`,
      );
    }
    updates.forEach(([, { change }]) => change.cancel('User Initiated'));
  }

  private obstacleToDeletion(stack: DeployedStack): string | undefined {
    try {
      this.exports.check(stack, {});
      return undefined;
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      return error.message;
    }
  }

  private async operate(
    stack: DeployedStack,
    kind: Operation['kind'],
    target: StackTarget,
    isRolledBack: boolean,
  ): Promise<void> {
    const change = new StackChange(stack, target, this, isRolledBack);
    const size = { changes: change.size, isUpdate: kind === 'update' };
    this.options.onOperation({ stackName: stack.name, stackPath: stack.path }, size);
    stack.enter(kind === 'create' ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS', 'User Initiated');
    const applied = change.apply();
    const operation: Operation = { kind, change, done: applied, abandoned: false };
    this.operations.set(stack, operation);
    try {
      await applied;
      if (operation.abandoned) return;
      if (!change.succeeded && !isRolledBack) {
        change.leave();
        return stack.enter(kind === 'create' ? 'CREATE_FAILED' : 'UPDATE_FAILED', change.reason);
      }
      if (kind === 'create') await this.finishCreation(stack, change);
      else await this.finishUpdate(stack, change);
    } finally {
      this.operations.delete(stack);
    }
  }

  private async finishCreation(stack: DeployedStack, change: StackChange): Promise<void> {
    if (change.succeeded) {
      await change.cleanUp();
      return stack.enter('CREATE_COMPLETE');
    }
    stack.enter('ROLLBACK_IN_PROGRESS', `${change.reason} Rollback requested by user.`);
    const removal = new ResourceRemoval(stack, this, true);
    await removal.removeAll();
    if (removal.failed.length === 0) return stack.enter('ROLLBACK_COMPLETE');
    stack.enter('ROLLBACK_FAILED', `${failedResources('delete', removal.failed)} `);
  }

  private async finishUpdate(stack: DeployedStack, change: StackChange): Promise<void> {
    if (!change.succeeded) return rollBackUpdate(stack, change);
    stack.enter('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    await change.cleanUp();
    stack.enter('UPDATE_COMPLETE');
  }

  private newStack(artifact: StackArtifact): DeployedStack {
    const { stackName: name, account, region, path } = artifact;
    const uuid = uuidOf(`${name}#${this.stacksMade++}`);
    const stack = new DeployedStack({
      name,
      id: arnIn(artifact, 'cloudformation', `stack/${name}/${uuid}`),
      path,
      account,
      region,
      assets: this.options.assetsOf(artifact),
      constructPaths: artifact.constructPaths,
      now: () => this.options.clock.now(),
      onEvent: this.options.onEvent,
    });
    this.stacks.set(stackKey(artifact), stack);
    this.exports.add(stack);
    this.directory.add(stack);
    return stack;
  }

  private checkUpdatable(stack: DeployedStack, rollback: boolean): void {
    const { isPaused } = stack;
    if (isPaused && rollback) {
      throw new RehearsalError(
        `Stack ${stack.name} is in a paused fail state (${stack.status}): deploy it with --no-rollback again, or delete it.`,
      );
    }
    if (this.operations.has(stack) || (!isPaused && /_(FAILED|IN_PROGRESS)$/.test(stack.status))) {
      throw new RehearsalError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
    }
  }
}

function targetOf(artifact: StackArtifact, stack: DeployedStack, parameters: Record<string, string>): StackTarget {
  const { template } = artifact;
  const given = { ...artifact.parameters, ...parameters };
  return { template, parameters: parameterValues(template, given, stack.parameters, stack.name) };
}

/** `cdk deploy` compares templates and parameters as they are written, and looks at no other stack. */
function isDeployed(stack: DeployedStack, target: StackTarget): boolean {
  return (
    !stack.isPaused &&
    canonicalJson(stack.template) === canonicalJson(target.template) &&
    canonicalJson(stack.parameters) === canonicalJson(target.parameters)
  );
}
