import { uuidOf } from './physical-resource';
import type { ResourceProvider } from './resource-provider';
import { ResourceRemoval } from './resource-removal';
import { Stack } from './stack';
import { StackChange, type StackTarget } from './stack-change';
import type { StackEnvironment } from './stack-environment';
import type { StackEvent } from './stack-event';
import { parameterValues } from './template-parameters';
import type { VirtualClock } from '../clock';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { canonicalJson } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

export interface CloudFormationOptions {
  readonly clock: VirtualClock;
  readonly onEvent: (event: StackEvent) => void;
  readonly providerOf: (type: string) => ResourceProvider;
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
  public readonly stacks = new Map<string, Stack>();
  private readonly operations = new Map<string, Operation>();
  private stacksMade = 0;

  constructor(private readonly options: CloudFormationOptions) {}

  public providerOf(type: string): ResourceProvider {
    return this.options.providerOf(type);
  }

  public findExport(importer: Stack, name: string): string | undefined {
    const exporters = [...this.stacks.values()].filter(
      ({ account, region, exports }) => account === importer.account && region === importer.region && name in exports,
    );
    return exporters[0]?.exports[name];
  }

  /** Creates the stack or updates it; says whether there was anything to do. */
  public async deploy(artifact: StackArtifact, parameters: Record<string, string> = {}): Promise<boolean> {
    const existing = this.stacks.get(artifact.stackName);
    // "cdk deploy" deletes what is left of a failed creation first
    if (existing && /^ROLLBACK_/.test(existing.status)) await this.delete(artifact.stackName);
    const current = this.stacks.get(artifact.stackName);
    const stack = current ?? this.newStack(artifact);
    const target = targetOf(artifact, stack, parameters);
    stack.assets = artifact.assets;
    if (!current) {
      await this.operate(stack, 'create', target);
      return true;
    }
    this.checkUpdatable(stack);
    if (canonicalJson(stack.template) === canonicalJson(target.template) && sameParameters(stack, target)) return false;
    await this.operate(stack, 'update', target);
    return true;
  }

  public async delete(stackName: string): Promise<void> {
    const stack = this.stacks.get(stackName);
    if (!stack) return;
    const operation = this.operations.get(stackName);
    if (operation?.kind === 'update') {
      throw new RehearsalError(`Stack ${stackName} is in ${stack.status} state and can not be deleted.`);
    }
    if (operation) {
      operation.abandoned = true;
      operation.change.cancel('Stack deletion requested');
      await operation.done;
    }
    stack.enter('DELETE_IN_PROGRESS', 'User Initiated');
    const removal = new ResourceRemoval(stack, this);
    await removal.removeAll(({ deletionPolicy }) => deletionPolicy === 'Retain');
    if (removal.failed.length > 0) {
      stack.enter('DELETE_FAILED', `The following resource(s) failed to delete: [${removal.failed.join(', ')}]. `);
    } else {
      stack.enter('DELETE_COMPLETE');
      this.stacks.delete(stackName);
    }
  }

  /** What `CancelUpdateStack` does: the update under way is rolled back. */
  public cancelUpdate(stackName: string): void {
    const operation = this.operations.get(stackName);
    if (operation?.kind !== 'update') {
      throw new RehearsalError(
        `CancelUpdateStack cannot be called from current stack status: stack ${stackName} is not being updated.`,
      );
    }
    operation.change.cancel('User Initiated');
  }

  private async operate(stack: Stack, kind: Operation['kind'], target: StackTarget): Promise<void> {
    const change = new StackChange(stack, target, this);
    stack.enter(kind === 'create' ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS', 'User Initiated');
    const applied = change.apply();
    const operation: Operation = { kind, change, done: applied, abandoned: false };
    this.operations.set(stack.name, operation);
    try {
      await applied;
      if (operation.abandoned) return;
      if (kind === 'create') await this.finishCreation(stack, change);
      else await this.finishUpdate(stack, change);
    } finally {
      this.operations.delete(stack.name);
    }
  }

  private async finishCreation(stack: Stack, change: StackChange): Promise<void> {
    if (change.succeeded) {
      await change.cleanUp();
      return stack.enter('CREATE_COMPLETE');
    }
    stack.enter('ROLLBACK_IN_PROGRESS', `${change.reason} Rollback requested by user.`);
    const removal = new ResourceRemoval(stack, this);
    await removal.removeAll(({ deletionPolicy }) => deletionPolicy === 'Retain');
    if (removal.failed.length === 0) return stack.enter('ROLLBACK_COMPLETE');
    stack.enter('ROLLBACK_FAILED', `The following resource(s) failed to delete: [${removal.failed.join(', ')}]. `);
  }

  private async finishUpdate(stack: Stack, change: StackChange): Promise<void> {
    if (change.succeeded) {
      stack.enter('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
      await change.cleanUp();
      return stack.enter('UPDATE_COMPLETE');
    }
    stack.enter('UPDATE_ROLLBACK_IN_PROGRESS', change.reason);
    await change.rollBack();
    if (change.failed.length > 0) {
      const ids = change.failed.map(({ logicalId }) => logicalId).join(', ');
      return stack.enter('UPDATE_ROLLBACK_FAILED', `The following resource(s) failed to update: [${ids}]. `);
    }
    stack.enter('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
    await change.cleanUp();
    stack.enter('UPDATE_ROLLBACK_COMPLETE');
  }

  private newStack(artifact: StackArtifact): Stack {
    const { stackName: name, account, region, path } = artifact;
    const uuid = uuidOf(`${name}#${this.stacksMade++}`);
    const stack = new Stack({
      name,
      id: `arn:aws:cloudformation:${region}:${account}:stack/${name}/${uuid}`,
      path,
      account,
      region,
      now: () => this.options.clock.now(),
      onEvent: this.options.onEvent,
    });
    this.stacks.set(name, stack);
    return stack;
  }

  private checkUpdatable(stack: Stack): void {
    if (this.operations.has(stack.name) || /_(FAILED|IN_PROGRESS)$/.test(stack.status)) {
      throw new RehearsalError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
    }
  }
}

function targetOf(artifact: StackArtifact, stack: Stack, parameters: Record<string, string>): StackTarget {
  const { template } = artifact;
  const given = { ...artifact.parameters, ...parameters };
  return { template, parameters: parameterValues(template, given, stack.parameters, stack.name) };
}

function sameParameters(stack: Stack, target: StackTarget): boolean {
  return canonicalJson(stack.parameters) === canonicalJson(target.parameters);
}
