import * as sdk from '@aws-sdk/client-bedrock';
import { bedrockJobs, type BedrockJobTable } from './bedrock-job';
import { invocationHint } from './invocation-hints';
import { clip, roomFor } from '../clipped-text';
import { areCountsLate, refusalOf } from './record-acceptance';
import { JOB_FACTS, type ModelInvocationJobAttribute } from '../../src/contract';

/** No text for people needs to be longer. */
const LONGEST_MESSAGE_BYTES = 1000;

const TABLE: BedrockJobTable<
  sdk.CreateModelInvocationJobRequest,
  sdk.GetModelInvocationJobResponse,
  ModelInvocationJobAttribute
> = {
  noun: 'batch inference job',
  facts: JOB_FACTS.ModelInvocationJob,
  operations: {
    create: sdk.CreateModelInvocationJobCommand,
    describe: sdk.GetModelInvocationJobCommand,
    stop: sdk.StopModelInvocationJobCommand,
  },
  async *list(client, search) {
    for await (const page of sdk.paginateListModelInvocationJobs({ client }, search)) yield page.invocationJobSummaries;
  },
  phases: {
    Submitted: 'running',
    Validating: 'running',
    Scheduled: 'running',
    InProgress: 'running',
    Stopping: 'stopping',
    Completed: 'completed',
    PartiallyCompleted: 'completed',
    Failed: 'failed',
    Expired: 'failed',
    Stopped: 'stopped',
  },
  attributes: {
    ModelInvocationJobArn: 'jobArn',
    ModelInvocationJobName: 'jobName',
    ModelInvocationJobStatus: 'status',
    ModelInvocationJobMessage: () => '',
    TotalRecordCount: 'totalRecordCount',
    ProcessedRecordCount: 'processedRecordCount',
    SuccessRecordCount: 'successRecordCount',
    ErrorRecordCount: 'errorRecordCount',
    OutputUri: outputOf,
    ManifestUri: (job) => outputOf(job) && `${outputOf(job)}manifest.json.out`,
    SubmitTime: 'submitTime',
    EndTime: 'endTime',
  },
  details: (job, { phase, attributes }, { Acceptance = {} }) => {
    const { message = '', clientRequestToken: token, endTime: endedAt } = job;
    const refusal = phase === 'completed' ? refusalOf(job, Acceptance) : undefined;
    // the message is the only attribute that can be shortened
    const room = Math.min(LONGEST_MESSAGE_BYTES, roomFor(attributes));
    return {
      token,
      phase: refusal === undefined ? phase : 'failed',
      reason: [refusal, message].filter(Boolean).join('; '),
      endedAt,
      isProvisional: phase === 'completed' && areCountsLate(job),
      attributes: { ...attributes, ModelInvocationJobMessage: clip(message, room) },
    };
  },
  hint: invocationHint,
  traces: ({ attributes }) => `Results: ${attributes.OutputUri} (a failed record has an 'error' in its line)`,
};

/** Bedrock batch inference jobs, of which those are a success that the user accepts. */
export const modelInvocationJobs = bedrockJobs(TABLE);

/** The service makes a folder with the id of the job. */
function outputOf({ jobArn = '', outputDataConfig }: sdk.GetModelInvocationJobResponse): string {
  const location = outputDataConfig?.s3OutputDataConfig?.s3Uri;
  const id = jobArn.slice(jobArn.lastIndexOf('/') + 1);
  return location === undefined ? '' : `${location.replace(/\/$/, '')}/${id}/`;
}
