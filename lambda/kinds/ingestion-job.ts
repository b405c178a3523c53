import * as sdk from '@aws-sdk/client-bedrock-agent';
import { bedrockMeaning, isRoleNotReady } from './bedrock-errors';
import { areCountsLate, refusalOf } from './ingestion-acceptance';
import { ingestionHint } from './ingestion-hints';
import { partsOf } from './job-place';
import type { JobTable } from './job-table';
import { meaningOfDescription } from './missing-job';
import { unlessNotFound } from './service-errors';
import { type SharedCalls, tabledJobs } from './tabled-job';
import { type IngestionJobAttribute, JOB_FACTS } from '../../src/contract';
import { messageOf } from '../error-message';
import type { Job, JobKind, JobPhase, JobView } from '../job-kind';

/** The ids of a knowledge base, of a data source, and of a job. */
const IDS = /^[0-9a-z]{10}(\|[0-9a-z]{10}){2}$/i;

/** As many jobs as a page of the list can have: a data source that is synchronized often has many. */
const PAGE_SIZE = 1000;

const FACTS = JOB_FACTS.IngestionJob;

const TABLE: JobTable<
  sdk.StartIngestionJobRequest,
  sdk.IngestionJob,
  IngestionJobAttribute,
  sdk.GetIngestionJobResponse
> = {
  noun: 'ingestion job',
  facts: FACTS,
  operations: {
    create: sdk.StartIngestionJobCommand,
    describe: sdk.GetIngestionJobCommand,
    stop: sdk.StopIngestionJobCommand,
  },
  phases: {
    STARTING: 'running',
    IN_PROGRESS: 'running',
    STOPPING: 'stopping',
    COMPLETE: 'completed',
    FAILED: 'failed',
    STOPPED: 'stopped',
  } satisfies { readonly [status in sdk.IngestionJobStatus]: JobPhase },
  attributes: {
    IngestionJobId: 'ingestionJobId',
    KnowledgeBaseId: 'knowledgeBaseId',
    DataSourceId: 'dataSourceId',
    IngestionJobStatus: 'status',
    NumberOfDocumentsScanned: 'statistics.numberOfDocumentsScanned',
    NumberOfMetadataDocumentsScanned: 'statistics.numberOfMetadataDocumentsScanned',
    NumberOfNewDocumentsIndexed: 'statistics.numberOfNewDocumentsIndexed',
    NumberOfModifiedDocumentsIndexed: 'statistics.numberOfModifiedDocumentsIndexed',
    NumberOfMetadataDocumentsModified: 'statistics.numberOfMetadataDocumentsModified',
    NumberOfDocumentsDeleted: 'statistics.numberOfDocumentsDeleted',
    NumberOfDocumentsFailed: 'statistics.numberOfDocumentsFailed',
    NumberOfDocumentsSkipped: 'statistics.numberOfDocumentsSkipped',
    StartedAt: 'startedAt',
    UpdatedAt: 'updatedAt',
  },
  // a job has no name: the last word of its description is the one that it would have, and what a person says comes before it
  nameText: {
    with: (name, text) => (text === undefined ? name : `${text} ${name}`),
    in: (text) => text.slice(text.lastIndexOf(' ') + 1),
  },
  details: ({ statistics = {}, updatedAt }, { phase, reason }, { Acceptance = {} }) => {
    const refusal = phase === 'completed' ? refusalOf(statistics, Acceptance) : undefined;
    const hasEnded = phase !== 'running' && phase !== 'stopping';
    return {
      phase: refusal === undefined ? phase : 'failed',
      reason: [refusal, reason].filter(Boolean).join('; '),
      ...(hasEnded && { endedAt: updatedAt }),
      isProvisional: phase === 'completed' && areCountsLate(statistics),
    };
  },
  hint: ingestionHint,
  traces: ({ attributes: { DataSourceId, KnowledgeBaseId } }) =>
    `Documents: the sync history of the data source ${DataSourceId} of the knowledge base ${KnowledgeBaseId} has its warnings`,
};

