import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { bedrockMeaning, isRoleNotReady } from './bedrock-errors';
import { bedrockTagging } from './bedrock-tags';
import type { JobTable } from './job-table';
import { meaningOfDescription } from './missing-job';
import { unlessNotFound } from './service-errors';
import { tabledJobs } from './tabled-job';
import type { Job, JobKind, JobView } from '../job-kind';

/** What Bedrock gives a job, and takes for one: that of a customization has the id of the base model in it. */
const ARN = /^arn:[a-z0-9-]+:bedrock:[a-z0-9-]+:\d{12}:[a-z-]+\/(?:[a-z0-9.:-]+\/)?[a-z0-9]{12}$/i;

/** Why a job that has completed is none to be taken up. */
const RESULT_IS_GONE = 'what it has made has been deleted since';

/** How Bedrock is asked for the jobs whose names hold a text, the newest first. */
export interface JobSearch {
  readonly nameContains: string;
  readonly sortBy: 'CreationTime';
  readonly sortOrder: 'Descending';
}

/** A job in a list of Bedrock. */
interface JobSummary {
  readonly jobName: string | undefined;
  readonly jobArn: string | undefined;
}

/** A kind of Bedrock jobs, which are found by their names in a list. */
export interface BedrockJobTable<
  Request extends object,
  Description extends object,
  Attribute extends string,
> extends JobTable<Request, Description, Attribute> {
  /** The pages of a list. */
  readonly list: (client: BedrockClient, search: JobSearch) => AsyncIterable<readonly JobSummary[] | undefined>;
  /**
   * Asks for what a completed job has made that stands for itself: a call that fails with "not found" where it is gone. Nobody is
   * to take such a job up again. @default - there is no such thing
   */
  readonly lookForResult?: (client: BedrockClient, job: Job) => Promise<unknown>;
}

/** Makes a kind of Bedrock jobs, with a client, and with one that tries a call once. */
export type BedrockJobs = (client: BedrockClient, view?: JobView, once?: BedrockClient) => JobKind;

/** The kind of Bedrock jobs that a table describes: Bedrock knows them by their ARNs, which end in ids of its own. */
export function bedrockJobs<Request extends object, Description extends object, Attribute extends string>(
  table: BedrockJobTable<Request, Description, Attribute>,
): BedrockJobs {
  return (client, view = {}, once = client) =>
    tabledJobs(table, { client, once, view }, (describeWith) => {
      const describe = (arn: string) =>
        unlessNotFound(describeWith(arn), (error) => meaningOfDescription(error, bedrockMeaning, arn, ARN));
      const withResult = async (job: Job | undefined): Promise<Job | undefined> => {
        if (job?.phase !== 'completed' || !table.lookForResult) return job;
        const result = await unlessNotFound(table.lookForResult(client, job), bedrockMeaning);
        return result === undefined ? { ...job, phase: 'failed', reason: RESULT_IS_GONE } : job;
      };
      return {
        // the service finds jobs by a part of their names, and lets several have the same: the newest is meant
        find: async (name) => {
          const search = { nameContains: name, sortBy: 'CreationTime', sortOrder: 'Descending' } as const;
          for await (const jobs of table.list(client, search)) {
            const found = jobs?.find(({ jobName }) => jobName === name);
            if (found) return withResult(await describe(found.jobArn!));
          }
          return undefined;
        },
        describe,
        ...bedrockTagging(client, once),
        meaningOf: bedrockMeaning,
        isRoleNotReady,
      };
    });
}
