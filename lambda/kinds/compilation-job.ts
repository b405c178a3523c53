import * as sdk from '@aws-sdk/client-sagemaker';
import type { JobTable } from './job-table';
import { logStream } from './log-places';
import { neoHint } from './neo-hints';
import { sageMakerJobs } from './sagemaker-job';
import { type CompilationJobAttribute, JOB_FACTS } from '../../src/contract';

const TABLE: JobTable<sdk.CreateCompilationJobRequest, sdk.DescribeCompilationJobResponse, CompilationJobAttribute> = {
  noun: 'compilation job',
  facts: JOB_FACTS.CompilationJob,
  operations: {
    create: sdk.CreateCompilationJobCommand,
    describe: sdk.DescribeCompilationJobCommand,
    stop: sdk.StopCompilationJobCommand,
    delete: sdk.DeleteCompilationJobCommand,
  },
  phases: {
    STARTING: 'running',
    INPROGRESS: 'running',
    STOPPING: 'stopping',
    COMPLETED: 'completed',
    FAILED: 'failed',
    STOPPED: 'stopped',
  },
  startedAt: 'CompilationStartTime',
  attributes: {
    CompilationJobArn: 'CompilationJobArn',
    CompilationJobName: 'CompilationJobName',
    CompilationJobStatus: 'CompilationJobStatus',
    ModelArtifacts: 'ModelArtifacts.S3ModelArtifacts',
    InferenceImage: 'InferenceImage',
    ArtifactDigest: 'ModelDigests.ArtifactDigest',
    CompilationStartTime: 'CompilationStartTime',
    CompilationEndTime: 'CompilationEndTime',
  },
  // Neo names an artifact after the model and the target only
  ownFolders: ['OutputConfig.S3OutputLocation'],
  hint: neoHint,
  traces: logStream('/aws/sagemaker/CompilationJobs'),
};

/** SageMaker Neo compilation jobs. */
export const compilationJobs = sageMakerJobs(TABLE);
