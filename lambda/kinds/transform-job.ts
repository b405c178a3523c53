import * as sdk from '@aws-sdk/client-sagemaker';
import type { JobTable } from './job-table';
import { logStreams } from './log-places';
import { sageMakerJobs } from './sagemaker-job';
import { transformHint } from './transform-hints';
import { JOB_FACTS, type TransformJobAttribute } from '../../src/contract';

const TABLE: JobTable<sdk.CreateTransformJobRequest, sdk.DescribeTransformJobResponse, TransformJobAttribute> = {
  noun: 'transform job',
  facts: JOB_FACTS.TransformJob,
  operations: {
    create: sdk.CreateTransformJobCommand,
    describe: sdk.DescribeTransformJobCommand,
    stop: sdk.StopTransformJobCommand,
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
  },
  startedAt: 'TransformStartTime',
  attributes: {
    TransformJobArn: 'TransformJobArn',
    TransformJobName: 'TransformJobName',
    TransformJobStatus: 'TransformJobStatus',
    TransformOutputUri: 'TransformOutput.S3OutputPath',
    TransformStartTime: 'TransformStartTime',
    TransformEndTime: 'TransformEndTime',
  },
  // the service names the objects that it writes after those that it has read
  ownFolders: ['TransformOutput.S3OutputPath'],
  hint: transformHint,
  traces: logStreams('/aws/sagemaker/TransformJobs'),
};

/** SageMaker batch transform jobs. The service keeps their records for good. */
export const transformJobs = sageMakerJobs(TABLE);
