import * as sdk from '@aws-sdk/client-sagemaker';
import type { JobTable } from './job-table';
import { sageMakerJobs } from './sagemaker-job';
import { bestArtifacts, bestHyperparameters } from './tuning-best-job';
import { endOfTuning } from './tuning-end';
import { tuningHint } from './tuning-hints';
import { type HyperParameterTuningJobAttribute, JOB_FACTS } from '../../src/contract';

const TABLE: JobTable<
  sdk.CreateHyperParameterTuningJobRequest,
  sdk.DescribeHyperParameterTuningJobResponse,
  HyperParameterTuningJobAttribute
> = {
  noun: 'hyperparameter tuning job',
  facts: JOB_FACTS.HyperParameterTuningJob,
  operations: {
    create: sdk.CreateHyperParameterTuningJobCommand,
    describe: sdk.DescribeHyperParameterTuningJobCommand,
    stop: sdk.StopHyperParameterTuningJobCommand,
    delete: sdk.DeleteHyperParameterTuningJobCommand,
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    // it is as good as gone: nothing of it can be used any more, and its name is free in a moment
    Deleting: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
    // it has ended, however, and what is left of it is to go
    DeleteFailed: 'stopped',
  },
  attributes: {
    HyperParameterTuningJobArn: 'HyperParameterTuningJobArn',
    HyperParameterTuningJobName: 'HyperParameterTuningJobName',
    HyperParameterTuningJobStatus: 'HyperParameterTuningJobStatus',
    BestTrainingJobName: 'BestTrainingJob.TrainingJobName',
    BestTrainingJobArn: 'BestTrainingJob.TrainingJobArn',
    BestTrainingJobDefinitionName: 'BestTrainingJob.TrainingJobDefinitionName',
    BestObjectiveValue: 'BestTrainingJob.FinalHyperParameterTuningJobObjectiveMetric.Value',
    ModelArtifacts: bestArtifacts,
    OverallBestTrainingJobName: 'OverallBestTrainingJob.TrainingJobName',
    CompletedTrainingJobs: 'TrainingJobStatusCounters.Completed',
    FailedTrainingJobs: 'TrainingJobStatusCounters.NonRetryableError',
    StoppedTrainingJobs: 'TrainingJobStatusCounters.Stopped',
    SucceededObjectives: 'ObjectiveStatusCounters.Succeeded',
    FailedObjectives: 'ObjectiveStatusCounters.Failed',
    CreationTime: 'CreationTime',
    HyperParameterTuningEndTime: 'HyperParameterTuningEndTime',
  },
  details: (job, { attributes }, { Metrics = [] }) => ({
    attributes: { ...attributes, ...bestHyperparameters(job, Metrics) },
    endedAt: job.HyperParameterTuningEndTime,
    ...endOfTuning(job),
  }),
  hint: tuningHint,
  // the jobs that it launches are training jobs, whose names begin with its own
  traces: ({ name }) =>
    `Logs: CloudWatch Logs, log group /aws/sagemaker/TrainingJobs, log streams that begin with ${name}-`,
};

/** SageMaker hyperparameter tuning jobs. Each training job writes to a folder that the service names after it. */
export const hyperParameterTuningJobs = sageMakerJobs(TABLE);
