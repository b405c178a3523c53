import type { ModelJobKind } from './bedrock-kind';
import { textOf } from '../../unconfirmed/supposition';
import type { ApiCall } from '../emulated-api/api-call';
import type { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import type { JobServiceOptions } from '../jobs/job-service';
import type { JsonObject, JsonValue } from '../json-value';

/** How long a model is in use that is in use for a while, from the first time that somebody asks. */
const IN_USE_MS = 120_000;

export interface MadeModelsOptions extends Pick<JobServiceOptions, 'clock' | 'supposition'> {
  readonly tags: ResourceTags;
}

/** A job that makes a model. */
export interface ModelMaker {
  readonly arn: string;
  readonly request: JsonObject;
  /** The ARN of the model. */
  readonly modelArn: string;
  /** Whether it is there, as far as that is up to the job. */
  readonly hasModel: boolean;
}

/** What sets the models apart that jobs of a kind make. */
export interface ModelsOfKind<Maker> {
  readonly kind: ModelJobKind;
  /** As in "custom model". */
  readonly noun: string;
  /** The member of the job's request with the tags of its model. */
  readonly tags: string;
  /** What the service says of a model, besides what it is called. */
  readonly describe: (maker: Maker) => JsonObject;
}

/** The models of an account in a Region that jobs of a kind make: each is there from its job's end until somebody deletes it. */
export class MadeModels<Maker extends ModelMaker> {
  private readonly jobs = new Map<string, Maker>();
  private inUseUntil?: number;

  constructor(
    private readonly options: MadeModelsOptions,
    private readonly own: ModelsOfKind<Maker>,
  ) {}

  /** A job is going to make a model. */
  public add(job: Maker): void {
    this.jobs.set(job.modelArn, job);
    this.options.tags.create(job.modelArn, job.request[this.own.tags]);
  }

  /** Whether a model is there. */
  public has(arn: string): boolean {
    return this.jobs.get(arn)?.hasModel ?? false;
  }

  /** The request of the job that makes a model. */
  public requestFor(arn: string): JsonObject | undefined {
    return this.jobs.get(arn)?.request;
  }

  public describe({ input }: ApiCall): JsonValue {
    const arn = this.find(input);
    const job = this.jobs.get(arn)!;
    return { modelArn: arn, jobArn: job.arn, ...this.own.describe(job) };
  }

  public delete({ input, operation }: ApiCall): JsonValue {
    const arn = this.find(input);
    this.refuse(arn, operation);
    this.jobs.delete(arn);
    this.options.tags.remove(arn);
    return {};
  }

  private find({ modelIdentifier }: JsonObject): string {
    const arn = String(modelIdentifier);
    if (this.has(arn)) return arn;
    throw new ServiceError('ResourceNotFoundException', `Could not find the ${this.own.noun} ${arn}.`);
  }

  /** What is said of a model that is not to be deleted nobody has confirmed. */
  private refuse(arn: string, operation: string): void {
    const { clock, supposition } = this.options;
    const choice = supposition.choiceOf('custom-model-deletion', this.own.kind);
    const error = ServiceError.of(textOf(choice, { arn, role: 'role', operation: `bedrock:${operation}` }));
    if (!error) return;
    this.inUseUntil ??= clock.now() + IN_USE_MS;
    if (choice.alternative !== 'in-use' || clock.now() < this.inUseUntil) throw error;
  }
}
