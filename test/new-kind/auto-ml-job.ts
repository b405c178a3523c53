import * as sdk from '@aws-sdk/client-sagemaker';
import { AUTO_ML_FACTS } from './new-facts';
import type { JobTable } from '../../lambda/kinds/job-table';
import { logStreams } from '../../lambda/kinds/log-places';
import { sageMakerJobs } from '../../lambda/kinds/sagemaker-job';
import { trainingHint } from '../../lambda/kinds/training-hints';

type Attribute = 'AutoMLJobArn' | 'AutoMLJobStatus' | 'BestCandidateName' | 'EndTime';

const TABLE: JobTable<sdk.CreateAutoMLJobRequest, sdk.DescribeAutoMLJobResponse, Attribute> = {
  noun: 'AutoML job',
  facts: AUTO_ML_FACTS,
  operations: {
    create: sdk.CreateAutoMLJobCommand,
    describe: sdk.DescribeAutoMLJobCommand,
    stop: sdk.StopAutoMLJobCommand,
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
  },
  attributes: {
    AutoMLJobArn: 'AutoMLJobArn',
    AutoMLJobStatus: 'AutoMLJobStatus',
    BestCandidateName: 'BestCandidate.CandidateName',
    EndTime: 'EndTime',
  },
  hint: trainingHint,
  traces: logStreams('/aws/sagemaker/ProcessingJobs'),
};

/** SageMaker AutoML jobs. Each writes to a folder that the service names after it. */
export const autoMLJobs = sageMakerJobs(TABLE);
