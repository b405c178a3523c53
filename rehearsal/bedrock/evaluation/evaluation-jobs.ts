import { evaluationAccesses, ownKeyAccesses } from './evaluation-accesses';
import { ANY_MODEL, EvaluationJob } from './evaluation-job';
import { describeExisting } from './existing-evaluation-job';
import { promptProblem } from './prompt-problem';
import type { RoleAccess } from '../../iam/role-access';
import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject } from '../../json-value';
import type { BedrockJobProps } from '../bedrock-job';
import { BedrockJobs, type BedrockJobsOptions, type JobId } from '../bedrock-jobs';

/** The evaluation jobs of an account in a Region. */
export class EvaluationJobs extends BedrockJobs<EvaluationJob> {
  constructor(options: BedrockJobsOptions) {
    super(options, { kind: 'EvaluationJob', list: { jobs: 'jobSummaries', time: 'creationTime' } });
  }

  protected newJob(props: BedrockJobProps, problem: string | undefined): EvaluationJob {
    const { request, id, arn } = props;
    const { iam, account, region, assets } = this.options;
    const use = ownKeyAccesses(request.customerEncryptionKeyId, { id, arn }, { iam, owner: { account, region } });
    const denial = iam.use({ service: 'bedrock.amazonaws.com' }, use);
    return new EvaluationJob({ ...props, problem: problem ?? denial?.message ?? promptProblem(request, assets) });
  }

  protected accesses(job: JobId, request: JsonObject): RoleAccess[] {
    const { iam, account, region } = this.options;
    return evaluationAccesses({ ...job, request }, { iam, owner: { account, region } });
  }

  protected modelIn(): string {
    return ANY_MODEL;
  }

  protected describeElsewhere(existing: ExistingJob, place: { arn: string; endedAt: number }): JsonObject {
    return describeExisting(existing, place);
  }

  protected quotaText(_modelId: string, running: number, quota: number): string {
    return `You have reached the maximum number of evaluation jobs: ${running} of ${quota}. Resubmit your request later.`;
  }
}
