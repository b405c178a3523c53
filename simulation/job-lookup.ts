import type { SimulatedJob } from './aws/simulated-job';
import { versionIn } from './aws/simulated-job';
import type { RequestRecord } from './cloudformation/request-record';
import type { StackResource } from './cloudformation/stack-resource';
import { JOB_FACTS, NOT_STARTED } from './handler-under-test';
import type { Surroundings } from './surroundings';

/** What is told apart by its job. */
export interface LookupWorld extends Surroundings {
  readonly stacks: readonly { readonly holdings: readonly StackResource[] }[];
}

/** Which job a physical id means, and who answers for it. */
export class JobLookup {
  constructor(private readonly world: LookupWorld) {}

  /** The job that an id means in a resource with these properties. */
  public jobOf(id: string, properties: object): SimulatedJob | undefined {
    const jobs = this.world.account.jobs.filter((job) => !this.isRemoved(job));
    const byArn = jobs.find(({ arn }) => arn.toLowerCase() === id.toLowerCase());
    return byArn ?? jobs.find((job) => job.name === id && job.version === versionIn(properties));
  }

  /** Whether a stack answers for a job. */
  public isHeld(job: SimulatedJob): boolean {
    return this.world.stacks.some((stack) =>
      stack.holdings.some(({ physicalId, properties, template, isComplete }) => {
        if (template.type !== 'job') return false;
        if (job.isCalled(physicalId)) return true;
        // a Delete of what has failed half-way finds the jobs of its spec
        return !isComplete && physicalId !== NOT_STARTED && versionIn(properties) === job.version;
      }),
    );
  }

  /** Whether another job has come to its end in the same place since: what this one has done there is undone. */
  public isOvertaken(job: SimulatedJob, at = this.world.now): boolean {
    const { kind, at: begin } = job.origin;
    const placeOf = ({ origin: { input } }: SimulatedJob) =>
      JOB_FACTS[kind].place?.map((member) => input[member]).join();
    return this.world.account.jobs.some(
      (other) =>
        other.origin.kind === kind &&
        other.origin.at > begin &&
        other.phase(at) === 'completed' &&
        placeOf(other) !== undefined &&
        placeOf(other) === placeOf(job),
    );
  }

  /**
   * Whether all that was done for a resource is undone that has these properties in a request; what has failed since has done nothing,
   * and what the request has begun itself is not done yet.
   */
  public isOvertakenSpec({ id, properties }: Pick<RequestRecord, 'id' | 'properties'>): boolean {
    const jobs = this.world.account.jobs.filter(
      (job) => job.version === versionIn(properties) && job.origin.requestId !== id,
    );
    const hasNothing = (job: SimulatedJob) => ['failed', 'stopped'].includes(job.phase(this.world.now));
    return jobs.some((job) => this.isOvertaken(job)) && jobs.every((job) => this.isOvertaken(job) || hasNothing(job));
  }

  /** Whether a rollback has made a job, to do again what has been overtaken: the next try at that rollback takes it up. */
  public isRedone({ origin }: SimulatedJob): boolean {
    if (JOB_FACTS[origin.kind].place === undefined) return false;
    return this.world.requests.find(({ id }) => id === origin.requestId)?.phase === 'rollback';
  }

  /** Whether an Update of a rollback that has come to nothing goes back to a job: the next try at that rollback takes it up. */
  public isGoneBackTo(job: SimulatedJob): boolean {
    return this.world.requests.some(
      ({ type, phase, outcome, stackId, properties }) =>
        type === 'Update' &&
        phase === 'rollback' &&
        (outcome?.kind === 'timeout' || outcome?.kind === 'failed') &&
        stackId === this.stackOf(job) &&
        versionIn(properties) === job.version,
    );
  }

  public isRemoved({ removedAt }: SimulatedJob): boolean {
    return removedAt <= this.world.now;
  }

  /** The stack for which a job was made; `undefined` where that is none. */
  public stackOf({ origin }: SimulatedJob): string | undefined {
    return this.world.requests.find(({ id }) => id === origin.requestId)?.stackId;
  }

  /** What tells a job from another that does the same. */
  public rerunKeyOf({ origin }: SimulatedJob): unknown {
    return this.world.requests.find(({ id }) => id === origin.requestId)?.properties.RerunKey;
  }

  public record(requestId: string): RequestRecord {
    return this.world.requests.find(({ id }) => id === requestId)!;
  }
}
