import { evaluationAccesses, ownKeyAccesses } from './evaluation-accesses';
import { ANY_MODEL, EvaluationJob } from './evaluation-job';
import { describeExisting } from './existing-evaluation-job';
import { promptProblem } from './prompt-problem';
import type { ApiCall } from '../../emulated-api/api-call';
import type { Operations } from '../../emulated-api/operations';
import type { RoleAccess } from '../../iam/role-access';
import type { ExistingJob } from '../../jobs/existing-job';
import type { JsonObject, JsonValue } from '../../json-value';
import type { BedrockJobProps } from '../bedrock-job';
import { BedrockJobs, type BedrockJobsOptions, type JobId } from '../bedrock-jobs';

/** The evaluation jobs of an account in a Region. */
export class EvaluationJobs extends BedrockJobs<EvaluationJob> {
  constructor(options: BedrockJobsOptions) {
    super(options, { kind: 'EvaluationJob', list: { jobs: 'jobSummaries', time: 'creationTime' } });
  }

  public override get operations(): Operations {
    return { ...super.operations, [this.facts.operations.delete!]: (call) => this.deleteAll(call) };
  }

  protected newJob(props: BedrockJobProps, problem: string | undefined): EvaluationJob {
    const { request, id, arn } = props;
    const { iam, account, region, assets } = this.options;
    const use = ownKeyAccesses(request.customerEncryptionKeyId, { id, arn }, { iam, owner: { account, region } });
    const denial = iam.use({ service: 'bedrock.amazonaws.com' }, use);
    return new EvaluationJob({ ...props, problem: problem ?? denial?.message ?? promptProblem(request, assets) });
  }

  public override isGone(job: EvaluationJob): boolean {
    return job.isGone;
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

  /** Says of each job what has become of it; a record may be shown for some time after the answer. */
  private deleteAll({ input: { jobIdentifiers }, operation }: ApiCall): JsonValue {
    const asked = Array.isArray(jobIdentifiers) ? jobIdentifiers.map(String) : [];
    const errors: JsonObject[] = [];
    const evaluationJobs: JsonObject[] = [];
    for (const jobIdentifier of asked) {
      const job = this.all.find(({ arn, isGone }) => arn === jobIdentifier && !isGone);
      const code = !job ? 'ResourceNotFoundException' : job.finished ? undefined : 'ValidationException';
      if (code === undefined) {
        const { name, arn, status } = job!;
        this.refuseFor('record-deletion', { name, arn, status, role: 'role', operation: `bedrock:${operation}` });
        job!.delete();
        evaluationJobs.push({ jobIdentifier, jobStatus: job!.status });
      } else {
        const message = job
          ? `The job cannot be deleted. State was: ${job.status}`
          : 'Could not find the evaluation job.';
        errors.push({ jobIdentifier, code, message });
      }
    }
    return { errors, evaluationJobs };
  }
}
