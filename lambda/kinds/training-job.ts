import * as sdk from '@aws-sdk/client-sagemaker';
import { folderUri } from './folder-uri';
import type { JobTable } from './job-table';
import { logStreams } from './log-places';
import { sageMakerJobs } from './sagemaker-job';
import { trainingHint } from './training-hints';
import { deleteTrainingRecord } from './training-job-record';
import { endAtTimeLimit } from './training-job-time-limit';
import { endWarmPool, hasWarmPool } from './warm-pool';
import { JOB_FACTS, metricAttribute, type TrainingJobAttribute } from '../../src/contract';

const TABLE: JobTable<sdk.CreateTrainingJobRequest, sdk.DescribeTrainingJobResponse, TrainingJobAttribute> = {
  noun: 'training job',
  facts: JOB_FACTS.TrainingJob,
  operations: {
    create: sdk.CreateTrainingJobCommand,
    describe: sdk.DescribeTrainingJobCommand,
    stop: sdk.StopTrainingJobCommand,
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    // it is as good as gone: nothing of it can be used any more, and its name is free in a moment
    Deleting: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
  },
  startedAt: 'TrainingStartTime',
  attributes: {
    TrainingJobArn: 'TrainingJobArn',
    TrainingJobName: 'TrainingJobName',
    TrainingJobStatus: 'TrainingJobStatus',
    SecondaryStatus: 'SecondaryStatus',
    ModelArtifacts: artifactsOf,
    CheckpointUri: 'CheckpointConfig.S3Uri',
    OutputModelPackageArn: 'OutputModelPackageArn',
    TrainingTimeInSeconds: 'TrainingTimeInSeconds',
    BillableTimeInSeconds: 'BillableTimeInSeconds',
    TrainingStartTime: 'TrainingStartTime',
    TrainingEndTime: 'TrainingEndTime',
  },
  details: (job, { attributes }, { Acceptance, Metrics = [] }) => ({
    attributes: { ...attributes, ...metricsOf(job, Metrics) },
    ...endAtTimeLimit(job, Acceptance),
    ...(hasWarmPool(job) && { holdsInstances: true }),
  }),
  deleteRecord: (client: sdk.SageMakerClient, { name }) => deleteTrainingRecord(client, name),
  releaseInstances: (client: sdk.SageMakerClient, { name }) => endWarmPool(client, name),
  hint: trainingHint,
  traces: logStreams('/aws/sagemaker/TrainingJobs'),
};

/** SageMaker training jobs. Each writes to a folder that the service names after it. */
export const trainingJobs = sageMakerJobs(TABLE);

/** A model that is not compressed is a folder. */
function artifactsOf({ ModelArtifacts, OutputDataConfig }: sdk.DescribeTrainingJobResponse): string {
  const uri = ModelArtifacts?.S3ModelArtifacts;
  return OutputDataConfig?.CompressionType === 'NONE' ? folderUri(uri) : (uri ?? '');
}

/** The last values of the metrics that are asked for: an answer of CloudFormation has no room for all that a job may have. */
function metricsOf({ FinalMetricDataList = [] }: sdk.DescribeTrainingJobResponse, metrics: readonly string[]) {
  const values = new Map(FinalMetricDataList.map(({ MetricName, Value }) => [MetricName, Value]));
  return Object.fromEntries(metrics.map((metric) => [metricAttribute(metric), String(values.get(metric) ?? '')]));
}
