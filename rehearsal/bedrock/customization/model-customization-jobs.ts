import { customizationAccesses } from './customization-accesses';
import { dataProblem } from './customization-data';
import { describeExisting } from './existing-customization-job';
import { ModelCustomizationJob } from './model-customization-job';
import { arnIn } from '../../environment';
import type { RoleAccess } from '../../iam/role-access';
import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import { partitionOf } from '../../partition';
import type { BedrockJobProps } from '../bedrock-job';
import { BedrockJobs, type BedrockJobsOptions, idOf, type JobId } from '../bedrock-jobs';

/** The model customization jobs of an account in a Region. */
export class ModelCustomizationJobs extends BedrockJobs<ModelCustomizationJob> {
  constructor(options: BedrockJobsOptions) {
    super(options, {
      kind: 'ModelCustomizationJob',
      list: { jobs: 'modelCustomizationJobSummaries', time: 'creationTime' },
    });
  }

  protected newJob(props: BedrockJobProps, problem: string | undefined): ModelCustomizationJob {
    const { request, arn } = props;
    const model = foundationModelIn(this.modelIn(request));
    return new ModelCustomizationJob({
      ...props,
      customModelArn: arnIn(this.options, 'bedrock', `custom-model/${model}/${idOf(arn)}`),
      baseModelArn: this.baseModelArn(this.modelIn(request)),
      problem: problem ?? this.modelProblem(this.modelIn(request)) ?? dataProblem(request, this.options.assets),
    });
  }

  protected override register(job: ModelCustomizationJob): void {
    this.options.models.add(job);
  }

  protected accesses(job: JobId, request: JsonObject): RoleAccess[] {
    const { iam, account, region, supposition } = this.options;
    return customizationAccesses({ ...job, request }, { iam, owner: { account, region } }, supposition);
  }

  protected modelIn({ baseModelIdentifier }: JsonObject): string {
    return String(baseModelIdentifier);
  }

  /** The ARN of a job has the id of its base model in it. */
  protected override arnPrefix(request: JsonObject): string {
    return `${this.facts.arnResource}/${foundationModelIn(this.modelIn(request))}`;
  }

  protected describeElsewhere(existing: ExistingJob, place: { arn: string; endedAt: number }): JsonObject {
    return describeExisting(existing, place);
  }

  protected quotaText(modelId: string, running: number, quota: number): string {
    return `The number of scheduled customization jobs of model ${modelId} is ${running}, and the limit is ${quota}. Resubmit your request later.`;
  }

  /** A custom model of the app's own must be there. */
  private modelProblem(model: string): string | undefined {
    const isOwn = this.all.some(({ customModelArn }) => customModelArn === model);
    return isOwn && !this.options.models.has(model) ? `The base model ${model} does not exist.` : undefined;
  }

  private baseModelArn(model: string): string {
    if (model.startsWith('arn:')) return model;
    const { region } = this.options;
    return `arn:${partitionOf(region)}:bedrock:${region}::foundation-model/${model}`;
  }
}

/** The id of the foundation model that a base model is, or was made of. */
function foundationModelIn(model: string): string {
  return /:(?:foundation-model|custom-model)\/([^/]+)/.exec(model)?.[1] ?? model;
}
