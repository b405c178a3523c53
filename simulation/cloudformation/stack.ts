import { inOrder } from './dependency-order';
import { numberedTextOf } from '../numbered-text';
import { Provisioning, type ProvisioningWorld, type Wanted } from './provisioning';
import type { StackPhase } from './request-record';
import type { StackResource } from './stack-resource';
import { conditionsBefore, needsOf, type References, type Template, type TemplateResource } from './template';

/** How an operation goes. */
export interface OperationOptions {
  /** Whether what has failed is left as it is, to be tried again by the next operation. @default false */
  readonly hasNoRollback?: boolean;
}

/** CloudFormation tries to delete a replaced or removed resource three times, then leaves it. */
const CLEAN_UP_ATTEMPTS = 3;
const PAUSE_SECONDS = 1;

/** A stack, and what CloudFormation does with its custom resources. */
export class SimulatedStack {
  public readonly resources = new Map<string, StackResource>();
  public status = 'NONE';
  /** Whether the person who deploys has given up on an operation. */
  public isInterrupted = false;
  /** Why CloudFormation has not begun with an update. */
  public readonly refusals: string[] = [];
  private readonly provisioning: Provisioning;
  private isGoingForward = false;
  private stopped = false;
  /** What the last update has begun with. */
  private lastGood: ReadonlyMap<string, StackResource> = new Map();
  /** What was replaced and is still there: to be deleted when an operation has succeeded, or with the stack. */
  private leftovers: readonly StackResource[] = [];
  /** What could not be made, and was deleted before it was made anew. */
  private readonly deletedBefore = new Set<StackResource>();

  constructor(
    private readonly world: ProvisioningWorld,
    public readonly id: string,
  ) {
    this.provisioning = new Provisioning(world, id);
  }

  /** The same stack, for a simulation of its own. */
  public copy(world: ProvisioningWorld): SimulatedStack {
    const copy = new SimulatedStack(world, this.id);
    this.resources.forEach((resource, id) => copy.resources.set(id, resource));
    copy.status = this.status;
    copy.leftovers = this.leftovers;
    return copy;
  }

  /** All that it answers for: its resources, and those that it has yet to delete. */
  public get holdings(): readonly StackResource[] {
    return [...this.resources.values(), ...this.leftovers];
  }

  // ------------------------------------------------------------------------------------ operations

