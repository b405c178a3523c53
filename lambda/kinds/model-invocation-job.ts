import {
  type BedrockClient,
  CreateModelInvocationJobCommand,
  CreateModelInvocationJobRequest$,
  type CreateModelInvocationJobRequest,
  GetModelInvocationJobCommand,
  type GetModelInvocationJobResponse,
  paginateListModelInvocationJobs,
  StopModelInvocationJobCommand,
} from '@aws-sdk/client-bedrock';
import { bedrockFault, isRoleNotReady } from './bedrock-faults';
import { bedrockHint } from './bedrock-hints';
import { bedrockTagging, bedrockTags, tagsOf } from './bedrock-tags';
import { faultOfDescription } from './missing-job';
import { areCountsLate, refusalOf } from './record-acceptance';
import { unlessNotFound } from './service-errors';
import type { ModelInvocationJobAcceptance, ModelInvocationJobAttribute } from '../../src/contract';
import type { Job, JobKind, JobPhase } from '../job-kind';
import { reviveRequest } from '../revive-request';

const PHASES: { readonly [status: string]: JobPhase } = {
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
};

/** What Bedrock gives a job, and takes for one. */
const ARN = /^arn:[a-z0-9-]+:bedrock:[a-z0-9-]+:\d{12}:model-invocation-job\/[a-z0-9]{12}$/i;

/** An answer has at most 4,096 bytes, of which the ids of the stack and the resource may need the rest. */
const LONGEST_ATTRIBUTES_BYTES = 3200;
/** The message is the only attribute that can be shortened, and no text for people needs to be longer. */
const LONGEST_MESSAGE_BYTES = 1000;

/**
 * Bedrock batch inference jobs, of which those are a success that the user accepts.
 *
 * @param once The client that tries a call once.
 */
export function modelInvocationJobs(
  client: BedrockClient,
  acceptance: ModelInvocationJobAcceptance = {},
  once = client,
): JobKind {
  const describe = async (jobIdentifier: string): Promise<Job | undefined> => {
    const call = client.send(new GetModelInvocationJobCommand({ jobIdentifier }));
    const description = await unlessNotFound(call, (error) =>
      faultOfDescription(error, bedrockFault, jobIdentifier, ARN),
    );
    return description && jobOf(description, acceptance);
  };
  return {
    noun: 'batch inference job',

    revive: (request) => reviveRequest(CreateModelInvocationJobRequest$, request),
    specOf: ({ tags: _, ...spec }) => spec,
    tagsOf,

    // the service finds jobs by a part of their names, and lets several have the same: the newest is meant
    find: async (name) => {
      const search = { nameContains: name, sortBy: 'CreationTime', sortOrder: 'Descending' } as const;
      for await (const page of paginateListModelInvocationJobs({ client }, search)) {
        const found = page.invocationJobSummaries?.find(({ jobName }) => jobName === name);
        if (found) return describe(found.jobArn!);
      }
      return undefined;
    },
    describe,
    create: async (name, spec, tags, clientRequestToken) => {
      // what `revive` returns is what the schema says
      const request = { ...spec, jobName: name, clientRequestToken, ...bedrockTags(tags) };
      const command = new CreateModelInvocationJobCommand(request as CreateModelInvocationJobRequest);
      return (await once.send(command)).jobArn!;
    },
    stop: async ({ arn }) => void (await client.send(new StopModelInvocationJobCommand({ jobIdentifier: arn }))),
    ...bedrockTagging(client, once),

    faultOf: bedrockFault,
    isRoleNotReady,
    hintFor: bedrockHint,
    tracesOf: ({ attributes }) => `Results: ${attributes.OutputUri} (a failed record has an 'error' in its line)`,
  };
}

function jobOf(description: GetModelInvocationJobResponse, acceptance: ModelInvocationJobAcceptance): Job {
  const { jobArn: arn, jobName: name, status, message, submitTime: since } = description;
  const phase = PHASES[status!] ?? 'running';
  const refusal = phase === 'completed' ? refusalOf(description, acceptance) : undefined;
  return {
    name: name!,
    arn: arn!,
    token: description.clientRequestToken,
    phase: refusal === undefined ? phase : 'failed',
    status: status!,
    reason: [refusal, message].filter(Boolean).join('; '),
    since: since!,
    endedAt: description.endTime,
    isProvisional: phase === 'completed' && areCountsLate(description),
    attributes: attributesOf(description),
  };
}

function attributesOf(description: GetModelInvocationJobResponse): Record<ModelInvocationJobAttribute, string> {
  const { jobArn = '', outputDataConfig } = description;
  const location = outputDataConfig?.s3OutputDataConfig?.s3Uri;
  // the service makes a folder with the id of the job
  const output =
    location === undefined ? '' : `${location.replace(/\/$/, '')}/${jobArn.slice(jobArn.lastIndexOf('/') + 1)}/`;
  const count = (records: number | undefined) => (records === undefined ? '' : String(records));
  const attributes = {
    ModelInvocationJobArn: jobArn,
    ModelInvocationJobName: description.jobName ?? '',
    ModelInvocationJobStatus: description.status ?? '',
    ModelInvocationJobMessage: '',
    TotalRecordCount: count(description.totalRecordCount),
    ProcessedRecordCount: count(description.processedRecordCount),
    SuccessRecordCount: count(description.successRecordCount),
    ErrorRecordCount: count(description.errorRecordCount),
    OutputUri: output,
    ManifestUri: output && `${output}manifest.json.out`,
    SubmitTime: description.submitTime?.toISOString() ?? '',
    EndTime: description.endTime?.toISOString() ?? '',
  };
  const room = Math.min(LONGEST_MESSAGE_BYTES, LONGEST_ATTRIBUTES_BYTES - bytesOf(attributes));
  return { ...attributes, ModelInvocationJobMessage: clip(description.message ?? '', room) };
}

/** As much of a text as there is room for, in whole characters. */
function clip(text: string, room: number): string {
  let clipped = '';
  for (const character of text) {
    room -= bytesOf(character) - bytesOf('');
    if (room < 0) break;
    clipped += character;
  }
  return clipped;
}

/** The length of a value as JSON writes it. */
function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
