import { BUCKET_ELSEWHERE, DURATION_ELSEWHERE } from '../existing-sagemaker-job';
import { s3InputProblem } from '../s3-input';
import type { JobPlace } from '../sagemaker-accesses';
import type { SageMakerJobProps } from '../sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../sagemaker-jobs';
import { trainingAccesses } from './training-accesses';
import { TrainingJob } from './training-job';
import { rulesOf } from './training-monitoring-accesses';
import { trainingRoleRefusal } from './training-role-refusal';
import { checkTrainingRequest } from './training-rules';
import type { ApiCall } from '../../emulated-api/api-call';
import type { Operations } from '../../emulated-api/operations';
import { ServiceError } from '../../emulated-api/service-error';
import type { RoleAccess, RoleVerdict } from '../../iam/role-access';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../../json-value';

/** The training jobs of an account in a Region. */
export class TrainingJobs extends SageMakerJobs<TrainingJob> {
  constructor(options: SageMakerJobsOptions) {
    super(options, {
      kind: 'TrainingJob',
      notFoundError: 'ValidationException',
      elsewhere: ({ name, endedAt }, status) => ({
        SecondaryStatus: status,
        ModelArtifacts: { S3ModelArtifacts: `s3://${BUCKET_ELSEWHERE}/${name}/output/model.tar.gz` },
        TrainingStartTime: endedAt - DURATION_ELSEWHERE,
        TrainingEndTime: endedAt,
        TrainingTimeInSeconds: DURATION_ELSEWHERE,
        BillableTimeInSeconds: DURATION_ELSEWHERE,
      }),
    });
  }

  public override get operations(): Operations {
    return {
      ...super.operations,
      UpdateTrainingJob: (call) => this.update(call),
    };
  }

  protected newJob(props: SageMakerJobProps): TrainingJob {
    return new TrainingJob(props);
  }

  protected accesses(request: JsonObject, place: JobPlace): RoleAccess[] {
    return trainingAccesses(request, place);
  }

  protected useRole(roleArn: string, request: JsonObject, arn: string): RoleVerdict {
    const verdict = super.useRole(roleArn, request, arn);
    if (verdict.refusal === undefined && rulesOf(request).length > 0) {
      const sourceArn = `${arn.replace(':training-job/', ':processing-job/')}-rule`;
      this.options.iam.tryAssume({ roleArn, service: 'sagemaker.amazonaws.com', sourceArn });
    }
    return verdict;
  }

  protected check(request: JsonObject): void {
    checkTrainingRequest(request);
  }

  protected checkDeletable(job: TrainingJob): void {
    super.checkDeletable(job);
    if (!job.keepsWarmPool) return;
    throw new ServiceError('ResourceInUse', 'The training job has a managed warm pool that is in status Available.');
  }

  protected roleRefusal(request: JsonObject): string {
    const { rolePropagation: { missing = 'role' } = {} } = this.options;
    return missing === 'role' ? super.roleRefusal(request) : trainingRoleRefusal(missing, request);
  }

  protected inputProblem({ InputDataConfig: channels }: JsonObject): string | undefined {
    for (const { DataSource: source } of Array.isArray(channels) ? channels.filter(isJsonObject) : []) {
      const s3 = isJsonObject(source) ? source.S3DataSource : undefined;
      const problem = isJsonObject(s3) ? s3InputProblem(s3, this.options.assets) : undefined;
      if (problem !== undefined) return `ClientError: Data download failed: ${problem}`;
    }
    return undefined;
  }

  /** Of what can be changed, only how long the instances wait for the next job. */
  private update(call: ApiCall): JsonValue {
    const job = this.find(call);
    const { KeepAlivePeriodInSeconds: seconds } = asJsonObject(call.input.ResourceConfig);
    if (seconds !== undefined) {
      if (!job.canEndWarmPool) {
        throw ServiceError.validation('KeepAlivePeriodInSeconds can only be updated while the warm pool is Available.');
      }
      job.keepAlive(Number(seconds));
    }
    return { TrainingJobArn: job.arn };
  }
}
