import { PendingRequest } from './custom-resource';
import { inOrder } from './dependency-order';
import type { RequestOutcome, RequestRecord, StackPhase } from './request-record';
import type { Properties, References, Template, TemplateResource } from './template';
import type { World } from '../world';

/** A resource as a stack has it. */
export interface StackResource {
  readonly logicalId: string;
  readonly template: TemplateResource;
  readonly physicalId: string;
  readonly attributes: { readonly [name: string]: string };
  readonly properties: Properties;
  /** Whether it is what its properties say; else it has failed half-way. */
  readonly isComplete: boolean;
}

/** CloudFormation tries to delete a replaced or removed resource three times, then leaves it. */
const CLEAN_UP_ATTEMPTS = 3;
const PAUSE_SECONDS = 1;
const DEFAULT_TIMEOUT_SECONDS = 3600;
/** How long a resource takes that is no job: longer than any call of the handler for the job before it. */
const PLAIN_SECONDS = 90;
/** Property of a plain resource that cannot be made. */
const FAILS = 'Fails';

type Made = Pick<StackResource, 'physicalId' | 'attributes'>;
/** Whether something was made of a resource, and what. */
type Attempt = { readonly made: Made } | { readonly failed: { readonly physicalId: string } };

/** A stack, and what CloudFormation does with its custom resources. */
export class Stack {
  public readonly resources = new Map<string, StackResource>();
  public status = 'NONE';
  /** Whether the person who deploys has given up on an operation. */
  public isInterrupted = false;
  private readonly pending = new Set<PendingRequest>();
  private isGoingForward = false;
  private stopped = false;
  /** What the last update has begun with. */
  private lastGood: ReadonlyMap<string, StackResource> = new Map();
  /** What a rollback has replaced that has failed: to be deleted when it goes on, or with the stack. */
  private leftovers: readonly StackResource[] = [];

  constructor(
    private readonly world: World,
    public readonly id: string,
  ) {}

