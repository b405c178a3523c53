import * as sdk from '@aws-sdk/client-bedrock';
import { bedrockMeaning } from './bedrock-errors';
import { bedrockJobs, type BedrockJobTable } from './bedrock-job';
import { noValues, verdictOf } from './evaluation-acceptance';
import { evaluationHint } from './evaluation-hints';
import { scoresIn } from './evaluation-scores';
import { type EvaluationJobAttribute, JOB_FACTS } from '../../src/contract';
import type { Job, JobKind, JobView } from '../job-kind';
import type { ObjectStore } from '../object-store';

/** A filter of a knowledge base has filters in it, so that there is no end to the paths of members. */
type WithoutFilters<T> = Omit<T, 'evaluationConfig' | 'inferenceConfig'>;

type Description = WithoutFilters<sdk.GetEvaluationJobResponse>;

const TABLE: BedrockJobTable<WithoutFilters<sdk.CreateEvaluationJobRequest>, Description, EvaluationJobAttribute> = {
  noun: 'evaluation job',
  facts: JOB_FACTS.EvaluationJob,
  operations: {
    create: sdk.CreateEvaluationJobCommand,
    describe: sdk.GetEvaluationJobCommand,
    stop: sdk.StopEvaluationJobCommand,
  },
  async *list(client, search) {
    for await (const page of sdk.paginateListEvaluationJobs({ client }, search)) yield page.jobSummaries;
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    // somebody else deletes it: nothing of it can be used any more
    Deleting: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
  },
  attributes: {
    EvaluationJobArn: 'jobArn',
    EvaluationJobName: 'jobName',
    EvaluationJobStatus: 'status',
    OutputUri: outputOf,
    CreationTime: 'creationTime',
    LastModifiedTime: 'lastModifiedTime',
  },
  details: ({ lastModifiedTime: endedAt }, { phase }) =>
    phase === 'running' || phase === 'stopping' ? {} : { endedAt },
  hint: evaluationHint,
  traces: ({ attributes }) => `Results: ${attributes.OutputUri}`,
};

const JOBS = bedrockJobs(TABLE);

/** Bedrock evaluation jobs, of which those are a success whose metrics are what a resource requires. */
export function evaluationJobs(
  client: sdk.BedrockClient,
  objects: ObjectStore,
  view: JobView = {},
  once = client,
): JobKind {
  const kind = JOBS(client, view, once);
  const { Acceptance: acceptance, isLeaving } = view;
  // whoever deletes a job need not know what has come of it, and may not be allowed to read it any more
  if (!acceptance || isLeaving) return kind;
  const verdict = async ({ arn, attributes }: Job) => {
    const asked = await requestOf(client, arn);
    return asked && verdictOf(await scoresIn(objects, attributes.OutputUri), asked, acceptance);
  };
  const judged = async (job: Job | undefined): Promise<Job | undefined> => {
    if (!job) return undefined;
    const open = { ...job, attributes: { ...job.attributes, ...noValues(acceptance) } };
    if (job.phase !== 'completed') return open;
    const found = await verdict(job);
    if (!found) return undefined;
    const { refusal: reason, isIncomplete: isProvisional, attributes } = found;
    const seen = { ...open, attributes: { ...open.attributes, ...attributes }, isProvisional };
    return reason === undefined ? seen : { ...seen, phase: 'failed', reason };
  };
  return {
    ...kind,
    find: async (...asked) => judged(await kind.find(...asked)),
    describe: async (...asked) => judged(await kind.describe(...asked)),
  };
}

/** The service makes a folder with the name of the job, and in it one with its id. */
function outputOf({ jobArn = '', jobName, outputDataConfig }: Description): string {
  const location = outputDataConfig?.s3Uri;
  const id = jobArn.slice(jobArn.lastIndexOf('/') + 1);
  return location === undefined ? '' : `${location.replace(/\/$/, '')}/${jobName}/${id}/`;
}

/** What was asked for; nothing where the job is not shown any more, or not everywhere yet. */
async function requestOf(client: sdk.BedrockClient, arn: string): Promise<sdk.GetEvaluationJobResponse | undefined> {
  try {
    return await client.send(new sdk.GetEvaluationJobCommand({ jobIdentifier: arn }));
  } catch (error) {
    if (bedrockMeaning(error) === 'not-found') return undefined;
    throw error;
  }
}
