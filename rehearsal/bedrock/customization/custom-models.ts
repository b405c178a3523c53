import type { ModelCustomizationJob } from './model-customization-job';
import { textOf } from '../../../unconfirmed/supposition';
import type { ApiCall } from '../../emulated-api/api-call';
import type { ResourceTags } from '../../emulated-api/resource-tags';
import { ServiceError } from '../../emulated-api/service-error';
import type { JobServiceOptions } from '../../jobs/job-service';
import type { JsonObject, JsonValue } from '../../json-value';

/** How long a model is in use that is in use for a while, from the first time that somebody asks. */
const IN_USE_MS = 120_000;

export interface CustomModelsOptions extends Pick<JobServiceOptions, 'clock' | 'supposition'> {
  readonly tags: ResourceTags;
}

/** The custom models of an account in a Region: a model is there from the end of its job until somebody deletes it. */
export class CustomModels {
  private readonly jobs = new Map<string, ModelCustomizationJob>();
  private inUseUntil?: number;

  constructor(private readonly options: CustomModelsOptions) {}

  /** A job is going to make a model. */
  public add(job: ModelCustomizationJob): void {
    this.jobs.set(job.customModelArn, job);
    this.options.tags.create(job.customModelArn, job.request.customModelTags);
  }

  /** Whether a model is there. */
  public has(arn: string): boolean {
    return this.jobs.get(arn)?.hasModel ?? false;
  }

  /** The key that a model is encrypted with, if it has one of the account's. */
  public keyOf(arn: string): JsonValue | undefined {
    return this.jobs.get(arn)?.request.customModelKmsKeyId;
  }

  public describe({ input }: ApiCall): JsonValue {
    const arn = this.find(input);
    const job = this.jobs.get(arn)!;
    return { modelArn: arn, modelName: job.request.customModelName, jobArn: job.arn, baseModelArn: job.baseModelArn };
  }

  public delete({ input }: ApiCall): JsonValue {
    const arn = this.find(input);
    this.refuse(arn);
    this.jobs.delete(arn);
    this.options.tags.remove(arn);
    return {};
  }

  private find({ modelIdentifier }: JsonObject): string {
    const arn = String(modelIdentifier);
    if (this.has(arn)) return arn;
    throw new ServiceError('ResourceNotFoundException', `Could not find the custom model ${arn}.`);
  }

  /** What is said of a model that is not to be deleted nobody has confirmed. */
  private refuse(arn: string): void {
    const { clock, supposition } = this.options;
    const choice = supposition.choiceOf('custom-model-deletion', 'ModelCustomizationJob');
    const error = ServiceError.of(textOf(choice, { arn, role: 'role' }));
    if (!error) return;
    this.inUseUntil ??= clock.now() + IN_USE_MS;
    if (choice.alternative !== 'in-use' || clock.now() < this.inUseUntil) throw error;
  }
}
