import { setMaxListeners } from 'node:events';
import { changeSet } from './change-set';
import { CrossStackReads } from './cross-stack-reads';
import { visitInOrder, type DependencyGraph } from './dependency-order';
import { failedResources } from './failed-resources';
import { checkFunctions, IntrinsicFunctions } from './intrinsic-functions';
import { movedDependency } from './moved-dependency';
import { resourceDependencies } from './references';
import { ResourceFailure, type ResourceRequest } from './resource-provider';
import { ResourceRemoval } from './resource-removal';
import { resourceRequest } from './resource-request';
import type { DeployedStack, StackResource } from './stack';
import type { StackEnvironment } from './stack-environment';
import { stackOutputs } from './stack-outputs';
import { StackScope } from './stack-scope';
import { isCustomType, type Template, type TemplateResource } from './template';
import { unchangedResource } from './unchanged-resource';
import { wantedResource } from './wanted-resource';
import type { JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** What of a stack a change replaces, besides its resources. */
type StackState = Pick<DeployedStack, 'template' | 'parameters' | 'outputs' | 'exports' | 'imports' | 'outputsRead'>;

export interface StackTarget {
  readonly template: Template;
  readonly parameters: Record<string, JsonValue>;
}

/**
 * Brings a stack from what it is to what a template says: forwards (`apply`), then either on (`cleanUp`) or back
 * (`rollBack`). Creation is the change of an empty stack.
 */
export class StackChange {
  /** Logical ids that could not be created or updated. */
  public readonly failed: { logicalId: string; verb: 'create' | 'update' }[] = [];
  /** Why outputs could not be made, or the change was cancelled; a failed resource has its own event. */
  public stackReason?: string;
  private readonly before: Map<string, StackResource>;
  private readonly touched = new Set<string>();
  /** What the clean-up deletes: replaced and removed resources; after a rollback, the new ones. */
  private obsolete: StackResource[] = [];
  private readonly cancellation = new AbortController();
  private readonly functions: IntrinsicFunctions;
  private readonly stackBefore: StackState;
  private readonly reads: CrossStackReads;
  private rolledBack = false;

  /** @param isRolledBack Whether a failure ends all that is under way, for it is rolled back. */
  constructor(
    private readonly stack: DeployedStack,
    private readonly target: StackTarget,
    private readonly environment: StackEnvironment,
    private readonly isRolledBack = true,
  ) {
    // one listener for each resource that is under way
    setMaxListeners(0, this.cancellation.signal);
    this.before = new Map(stack.resources);
    const { template, parameters, outputs, exports, imports, outputsRead } = stack;
    this.stackBefore = { template, parameters, outputs, exports, imports, outputsRead };
    this.reads = new CrossStackReads(stack, environment);
    const scope = new StackScope(target.template, stack, target.parameters, this.reads);
    this.functions = new IntrinsicFunctions(scope);
  }

  public get succeeded(): boolean {
    return this.failed.length === 0 && this.stackReason === undefined;
  }

  /** What has failed, in CloudFormation's words. */
  public get reason(): string {
    const idsOf = (verb: 'create' | 'update') =>
      this.failed.flatMap((failure) => (failure.verb === verb ? [failure.logicalId] : []));
    const failed = (['create', 'update'] as const).flatMap((verb) => failedResources(verb, idsOf(verb)));
    return [...(this.stackReason ? [this.stackReason] : []), ...failed].join(' ');
  }

  /** How many resources are in its change set. */
  public get size(): number {
    return changeSet({ before: this.stack, ...this.target, wanted: this.wantedResources() }).size;
  }

  /** Creates and updates resources, and makes the outputs. */
  public async apply(): Promise<void> {
    if (!this.environment.mayDependenciesMove) {
      const moved = movedDependency(this.stack.template, this.target.template);
      // before anything has changed
      if (moved !== undefined) return this.cancel(`Circular dependency between resources: [${moved}]`);
    }
    const wanted = this.wantedResources();
    const graph: DependencyGraph = new Map(
      [...wanted].map(([id, resource]) => [id, this.dependenciesOf(resource, wanted)]),
    );
    const removed = [...this.before.values()].filter(({ logicalId }) => !wanted.has(logicalId));
    this.obsolete = [...removed, ...this.stack.replaced];
    await visitInOrder(
      graph,
      async (id) => this.visit(id, wanted.get(id)!, [...graph.get(id)!]),
      () => this.cancellation.signal.aborted,
    );
    if (this.succeeded) this.makeOutputs();
  }

  /** Stops what is under way. */
  public cancel(reason: string): void {
    this.stackReason ??= reason;
    this.cancellation.abort();
  }

  /** Leaves all as it is: the next change tries again what has failed, and deletes what was replaced. */
  public leave(): void {
    const { resources } = this.stack;
    for (const { logicalId, verb } of this.failed) {
      const before = this.before.get(logicalId);
      if (verb === 'update' && before) resources.set(logicalId, { ...before, status: 'UPDATE_FAILED' });
    }
    this.stack.replaced = this.obsolete.filter((resource) => resources.get(resource.logicalId) !== resource);
    Object.assign(this.stack, this.target);
  }

  /** Brings changed resources back to what they were; new ones are left to the clean-up. */
  public async rollBack(): Promise<void> {
    this.failed.length = 0;
    this.rolledBack = true;
    Object.assign(this.stack, this.stackBefore);
    this.obsolete = [...this.stack.resources.values()].filter(({ logicalId }) => !this.before.has(logicalId));
    const graph = new Map(
      [...this.before.values()].map(({ logicalId, dependencies }) => [logicalId, new Set(dependencies)]),
    );
    const known = new Map([...graph].map(([id, ids]) => [id, new Set([...ids].filter((other) => graph.has(other)))]));
    await visitInOrder(known, async (id) => this.restore(this.before.get(id)!));
  }

  /** Deletes what is no longer needed; what cannot be deleted is abandoned. */
  public async cleanUp(): Promise<void> {
    const removal = new ResourceRemoval(this.stack, this.environment, this.rolledBack);
    await removal.cleanUp(this.obsolete, (resource) => this.stack.resources.get(resource.logicalId) !== resource);
    this.stack.replaced = [];
    for (const { logicalId } of this.obsolete) {
      const current = this.stack.resources.get(logicalId);
      if (current && this.obsolete.includes(current)) this.stack.resources.delete(logicalId);
    }
    for (const resource of this.stack.resources.values()) {
      if (this.touched.has(resource.logicalId)) {
        await this.environment.providerOf(resource).cleanUp?.(this.request(resource), resource);
      }
    }
  }

  private wantedResources(): Map<string, TemplateResource> {
    const { Resources: all, Outputs: outputs = {}, Conditions: conditions = {} } = this.target.template;
    checkFunctions({ Resources: all, Outputs: outputs, Conditions: conditions }, `Stack ${this.stack.name}`);
    const resources = Object.entries(all);
    return new Map(
      resources.filter(
        ([id, { Condition }]) =>
          Condition === undefined || this.functions.condition(Condition, `Resources.${id}.Condition`),
      ),
    );
  }

  private dependenciesOf(resource: TemplateResource, wanted: Map<string, TemplateResource>): Set<string> {
    return new Set([...resourceDependencies(resource, this.target.template)].filter((id) => wanted.has(id)));
  }

  private async visit(id: string, template: TemplateResource, dependencies: string[]): Promise<boolean> {
    const existing = this.before.get(id);
    if (existing && existing.type !== template.Type) {
      throw new RehearsalError(
        `Stack ${this.stack.name}: Update of resource type is not permitted. The new template modifies resource type of the following resources: [${id}]`,
      );
    }
    const next = wantedResource(id, template, dependencies, existing);
    try {
      const where = `Stack ${this.stack.name}: ${id}`;
      next.properties = this.functions.resolveObject(template.Properties ?? {}, where);
      const { CreationPolicy: creationPolicy } = template;
      if (creationPolicy) next.creationPolicy = this.functions.resolveObject(creationPolicy, where);
      if (!existing) {
        await this.create(next);
      } else if (existing.status === 'CREATE_FAILED') {
        // what has never been as it should is made anew
        await this.clearAway(existing);
        await this.create({ ...next, physicalId: '' });
      } else {
        const unchanged = existing.status === 'UPDATE_FAILED' ? undefined : unchangedResource(existing, next);
        if (unchanged) this.stack.resources.set(id, unchanged);
        else await this.update(next, existing);
      }
      return true;
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      this.fail(next, existing, error);
      return false;
    }
  }

  /** Deletes what could not be made: at once, or in the end. */
  private async clearAway(unmade: StackResource): Promise<void> {
    if (unmade.physicalId === '') return;
    if (!this.environment.isRetryClearedFirst) return void this.obsolete.push(unmade);
    await new ResourceRemoval(this.stack, this.environment).cleanUp([unmade], () => false);
  }

  private async create(next: StackResource): Promise<void> {
    this.touched.add(next.logicalId);
    this.stack.record(next, 'CREATE_IN_PROGRESS');
    const provider = this.environment.providerOf(next);
    const made = await provider.create(this.request(next));
    this.keep({ ...next, ...made }, 'CREATE_COMPLETE');
  }

  private async update(next: StackResource, existing: StackResource): Promise<void> {
    this.touched.add(next.logicalId);
    this.stack.record(next, 'UPDATE_IN_PROGRESS');
    const provider = this.environment.providerOf(next);
    const request = this.request({ ...next, generation: existing.generation + 1 });
    const made = await provider.update(request, existing);
    const replaced = made.physicalId !== existing.physicalId;
    if (replaced) {
      this.obsolete.push(existing);
      const reason = isCustomType(next.type)
        ? 'Requested update required the provider to create a new physical resource'
        : 'Requested update requires the creation of a new physical resource; hence creating one.';
      this.stack.record({ ...next, ...made }, 'UPDATE_IN_PROGRESS', reason);
    }
    this.keep({ ...next, ...made, generation: existing.generation + (replaced ? 1 : 0) }, 'UPDATE_COMPLETE');
  }

  private async restore(before: StackResource): Promise<boolean> {
    const current = this.stack.resources.get(before.logicalId);
    if (!current || !this.touched.has(before.logicalId)) {
      this.stack.resources.set(before.logicalId, before);
      return true;
    }
    this.stack.record(current, 'UPDATE_IN_PROGRESS');
    try {
      const provider = this.environment.providerOf(before);
      const made = await this.remake(before, current, async () =>
        provider.update(resourceRequest(this.stack, before), current),
      );
      if (made.physicalId !== current.physicalId) this.obsolete.push(current);
      this.keep({ ...before, ...made }, 'UPDATE_COMPLETE');
      return true;
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      this.failed.push({ logicalId: before.logicalId, verb: 'update' });
      this.keep({ ...current, status: 'UPDATE_FAILED' }, 'UPDATE_FAILED', error.message);
      return false;
    }
  }

  /** What was replaced still exists: nobody has to make it again, unless a function says what exists. */
  private async remake(
    before: StackResource,
    current: StackResource,
    update: () => Promise<Pick<StackResource, 'physicalId' | 'attributes'>>,
  ): Promise<Pick<StackResource, 'physicalId' | 'attributes'>> {
    const replaced = before.physicalId !== current.physicalId;
    return replaced && !isCustomType(before.type) ? before : update();
  }

  private fail(next: StackResource, existing: StackResource | undefined, error: ResourceFailure): void {
    const verb = existing ? 'update' : 'create';
    const started = this.touched.has(next.logicalId);
    if (!started) this.stack.record(next, existing ? 'UPDATE_IN_PROGRESS' : 'CREATE_IN_PROGRESS');
    const physicalId = existing?.physicalId ?? error.physicalId ?? '';
    const status = existing ? 'UPDATE_FAILED' : 'CREATE_FAILED';
    this.stack.record({ ...next, physicalId }, status, error.message);
    if (started) this.stack.resources.set(next.logicalId, { ...next, physicalId, status });
    this.failed.push({ logicalId: next.logicalId, verb });
    if (this.isRolledBack) this.cancellation.abort();
  }

  private keep(resource: StackResource, status: string, reason?: string): void {
    this.stack.resources.set(resource.logicalId, { ...resource, status });
    this.stack.record(resource, status, reason);
  }

  private request(resource: StackResource): ResourceRequest {
    return resourceRequest(this.stack, resource, { signal: this.cancellation.signal });
  }

  private makeOutputs(): void {
    const { imports, outputs: outputsRead } = this.reads;
    try {
      const made = stackOutputs(this.target.template, this.functions, `Stack ${this.stack.name}`);
      this.environment.exports.check(this.stack, made.exports);
      Object.assign(this.stack, { ...made, imports, outputsRead, ...this.target });
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      this.stackReason = error.message;
    }
  }
}