  /** The same stack, for a simulation of its own. */
  public copy(world: World): Stack {
    const copy = new Stack(world, this.id);
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

  public async create(template: Template): Promise<string> {
    this.begin();
    const isDone = await this.apply(template);
    if (isDone) return this.end('CREATE_COMPLETE');
    // who gives up on a stack that is being made deletes it
    if (this.isInterrupted) return this.delete();
    return this.end((await this.removeAll('rollback')) ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED');
  }

  public async update(template: Template): Promise<string> {
    this.begin();
    const before = new Map(this.resources);
    this.lastGood = before;
    const isDone = await this.apply(template);
    if (!isDone) return this.rollBack(before);
    const removed = [...before.values()].filter(({ logicalId }) => !(logicalId in template));
    const isRemoved = (id: string) => !(id in template);
    await this.cleanUp([...obsoleteOf(before, this.resources), ...removed], isRemoved);
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
      properties,
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
    for (const request of [...this.pending]) request.cancel();
    this.world.conditions.cancel();
  }

  private async apply(template: Template): Promise<boolean> {
    this.isGoingForward = true;
    const isDone = await inOrder(Object.entries(template), async ([logicalId, resource]) => {
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
    if (existing && isSame(existing.properties, properties)) {
      this.resources.set(logicalId, { ...existing, template });
      return true;
    }
    const attempt = await this.make(logicalId, template, properties, existing, 'forward');
    const { physicalId, attributes } =
      'made' in attempt ? attempt.made : { ...attempt.failed, attributes: existing?.attributes ?? {} };
    const isComplete = 'made' in attempt;
    this.resources.set(logicalId, { logicalId, template, physicalId, attributes, properties, isComplete });
    return isComplete;
  }

  private async rollBack(before: ReadonlyMap<string, StackResource>): Promise<string> {
    const touched = new Map(this.resources);
    const isDone = await inOrder(
      [...before].map(([id, { template }]) => [id, template] as const),
      async ([logicalId]) => this.restore(before.get(logicalId)!),
    );
    if (!isDone) {
      this.leftovers = [...this.leftovers, ...obsoleteOf(touched, this.resources)];
      return this.end('UPDATE_ROLLBACK_FAILED');
    }
    await this.cleanUp(obsoleteOf(touched, this.resources, before), (id) => !before.has(id));
    await this.cleanUpLeftovers();
    return this.end('UPDATE_ROLLBACK_COMPLETE');
  }

  private async restore(before: StackResource): Promise<boolean> {
    const current = this.resources.get(before.logicalId);
    if (!current || isSame(current, before)) {
      this.resources.set(before.logicalId, before);
      return true;
    }
    await this.pause();
    const { logicalId, template, properties } = before;
    const attempt = await this.make(logicalId, template, properties, current, 'rollback');
    if ('failed' in attempt) {
      this.resources.set(logicalId, { ...current, isComplete: false });
      return false;
    }
    this.resources.set(logicalId, { ...before, ...attempt.made, isComplete: true });
    return true;
  }

  /** Deletes what is no longer needed; what cannot be deleted is dropped. */
  private async cleanUp(obsolete: readonly StackResource[], isGone: (logicalId: string) => boolean): Promise<void> {
    for (const resource of [...obsolete].reverse()) {
      for (let attempt = 1; attempt <= CLEAN_UP_ATTEMPTS; attempt++) {
        await this.pause();
        if (await this.remove(resource, 'clean-up')) break;
      }
      if (isGone(resource.logicalId)) this.resources.delete(resource.logicalId);
    }
  }

  private async cleanUpLeftovers(): Promise<void> {
    await this.cleanUp(this.leftovers, () => false);
    this.leftovers = [];
  }

  private async removeAll(phase: 'delete' | 'rollback'): Promise<boolean> {
    const all = [...this.resources.values()];
    const dependents = (id: string) =>
      all.filter(({ template }) => template.dependsOn?.includes(id)).map(({ logicalId }) => logicalId);
    const graph = all.map(
      (resource) => [resource.logicalId, { ...resource, dependsOn: dependents(resource.logicalId) }] as const,
    );
    return inOrder(graph, async ([logicalId, resource]) => {
      await this.pause();
      const isGone = await this.remove(resource, phase);
      if (isGone) this.resources.delete(logicalId);
      else this.resources.set(logicalId, { ...this.resources.get(logicalId)!, isComplete: false });
      return isGone;
    });
  }

  // ------------------------------------------------------------------------------------ resources

  private async make(
    logicalId: string,
    template: TemplateResource,
    properties: Properties,
    existing: StackResource | undefined,
    phase: StackPhase,
  ): Promise<Attempt> {
    // what CloudFormation calls a resource whose function has not told it an id
    const provisional = existing?.physicalId ?? `Shop-${logicalId}-1ABCDEF`;
    switch (template.type) {
      case 'plain':
        await this.world.scheduler.sleep(PLAIN_SECONDS, `${logicalId} is made`);
        return properties[FAILS] === 'true'
          ? { failed: { physicalId: provisional } }
          : { made: { physicalId: provisional, attributes: {} } };
      case 'handle':
        return { made: { physicalId: this.world.conditions.newHandle(`${this.id} ${logicalId}`), attributes: {} } };
      case 'condition': {
        const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = template;
        const reason = await this.world.conditions.wait(String(properties.Handle), timeoutSeconds);
        if (reason !== undefined) return { failed: { physicalId: provisional } };
        return { made: { physicalId: provisional, attributes: {} } };
      }
    }
    const outcome = await this.ask(existing ? 'Update' : 'Create', logicalId, template, properties, existing, phase);
    if (outcome.kind === 'success') return { made: { physicalId: outcome.physicalId, attributes: outcome.data } };
    const isNew = outcome.kind === 'failed' && !existing;
    return { failed: { physicalId: isNew ? outcome.physicalId || provisional : provisional } };
  }

  private async remove(resource: StackResource, phase: StackPhase): Promise<boolean> {
    const { logicalId, template, properties } = resource;
    if (template.type === 'plain' || template.type === 'handle' || template.type === 'condition') return true;
    const outcome = await this.ask('Delete', logicalId, template, properties, resource, phase);
    return outcome.kind === 'success';
  }

  private async ask(
    type: RequestRecord['type'],
    logicalId: string,
    template: TemplateResource,
    properties: Properties,
    existing: StackResource | undefined,
    phase: StackPhase,
  ): Promise<RequestOutcome> {
    const record: RequestRecord = {
      id: `r${this.world.requests.length + 1}`,
      stackId: this.id,
      type,
      phase,
      logicalId,
      resourceType: template.type,
      physicalId: existing?.physicalId,
      properties,
      timeoutSeconds: template.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      sentAt: this.world.now,
    };
    this.world.requests.push(record);
    const request = new PendingRequest(this.world, record, type === 'Update' ? existing?.properties : undefined);
    if (phase === 'forward') this.pending.add(request);
    const outcome = await request.outcome;
    this.pending.delete(request);
    this.world.monitor.seeOutcome(record);
    return outcome;
  }

  private get references(): References {
    return {
      ref: (logicalId) => this.resources.get(logicalId)!.physicalId,
      attribute: (logicalId, name) => this.resources.get(logicalId)!.attributes[name],
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
  return JSON.stringify(a) === JSON.stringify(b);
}
