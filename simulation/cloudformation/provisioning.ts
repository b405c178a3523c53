import { PendingRequest, type RequestWorld } from './custom-resource';
import type { RequestOutcome, RequestRecord, StackPhase } from './request-record';
import type { StackResource } from './stack-resource';
import type { WaitConditions } from './wait-conditions';
import type { Monitor } from '../monitor';

/** What it takes to make resources. */
export interface ProvisioningWorld extends RequestWorld {
  readonly monitor: Monitor;
  readonly conditions: WaitConditions;
}

/** A resource that is to be made, or changed. */
export type Wanted = Pick<StackResource, 'logicalId' | 'template' | 'properties'>;

/** Whether something was made of a resource, and what. */
export type Attempt =
  | { readonly made: Pick<StackResource, 'physicalId' | 'attributes'> }
  | { readonly failed: { readonly physicalId: string } };

const DEFAULT_TIMEOUT_SECONDS = 3600;
/** How long a creation policy waits that does not say it. */
const DEFAULT_SIGNAL_SECONDS = 300;
/** How long a resource takes that is no job: longer than any call of the handler for the job before it. */
const PLAIN_SECONDS = 90;
/** Property of a plain resource that cannot be made. */
const FAILS = 'Fails';

/** Makes and deletes the resources of a stack. */
export class Provisioning {
  private readonly pending = new Set<PendingRequest>();

  constructor(
    private readonly world: ProvisioningWorld,
    private readonly stackId: string,
  ) {}

  /** Makes a resource, or another one of what is there. */
  public async make(wanted: Wanted, existing: StackResource | undefined, phase: StackPhase): Promise<Attempt> {
    const { logicalId, template, properties } = wanted;
    // what CloudFormation calls a resource whose function has not told it an id
    const physicalId = existing?.physicalId ?? `Shop-${logicalId}-1ABCDEF`;
    const attemptOf = (isMade: boolean): Attempt =>
      isMade ? { made: { physicalId, attributes: {} } } : { failed: { physicalId } };
    switch (template.type) {
      case 'plain':
        await this.world.scheduler.sleep(PLAIN_SECONDS, `${logicalId} is made`);
        return attemptOf(properties[FAILS] !== 'true');
      case 'condition': {
        const { timeoutSeconds = DEFAULT_SIGNAL_SECONDS } = template;
        const place = { stack: this.stackId, condition: logicalId };
        return attemptOf(await this.world.conditions.wait(place, timeoutSeconds));
      }
    }
    const outcome = await this.ask(existing ? 'Update' : 'Create', wanted, existing, phase);
    if (outcome.kind === 'success') return { made: { physicalId: outcome.physicalId, attributes: outcome.data } };
    const isNew = outcome.kind === 'failed' && !existing;
    return { failed: { physicalId: isNew ? outcome.physicalId || physicalId : physicalId } };
  }

  /** Deletes a resource; returns whether that was done. */
  public async remove(resource: StackResource, phase: StackPhase): Promise<boolean> {
    const { logicalId, template } = resource;
    if (template.type === 'condition') this.world.conditions.remove({ stack: this.stackId, condition: logicalId });
    if (template.type === 'plain' || template.type === 'condition') return true;
    const outcome = await this.ask('Delete', resource, resource, phase);
    return outcome.kind === 'success';
  }

  /** Nobody waits any more for what is being made. */
  public stop(): void {
    for (const request of [...this.pending]) request.cancel();
    this.world.conditions.cancel();
  }

  private async ask(
    type: RequestRecord['type'],
    { logicalId, template, properties }: Wanted,
    existing: StackResource | undefined,
    phase: StackPhase,
  ): Promise<RequestOutcome> {
    const record: RequestRecord = {
      id: `r${this.world.requests.length + 1}`,
      stackId: this.stackId,
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
}
