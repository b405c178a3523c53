import { describeExisting } from './existing-import-job';
import { importAccesses, sourceOf } from './import-accesses';
import type { ImportedModels } from './imported-models';
import { modelProblem } from './model-files';
import { ANY_MODEL, ModelImportJob } from './model-import-job';
import { arnIn } from '../../environment';
import type { RoleAccess } from '../../iam/role-access';
import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import type { BedrockJobProps } from '../bedrock-job';
import { BedrockJobs, type BedrockJobsOptions, idOf, type JobId } from '../bedrock-jobs';

/** The model import jobs of an account in a Region. */
export class ModelImportJobs extends BedrockJobs<ModelImportJob> {
  constructor(
    options: BedrockJobsOptions,
    private readonly imported: ImportedModels,
  ) {
    super(options, { kind: 'ModelImportJob', list: { jobs: 'modelImportJobSummaries', time: 'creationTime' } });
  }

  protected newJob(props: BedrockJobProps, problem: string | undefined): ModelImportJob {
    const { request, arn } = props;
    return new ModelImportJob({
      ...props,
      modelArn: arnIn(this.options, 'bedrock', `imported-model/${idOf(arn)}`),
      problem: problem ?? modelProblem(sourceOf(request), this.options.assets),
    });
  }

  protected override register(job: ModelImportJob): void {
    this.imported.add(job);
  }

  protected accesses(job: JobId, request: JsonObject): RoleAccess[] {
    const { iam, account, region, supposition } = this.options;
    return importAccesses({ ...job, request }, { iam, owner: { account, region } }, supposition);
  }

  protected modelIn(): string {
    return ANY_MODEL;
  }

  protected describeElsewhere(existing: ExistingJob, place: { arn: string; endedAt: number }): JsonObject {
    return describeExisting(existing, place);
  }

  protected quotaText(_modelId: string, running: number, quota: number): string {
    return `The number of concurrent model import jobs is ${running}, and the limit is ${quota}. Resubmit your request later.`;
  }
}