/** Makes the kind, with a client, and with one that tries a call once. */
export type IngestionJobs = (client: sdk.BedrockAgentClient, view?: JobView, once?: sdk.BedrockAgentClient) => JobKind;

/** Ingestion jobs of knowledge bases: one at a time goes through a data source, and brings it as it is then. */
export const ingestionJobs: IngestionJobs = (client, view = {}, once = client) =>
  stoppableLater(tabledJobs(TABLE, { client, once, view }, (describe) => ingestionJob(client, describe)));

/** A job that must be in progress to be stopped cannot be stopped yet: whether that is so is not said, and it passes. */
class NotYetStoppable extends Error {
  public readonly name = 'ConflictException';
}

/** Of what is refused while a job starts, no word is waited for: it is asked to stop again until it does. */
function stoppableLater(kind: JobKind): JobKind {
  return {
    ...kind,
    stop: async (job) => {
      try {
        await kind.stop!(job);
      } catch (error) {
        if (job.status !== 'STARTING' || kind.meaningOf(error) !== 'refused') throw error;
        throw new NotYetStoppable(messageOf(error), { cause: error });
      }
    },
  };
}

function ingestionJob(client: sdk.BedrockAgentClient, describe: (identifier: string) => Promise<Job>): SharedCalls {
  const look = (id: string) =>
    unlessNotFound(describe(id), (error) => meaningOfDescription(error, bedrockMeaning, id, IDS));
  /** What the list says of those that run may be old; and one that has just begun may not be in it yet. */
  const hasOvertaken = async ({ since }: Job, ids: readonly string[]) => {
    for (const id of new Set(ids)) {
      const job = await look(id);
      if (job?.status === 'COMPLETE' && job.since > since) return true;
    }
    return false;
  };
  return {
    find: async (name, held) => {
      const found = await unlessNotFound(findIn(client, name), bedrockMeaning);
      const job = found && (await look(found.identifier));
      if (!job) return undefined;
      const others = held !== undefined && isBeside(held, found.identifier) ? [...found.running, held] : found.running;
      return { ...job, isOvertaken: found.isOvertaken || (await hasOvertaken(job, others)) };
    },
    describe: look,
    // there is nothing about such a job that could be tagged
    listTags: async () => ({}),
    setTags: async () => undefined,
    removeTags: async () => undefined,
    meaningOf: bedrockMeaning,
    isRoleNotReady,
  };
}

/** Whether two jobs are of one data source. */
function isBeside(one: string, other: string): boolean {
  return one.startsWith(other.slice(0, other.lastIndexOf('|') + 1));
}

/** A job in its data source, and what has become there of those that began later. */
interface FoundJob {
  readonly identifier: string;
  /** Whether one has come to its end. */
  readonly isOvertaken: boolean;
  /** Those that run, as the list says, which may be some seconds old. */
  readonly running: readonly string[];
}

async function findIn(client: sdk.BedrockAgentClient, wanted: string): Promise<FoundJob | undefined> {
  const { name, place } = partsOf(wanted, FACTS);
  const search = {
    ...(place as Pick<sdk.ListIngestionJobsRequest, 'knowledgeBaseId' | 'dataSourceId'>),
    sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' },
    maxResults: PAGE_SIZE,
  } as const;
  let latest: Date | undefined;
  const running: string[] = [];
  for await (const { ingestionJobSummaries = [] } of sdk.paginateListIngestionJobs({ client }, search)) {
    for (const job of ingestionJobSummaries) {
      const { knowledgeBaseId, dataSourceId, ingestionJobId, startedAt } = job;
      const identifier = [knowledgeBaseId, dataSourceId, ingestionJobId].join('|');
      if (TABLE.nameText!.in(job.description ?? '') === name) {
        return { identifier, isOvertaken: latest !== undefined && latest > startedAt!, running };
      }
      // one that has failed or was stopped brings nothing to its end
      if (job.status === 'COMPLETE') latest ??= startedAt;
      if (TABLE.phases[job.status!] === 'running') running.push(identifier);
    }
  }
  return undefined;
}
