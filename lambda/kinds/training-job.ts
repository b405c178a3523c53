import {
  CreateTrainingJobCommand,
  CreateTrainingJobRequest$,
  type CreateTrainingJobRequest,
  DescribeTrainingJobCommand,
  type DescribeTrainingJobResponse,
  type SageMakerClient,
  StopTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';
import { sageMakerJob } from './sagemaker-job';
import { sageMakerTags } from './sagemaker-tags';
import { trainingHint } from './training-hints';
import { deleteTrainingRecord } from './training-job-record';
import { endAtTimeLimit } from './training-job-time-limit';
import { sendWhole } from './whole-request';
import { metricAttribute, type TrainingJobAttribute } from '../../src/contract';
import type { Job, JobKind, JobPhase, JobView } from '../job-kind';

const PHASES: { readonly [status: string]: JobPhase } = {
  InProgress: 'running',
  Stopping: 'stopping',
  // it is as good as gone: nothing of it can be used any more, and its name is free in a moment
  Deleting: 'stopping',
  Completed: 'completed',
  Failed: 'failed',
  Stopped: 'stopped',
};

/**
 * SageMaker training jobs. Each writes to a folder that the service names after it.
 *
 * @param once The client that tries a call once.
 */
export function trainingJobs(client: SageMakerClient, view: JobView = {}, once = client): JobKind {
  return {
    noun: 'training job',

    ...sageMakerJob(
      client,
      CreateTrainingJobRequest$,
      async (TrainingJobName) => jobOf(await client.send(new DescribeTrainingJobCommand({ TrainingJobName })), view),
      once,
    ),
    create: async (name, spec, tags) => {
      // what `revive` returns is what the schema says
      const request = { ...spec, TrainingJobName: name, ...sageMakerTags(tags) } as CreateTrainingJobRequest;
      const command = sendWhole(new CreateTrainingJobCommand(request), CreateTrainingJobRequest$);
      return (await once.send(command)).TrainingJobArn!;
    },
    stop: async ({ name }) => void (await client.send(new StopTrainingJobCommand({ TrainingJobName: name }))),
    deleteRecord: ({ name }) => deleteTrainingRecord(client, name),

    hintFor: trainingHint,
    tracesOf: ({ name }) =>
      `Logs: CloudWatch Logs, log group /aws/sagemaker/TrainingJobs, log streams that begin with ${name}/`,
  };
}

function jobOf(description: DescribeTrainingJobResponse, { Acceptance, Metrics = [] }: JobView): Job {
  const { TrainingJobName: name, TrainingJobArn: arn, TrainingJobStatus: status } = description;
  return {
    name: name!,
    arn: arn!,
    phase: PHASES[status!] ?? 'running',
    status: status!,
    reason: description.FailureReason,
    since: description.TrainingStartTime ?? description.CreationTime!,
    attributes: { ...attributesOf(description), ...metricsOf(description, Metrics) },
    ...endAtTimeLimit(description, Acceptance),
  };
}

function attributesOf(description: DescribeTrainingJobResponse): Record<TrainingJobAttribute, string> {
  const seconds = (time: number | undefined) => (time === undefined ? '' : String(time));
  return {
    TrainingJobArn: description.TrainingJobArn ?? '',
    TrainingJobName: description.TrainingJobName ?? '',
    TrainingJobStatus: description.TrainingJobStatus ?? '',
    SecondaryStatus: description.SecondaryStatus ?? '',
    ModelArtifacts: description.ModelArtifacts?.S3ModelArtifacts ?? '',
    CheckpointUri: description.CheckpointConfig?.S3Uri ?? '',
    OutputModelPackageArn: description.OutputModelPackageArn ?? '',
    TrainingTimeInSeconds: seconds(description.TrainingTimeInSeconds),
    BillableTimeInSeconds: seconds(description.BillableTimeInSeconds),
    TrainingStartTime: description.TrainingStartTime?.toISOString() ?? '',
    TrainingEndTime: description.TrainingEndTime?.toISOString() ?? '',
  };
}

/** The last values of the metrics that are asked for: an answer of CloudFormation has no room for all that a job may have. */
function metricsOf({ FinalMetricDataList = [] }: DescribeTrainingJobResponse, metrics: readonly string[]) {
  const values = new Map(FinalMetricDataList.map(({ MetricName, Value }) => [MetricName, Value]));
  return Object.fromEntries(metrics.map((metric) => [metricAttribute(metric), String(values.get(metric) ?? '')]));
}
