import type { BedrockJobs, BedrockJobsOptions } from './bedrock-jobs';
import type { AnyBedrockJob, BedrockKind, ModelJobKind } from './bedrock-kind';
import { isJsonObject, type JsonValue } from '../json-value';
import { CustomModels } from './customization/custom-models';
import { ModelCustomizationJobs } from './customization/model-customization-jobs';
import { EvaluationJobs } from './evaluation/evaluation-jobs';
import { ImportedModels } from './import/imported-models';
import { ModelImportJobs } from './import/model-import-jobs';
import { IngestionJobs, type IngestionJobsOptions } from './ingestion/ingestion-jobs';
import { ModelInvocationJobs } from './model-invocation-jobs';
import type { ApiCall } from '../emulated-api/api-call';
import { runOperation, type Operations } from '../emulated-api/operations';
import { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import type { JobService } from '../jobs/job-service';

const MAX_TAGS = 50;

/** How many jobs of a kind a model, or of ingestions an account, may have at once, as in `modelInvocationJobs`. @default - no limit */
export type BedrockQuotas = { readonly [kind in BedrockKind as `${Uncapitalize<kind>}s`]?: number };

export interface BedrockOptions
  extends
    Omit<BedrockJobsOptions, 'quota' | 'tags' | 'models'>,
    Pick<IngestionJobsOptions, 'knowledgeBases' | 'deployments'> {
  readonly quotas: BedrockQuotas;
}

/** Bedrock in one account and Region: its jobs, what they make, and the tags of both. */
export class BedrockService implements JobService<AnyBedrockJob> {
  public readonly operations: Operations;
  private readonly kinds: readonly BedrockJobs[];
  private readonly ingestions: IngestionJobs;
  private readonly tags = new ResourceTags({
    key: 'key',
    value: 'value',
    notFound: (arn) => new ServiceError('ResourceNotFoundException', `Could not find the resource ${arn}.`),
  });

  constructor(private readonly options: BedrockOptions) {
    const { quotas } = options;
    const models = new CustomModels({ ...options, tags: this.tags });
    const imported = new ImportedModels({ ...options, tags: this.tags });
    const shared = { ...options, tags: this.tags, models };
    this.ingestions = new IngestionJobs({ ...options, quota: quotas.ingestionJobs });
    const kinds: { readonly [kind in ModelJobKind]: BedrockJobs } = {
      EvaluationJob: new EvaluationJobs({ ...shared, quota: quotas.evaluationJobs }),
      ModelCustomizationJob: new ModelCustomizationJobs({ ...shared, quota: quotas.modelCustomizationJobs }),
      ModelImportJob: new ModelImportJobs({ ...shared, quota: quotas.modelImportJobs }, imported),
      ModelInvocationJob: new ModelInvocationJobs({ ...shared, quota: quotas.modelInvocationJobs }),
    };
    this.kinds = Object.values(kinds);
    this.operations = {
      ...(Object.assign({}, ...this.kinds.map(({ operations }) => operations)) as Operations),
      ...this.ingestions.operations,
      DeleteCustomModel: (call) => models.delete(call),
      DeleteImportedModel: (call) => imported.delete(call),
      GetCustomModel: (call) => models.describe(call),
      GetImportedModel: (call) => imported.describe(call),
      TagResource: (call) => this.tagResource(call),
      UntagResource: (call) => this.untagResource(call),
      ListTagsForResource: ({ input }) => this.listTags(String(input.resourceARN)),
    };
  }

  public get jobs(): AnyBedrockJob[] {
    const jobs: AnyBedrockJob[] = [...this.kinds.flatMap(({ all }) => all), ...this.ingestions.all];
    return jobs.sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Nobody can delete a job. */
  public get existingJobs(): AnyBedrockJob[] {
    return this.jobs;
  }

  public handle(call: ApiCall): JsonValue {
    return runOperation(this.operations, call);
  }

  private listTags(arn: string): JsonValue {
    this.refuseTagsOfEnded(arn);
    return { tags: this.tags.list(arn) };
  }

  private refuseTagsOfEnded(arn: string): void {
    for (const jobs of this.kinds) jobs.refuseTagsOfEnded(arn);
  }

  private refuseChangeOfEnded(arn: string): void {
    if (this.options.supposition.nameOf('tags-of-ended-jobs') !== 'not-listed') this.refuseTagsOfEnded(arn);
  }

  private tagResource({ input }: ApiCall): JsonValue {
    const arn = String(input.resourceARN);
    this.refuseChangeOfEnded(arn);
    const keys = new Set(this.tags.list(arn).map(({ key }) => key));
    for (const tag of Array.isArray(input.tags) ? input.tags : []) if (isJsonObject(tag)) keys.add(tag.key);
    if (keys.size > MAX_TAGS) {
      throw new ServiceError('TooManyTagsException', `A resource can have at most ${MAX_TAGS} tags.`);
    }
    this.tags.add(arn, input.tags);
    return {};
  }

  private untagResource({ input }: ApiCall): JsonValue {
    this.refuseChangeOfEnded(String(input.resourceARN));
    this.tags.delete(String(input.resourceARN), input.tagKeys);
    return {};
  }
}