  public async create(template: Template, { hasNoRollback }: OperationOptions = {}): Promise<string> {
    this.begin();
    const isDone = await this.apply(template);
    if (isDone) return this.end('CREATE_COMPLETE');
    // who gives up on a stack that is being made deletes it
    if (this.isInterrupted) return this.delete();
    if (hasNoRollback) return this.end('CREATE_FAILED');
    return this.end((await this.removeAll('rollback')) ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED');
  }

  public async update(template: Template, { hasNoRollback }: OperationOptions = {}): Promise<string> {
    if (this.isRefused(template)) return this.refuse();
    this.begin();
    const before = new Map(this.resources);
    this.lastGood = before;
    const isDone = await this.apply(template);
    if (!isDone && hasNoRollback && !this.isInterrupted) {
      this.leftovers = [...this.leftovers, ...obsoleteOf(before, this.resources)];
      return this.end('UPDATE_FAILED');
    }
    if (!isDone) return this.rollBack(before);
    const removed = [...before.values()].filter(({ logicalId }) => !(logicalId in template));
    const isRemoved = (id: string) => !(id in template);
    await this.cleanUp([...obsoleteOf(before, this.resources), ...removed], isRemoved);
    await this.cleanUpLeftovers();
    return this.end('UPDATE_COMPLETE');
  }

  /** Goes on with a rollback that has failed. */
  public async continueRollback(): Promise<string> {
    this.begin();
    return this.rollBack(this.lastGood);
  }

  public async delete(): Promise<string> {
    this.begin();
    const isDone = await this.removeAll('delete');
    await this.cleanUpLeftovers();
    return this.end(isDone ? 'DELETE_COMPLETE' : 'DELETE_FAILED');
  }

  /** The person who deploys gives up on the operation. */
  public interrupt(): void {
    if (!this.isGoingForward || this.stopped) return;
    this.isInterrupted = true;
    this.world.trace?.note('CloudFormation', 'the operation is cancelled');
    this.stop();
  }

  /** What its future depends on. */
  public get state(): unknown {
    const resources = this.holdings.map(({ logicalId, physicalId, properties, isComplete }) => [
      logicalId,
      physicalId,
      numberedTextOf(properties),
      isComplete,
    ]);
    return [this.id, this.status, resources, this.isInterrupted, this.stopped];
  }

  // ------------------------------------------------------------------------------------ steps

  private begin(): void {
    this.stopped = false;
    this.status = 'IN_PROGRESS';
  }

  private end(status: string): string {
    this.status = status;
    this.world.trace?.note('CloudFormation', `the stack is ${status}`);
    this.world.monitor.seeOperationEnd(this);
    return status;
  }

  private stop(): void {
    this.stopped = true;
    this.provisioning.stop();
  }

  /** Whether a resource that stays comes after another wait condition than before, where that may not be. */
  private isRefused(template: Template): boolean {
    const before = Object.fromEntries([...this.resources].map(([id, resource]) => [id, resource.template]));
    const isMoved = Object.entries(template).some(([id, resource]) => {
      const old = before[id] as TemplateResource | undefined;
      if (!old || conditionsBefore(old, before).length === 0) return false;
      return conditionsBefore(resource, template).some((condition) => !(condition in before));
    });
    return isMoved && this.world.facts.meet('depends-on-moved', undefined).alternative === 'refused';
  }

  /** A stack whose update is refused is what it was. */
  private refuse(): string {
    this.refusals.push('Circular dependency between resources');
    return this.end('UPDATE_ROLLBACK_COMPLETE');
  }

  private async apply(template: Template): Promise<boolean> {
    this.isGoingForward = true;
    const nodes = Object.entries(template).map(
      ([logicalId, resource]) => [logicalId, { resource, needs: needsOf(resource) }] as const,
    );
    const isDone = await inOrder(nodes, async ([logicalId, { resource }]) => {
      if (this.stopped || !(await this.pause()) || this.stopped) return false;
      const isMade = await this.change(logicalId, resource);
      if (!isMade) this.stop();
      return isMade;
    });
    this.isGoingForward = false;
    return isDone && !this.stopped;
  }

  private async change(logicalId: string, template: TemplateResource): Promise<boolean> {
    const existing = this.resources.get(logicalId);
    const properties = template.properties(this.references);
    if (existing?.isComplete && isSame(existing.properties, properties)) {
      this.resources.set(logicalId, { ...existing, template });
      return true;
    }
    const wanted: Wanted = { logicalId, template, properties };
    // what could not be made is made anew, and what is left of it deleted
    if (existing?.isUnmade) await this.deleteBefore(existing);
    const known = existing?.isUnmade ? undefined : existing;
    const attempt = await this.provisioning.make(wanted, known, 'forward');
    const { physicalId, attributes } =
      'made' in attempt ? attempt.made : { ...attempt.failed, attributes: known?.attributes ?? {} };
    const isComplete = 'made' in attempt;
    const isUnmade = !isComplete && !known;
    this.resources.set(logicalId, { ...wanted, physicalId, attributes, isComplete, isUnmade });
    return isComplete;
  }

  /** Deletes what could not be made before it is made anew, where that is so; else it is deleted in the end. */
  private async deleteBefore(unmade: StackResource): Promise<void> {
    if (this.world.facts.play('retried-creation') !== 'deleted-before') return;
    if (await this.provisioning.remove(unmade, 'clean-up')) this.deletedBefore.add(unmade);
  }

  private async rollBack(before: ReadonlyMap<string, StackResource>): Promise<string> {
    const touched = new Map(this.resources);
    const nodes = [...before].map(([id, { template }]) => [id, { needs: needsOf(template) }] as const);
    const isDone = await inOrder(nodes, async ([logicalId]) => this.restore(before.get(logicalId)!));
    if (!isDone) {
      this.leftovers = [...this.leftovers, ...obsoleteOf(touched, this.resources)];
      return this.end('UPDATE_ROLLBACK_FAILED');
    }
    await this.cleanUp(obsoleteOf(touched, this.resources, before), (id) => !before.has(id));
    await this.cleanUpLeftovers();
    return this.end('UPDATE_ROLLBACK_COMPLETE');
  }

  private async restore(before: StackResource): Promise<boolean> {
    const { logicalId } = before;
    const current = this.resources.get(logicalId);
    if (!current || isSame(current, before)) {
      this.resources.set(logicalId, before);
      return true;
    }
    await this.pause();
    const attempt = await this.provisioning.make(before, current, 'rollback');
    if ('failed' in attempt) {
      this.resources.set(logicalId, { ...current, isComplete: false });
      return false;
    }
    this.resources.set(logicalId, { ...before, ...attempt.made, isComplete: true, isUnmade: false });
    return true;
  }

  /** Deletes what is no longer needed; what cannot be deleted is dropped. */
  private async cleanUp(obsolete: readonly StackResource[], isGone: (logicalId: string) => boolean): Promise<void> {
    const left = obsolete.filter((resource) => !this.deletedBefore.has(resource));
    for (const resource of left.reverse()) {
      for (let attempt = 1; attempt <= CLEAN_UP_ATTEMPTS; attempt++) {
        await this.pause();
        if (await this.provisioning.remove(resource, 'clean-up')) break;
      }
      if (isGone(resource.logicalId)) this.resources.delete(resource.logicalId);
    }
  }

  private async cleanUpLeftovers(): Promise<void> {
    // a stack may have gone back to what it had replaced
    const current = [...this.resources.values()].map(({ physicalId }) => physicalId);
    await this.cleanUp(
      this.leftovers.filter(({ physicalId }) => !current.includes(physicalId)),
      () => false,
    );
    this.leftovers = [];
  }

  private async removeAll(phase: StackPhase): Promise<boolean> {
    const all = [...this.resources.values()];
    const dependents = (id: string) =>
      all.filter(({ template }) => needsOf(template).includes(id)).map(({ logicalId }) => logicalId);
    const graph = all.map(
      (resource) => [resource.logicalId, { resource, needs: dependents(resource.logicalId) }] as const,
    );
    return inOrder(graph, async ([logicalId, { resource }]) => {
      await this.pause();
      const isGone = await this.provisioning.remove(resource, phase);
      if (isGone) this.resources.delete(logicalId);
      else this.resources.set(logicalId, { ...this.resources.get(logicalId)!, isComplete: false });
      return isGone;
    });
  }

  private get references(): References {
    return {
      ref: (logicalId) => this.resources.get(logicalId)!.physicalId,
      attribute: (logicalId, name) => {
        const value = this.resources.get(logicalId)!.attributes[name] as string | undefined;
        if (value === undefined) throw new Error(`CloudFormation finds no attribute ${name} of ${logicalId}`);
        return value;
      },
    };
  }

  private async pause(): Promise<true> {
    await this.world.scheduler.sleep(PAUSE_SECONDS, `${this.id} goes on`);
    return true;
  }
}

/** What was there and is not any more, or is another one now. */
function obsoleteOf(
  before: ReadonlyMap<string, StackResource>,
  after: ReadonlyMap<string, StackResource>,
  kept: ReadonlyMap<string, StackResource> = new Map(),
): StackResource[] {
  return [...before.values()].filter((resource) => {
    const { logicalId, physicalId, template } = resource;
    const isRemoved = kept.size > 0 && !kept.has(logicalId);
    if (isRemoved) return true;
    const now = after.get(logicalId);
    return template.type !== 'plain' && now?.physicalId !== physicalId;
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
