import { batchAccesses } from './batch-accesses';
import { readBatchInput } from './batch-input';
import type { BedrockJobProps } from './bedrock-job';
import { BedrockJobs, type BedrockJobsOptions, type JobId } from './bedrock-jobs';
import { describeExisting } from './existing-batch-job';
import { ModelInvocationJob } from './model-invocation-job';
import type { RoleAccess } from '../iam/role-access';
import type { ExistingJob } from '../jobs/existing-job';
import { asJsonObject, type JsonObject } from '../json-value';

/** The batch inference jobs of an account in a Region. */
export class ModelInvocationJobs extends BedrockJobs<ModelInvocationJob> {
  constructor(options: BedrockJobsOptions) {
    super(options, {
      kind: 'ModelInvocationJob',
      list: { jobs: 'invocationJobSummaries', time: 'submitTime' },
    });
  }

  protected newJob(props: BedrockJobProps, problem: string | undefined): ModelInvocationJob {
    const { arn, request } = props;
    const { s3Uri } = asJsonObject(asJsonObject(request.inputDataConfig).s3InputDataConfig);
    const input =
      problem === undefined
        ? readBatchInput(String(s3Uri), { arn, modelId: this.modelIn(request) }, this.options.assets)
        : { files: [], records: 0, problem };
    return new ModelInvocationJob({ ...props, input });
  }

  protected accesses(job: JobId, request: JsonObject): RoleAccess[] {
    const { iam, account, region } = this.options;
    return batchAccesses({ ...job, request }, { iam, owner: { account, region } });
  }

  protected modelIn({ modelId }: JsonObject): string {
    return String(modelId);
  }

  protected describeElsewhere(existing: ExistingJob, place: { arn: string; endedAt: number }): JsonObject {
    return describeExisting(existing, place);
  }

  protected quotaText(modelId: string, running: number, quota: number): string {
    return `The sum of in-progress and submitted batch inference jobs of model ${modelId} is ${running}, and the quota is ${quota}. Resubmit your request later.`;
  }
}
