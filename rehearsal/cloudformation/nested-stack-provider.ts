import { failedResources } from './failed-resources';
import { generatedName, uuidOf } from './physical-resource';
import {
  ResourceFailure,
  type ProvidedResource,
  type ResourceProvider,
  type ResourceRequest,
} from './resource-provider';
import { ResourceRemoval } from './resource-removal';
import { DeployedStack, type StackResource } from './stack';
import { StackChange, type StackTarget } from './stack-change';
import type { StackEnvironment } from './stack-environment';
import type { StackEvent } from './stack-event';
import { parameterValues } from './template-parameters';
import { rollBackUpdate } from './update-rollback';
import type { VirtualClock } from '../clock';
import { readTemplate } from '../cloud-assembly/template-file';
import { arnIn } from '../environment';
import { isJsonObject } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

export interface NestedStackContext {
  readonly clock: VirtualClock;
  readonly environment: StackEnvironment;
  readonly onEvent: (event: StackEvent) => void;
}

/** Makes `AWS::CloudFormation::Stack` resources: stacks whose clean-up and rollback wait for their parent's. */
export class NestedStackProvider implements ResourceProvider {
  private readonly stacks = new Map<string, DeployedStack>();
  private readonly uncommitted = new Map<string, StackChange>();

  constructor(private readonly context: NestedStackContext) {}

  public async create(request: ResourceRequest): Promise<ProvidedResource> {
    const stack = this.newStack(request);
    const change = new StackChange(stack, this.target(request, stack), this.context.environment);
    stack.enter('CREATE_IN_PROGRESS');
    await this.apply(change, request);
    if (!change.succeeded) {
      stack.enter('CREATE_FAILED', change.reason);
      throw new ResourceFailure(`Embedded stack ${stack.id} was not successfully created: ${change.reason}`, stack.id);
    }
    stack.enter('CREATE_COMPLETE');
    return provided(stack);
  }

  public async update(request: ResourceRequest, current: StackResource): Promise<ProvidedResource> {
    const stack = this.existing(current);
    this.checkUpdatable(stack);
    const succeeded = this.uncommitted.get(stack.id);
    if (succeeded) {
      await this.rollBack(stack, succeeded);
      this.checkUpdatable(stack);
      return provided(stack);
    }
    const change = new StackChange(stack, this.target(request, stack), this.context.environment);
    stack.enter('UPDATE_IN_PROGRESS');
    await this.apply(change, request);
    if (!change.succeeded) {
      const { reason } = change;
      await this.rollBack(stack, change);
      throw new ResourceFailure(
        `Embedded stack ${stack.id} was not successfully updated. Currently in UPDATE_ROLLBACK_IN_PROGRESS with reason: ${reason}`,
        stack.id,
      );
    }
    this.uncommitted.set(stack.id, change);
    return provided(stack);
  }

  public async cleanUp(_request: ResourceRequest, current: StackResource): Promise<void> {
    const stack = this.existing(current);
    const change = this.uncommitted.get(stack.id);
    if (!change) return;
    this.uncommitted.delete(stack.id);
    stack.enter('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    await change.cleanUp();
    stack.enter('UPDATE_COMPLETE');
  }

  public async delete(request: ResourceRequest, current: StackResource): Promise<void> {
    const stack = this.existing(current);
    stack.enter('DELETE_IN_PROGRESS');
    const removal = new ResourceRemoval(stack, this.context.environment, request.rollsBackCreation);
    await removal.removeAll();
    if (removal.failed.length > 0) {
      const [reason] = failedResources('delete', removal.failed);
      stack.enter('DELETE_FAILED', reason);
      throw new ResourceFailure(`Embedded stack ${stack.id} was not successfully deleted: ${reason}`, stack.id);
    }
    stack.enter('DELETE_COMPLETE');
    this.stacks.delete(stack.id);
    this.uncommitted.delete(stack.id);
    this.context.environment.exports.remove(stack);
  }

  private async apply(change: StackChange, { signal }: ResourceRequest): Promise<void> {
    const cancel = (): void => change.cancel('Resource creation cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    await change.apply();
    signal.removeEventListener('abort', cancel);
  }

  private async rollBack(stack: DeployedStack, change: StackChange): Promise<void> {
    this.uncommitted.delete(stack.id);
    await rollBackUpdate(stack, change);
  }

  /** A stack that could not be rolled back fails the rollback of its parent too. */
  private checkUpdatable(stack: DeployedStack): void {
    if (stack.status !== 'UPDATE_ROLLBACK_FAILED') return;
    throw new ResourceFailure(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`, stack.id);
  }

  private newStack(request: ResourceRequest): DeployedStack {
    const { account, region } = request.address;
    const name = generatedName(request.address);
    const id = arnIn(request.address, 'cloudformation', `stack/${name}/${uuidOf(name)}`);
    const stack = new DeployedStack({
      name,
      id,
      path: request.stack.path,
      account,
      region,
      assets: request.stack.assets,
      constructPaths: request.stack.constructPaths,
      now: () => this.context.clock.now(),
      onEvent: this.context.onEvent,
    });
    this.stacks.set(id, stack);
    const { exports, directory } = this.context.environment;
    exports.add(stack);
    directory.add(stack);
    return stack;
  }

  private existing(resource: StackResource): DeployedStack {
    const stack = this.stacks.get(resource.physicalId);
    if (!stack) throw new ResourceFailure(`Stack with id ${resource.physicalId} does not exist`);
    return stack;
  }

  private target(request: ResourceRequest, stack: DeployedStack): StackTarget {
    const { TemplateURL: url, Parameters: given } = request.properties;
    stack.constructPaths = request.stack.constructPaths;
    const file = stack.assets.fileAt(String(url));
    if (!file) {
      throw new RehearsalError(
        `Stack ${request.stack.name}: ${request.address.logicalId}.TemplateURL: ${String(url)} is not an asset of the cloud assembly`,
      );
    }
    const template = stack.constructPaths.addTo(readTemplate(file), request.path);
    const parameters = parameterValues(template, isJsonObject(given) ? given : {}, {}, stack.name);
    return { template, parameters };
  }
}

function provided(stack: DeployedStack): ProvidedResource {
  const outputs = Object.entries(stack.outputs).map(([name, value]) => [`Outputs.${name}`, value]);
  return { physicalId: stack.id, attributes: Object.fromEntries(outputs) };
}
