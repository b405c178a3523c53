import * as sdk from '@aws-sdk/client-sagemaker';
import { folderUri } from './folder-uri';
import type { JobTable } from './job-table';
import { optimizationHint } from './optimization-hints';
import { sageMakerJobs } from './sagemaker-job';
import { JOB_FACTS, type OptimizationJobAttribute } from '../../src/contract';

const TABLE: JobTable<sdk.CreateOptimizationJobRequest, sdk.DescribeOptimizationJobResponse, OptimizationJobAttribute> =
  {
    noun: 'optimization job',
    facts: JOB_FACTS.OptimizationJob,
    operations: {
      create: sdk.CreateOptimizationJobCommand,
      describe: sdk.DescribeOptimizationJobCommand,
      stop: sdk.StopOptimizationJobCommand,
      delete: sdk.DeleteOptimizationJobCommand,
    },
    phases: {
      STARTING: 'running',
      INPROGRESS: 'running',
      STOPPING: 'stopping',
      COMPLETED: 'completed',
      FAILED: 'failed',
      STOPPED: 'stopped',
    },
    startedAt: 'OptimizationStartTime',
    attributes: {
      OptimizationJobArn: 'OptimizationJobArn',
      OptimizationJobName: 'OptimizationJobName',
      OptimizationJobStatus: 'OptimizationJobStatus',
      OutputLocation: ({ OutputConfig }) => folderUri(OutputConfig?.S3OutputLocation),
      RecommendedInferenceImage: 'OptimizationOutput.RecommendedInferenceImage',
      DeploymentInstanceType: 'DeploymentInstanceType',
      OptimizationStartTime: 'OptimizationStartTime',
      OptimizationEndTime: 'OptimizationEndTime',
    },
    // it is shown with the status, or a moment later, or never: nobody says
    details: ({ OptimizationEndTime: endedAt, OptimizationOutput }, { phase }) => ({
      endedAt,
      isProvisional: phase === 'completed' && !OptimizationOutput?.RecommendedInferenceImage,
    }),
    // the model is written to the place itself
    ownFolders: ['OutputConfig.S3OutputLocation'],
    hint: optimizationHint,
    // no page of AWS says which log group it is
    traces: ({ name }) =>
      `Logs: CloudWatch Logs, a log group that begins with /aws/sagemaker/, log streams that begin with ${name}`,
  };

/** SageMaker optimization jobs. */
export const optimizationJobs = sageMakerJobs(TABLE);
