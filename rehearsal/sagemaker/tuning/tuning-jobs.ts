import { TuningJob } from './tuning-job';
import { checkTuningRequest } from './tuning-rules';
import { asTrainingRequest, trainingsIn } from './tuning-trainings';
import type { ApiCall } from '../../emulated-api/api-call';
import type { RoleAccess, RoleVerdict } from '../../iam/role-access';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { BUCKET_ELSEWHERE } from '../existing-sagemaker-job';
import { s3InputProblem } from '../s3-input';
import { type JobPlace, objectsIn } from '../sagemaker-accesses';
import type { SageMakerJobProps } from '../sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../sagemaker-jobs';
import { trainingAccesses } from '../training/training-accesses';
import { trainingRoleRefusal } from '../training/training-role-refusal';

/** The tuning jobs of an account in a Region. */
export class TuningJobs extends SageMakerJobs<TuningJob> {
  constructor(options: SageMakerJobsOptions) {
    super(options, {
      kind: 'HyperParameterTuningJob',
      notFoundError: 'ResourceNotFound',
      elsewhere: ({ name, arn, endedAt }) => ({
        HyperParameterTuningEndTime: endedAt,
        TrainingJobDefinition: { OutputDataConfig: { S3OutputPath: `s3://${BUCKET_ELSEWHERE}/` } },
        TrainingJobStatusCounters: { Completed: 1, InProgress: 0, RetryableError: 0, NonRetryableError: 0, Stopped: 0 },
        ObjectiveStatusCounters: { Succeeded: 1, Pending: 0, Failed: 0 },
        BestTrainingJob: {
          TrainingJobName: `${name}-001-00000000`,
          TrainingJobArn: `${arn.replace(':hyper-parameter-tuning-job/', ':training-job/')}-001-00000000`,
          TrainingJobStatus: 'Completed',
          TunedHyperParameters: {},
          FinalHyperParameterTuningJobObjectiveMetric: { MetricName: 'made-elsewhere', Value: 0 },
        },
      }),
    });
  }

  protected newJob(props: SageMakerJobProps): TuningJob {
    return new TuningJob(props);
  }

  protected accesses(request: JsonObject, place: JobPlace): RoleAccess[] {
    const name = `${String(request.HyperParameterTuningJobName)}-001-0123abcd`;
    return trainingsIn(request).flatMap((training) => trainingAccesses(asTrainingRequest(training, name), place));
  }

  protected check(request: JsonObject): void {
    checkTuningRequest(request);
  }

  /** No document says whether SageMaker assumes the role for the tuning job or for the training jobs that it launches. */
  protected override useRole(roleArn: string, request: JsonObject, arn: string): RoleVerdict {
    const verdict = super.useRole(roleArn, request, arn);
    if (verdict.refusal === undefined) {
      const sourceArn = `${arn.replace(':hyper-parameter-tuning-job/', ':training-job/')}-001-0123abcd`;
      this.options.iam.tryAssume({ roleArn, service: 'sagemaker.amazonaws.com', sourceArn });
    }
    return verdict;
  }

  protected override roleOf(request: JsonObject): string | undefined {
    const [training = {}] = trainingsIn(request);
    return super.roleOf(training);
  }

  protected override roleRefusal(request: JsonObject): string {
    const { rolePropagation: { missing = 'role' } = {} } = this.options;
    const [training = {}] = trainingsIn(request);
    return missing === 'role' ? super.roleRefusal(request) : trainingRoleRefusal(missing, training);
  }

  protected inputProblem(request: JsonObject): string | undefined {
    for (const training of trainingsIn(request)) {
      for (const { DataSource: source } of objectsIn(training.InputDataConfig)) {
        const s3 = asJsonObject(source).S3DataSource;
        const problem = isJsonObject(s3) ? s3InputProblem(s3, this.options.assets) : undefined;
        if (problem === undefined) continue;
        return 'No training job succeeded after 5 attempts. Please take a look at the training job failures to get more details.';
      }
    }
    return undefined;
  }

  /** A deletion may take its time, and fail then. */
  protected override delete(call: ApiCall): JsonValue {
    const supposed = this.options.supposition.nameOf('record-deletion', 'HyperParameterTuningJob');
    if (supposed !== 'in-a-while' && supposed !== 'fails-later') return super.delete(call);
    const job = this.find(call);
    this.checkDeletable(job);
    job.delete();
    return {};
  }

  protected override find(call: ApiCall): TuningJob {
    const job = super.find(call);
    if (!job.isGone) return job;
    this.forget(job);
    return super.find(call);
  }
}
