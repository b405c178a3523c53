import { ACCOUNT, type Account, REGION } from './account';
import { WORDINGS } from './job-wording';
import { importedModelNamed, metricsOf } from './made-models';
import type { SimulatedJob } from './simulated-job';
import { JOB_FACTS } from '../handler-under-test';

/** The kinds of Bedrock's jobs that have names and ARNs. */
export type BedrockKind = 'EvaluationJob' | 'ModelCustomizationJob' | 'ModelImportJob' | 'ModelInvocationJob';

/** How Bedrock speaks of the jobs of a kind. */
export interface BedrockWords {
  /** What the ARN of a job has before its id. */
  readonly resource: string;
  /** The member of a list with the jobs. */
  readonly list: string;
  /** The member with the time of creation. */
  readonly createdAt: string;
  /** The member with the time of the end. */
  readonly endedAt: string;
  /** Whether the reasons of a failure are a list. */
  readonly hasReasonList?: boolean;
  /** What else is said of a completed job. */
  readonly results: (account: Account, job: SimulatedJob, at: number) => object;
}

const RECORDS = 100;
const COUNT_LAG_SECONDS = 30;

export const BEDROCK_WORDS: { readonly [kind in BedrockKind]: BedrockWords } = {
  EvaluationJob: {
    resource: 'evaluation-job',
    list: 'jobSummaries',
    createdAt: 'creationTime',
    endedAt: 'lastModifiedTime',
    hasReasonList: true,
    results: () => ({}),
  },
  ModelCustomizationJob: {
    resource: 'model-customization-job/amazon.nova-lite-v1:0:300k',
    list: 'modelCustomizationJobSummaries',
    createdAt: 'creationTime',
    endedAt: 'endTime',
    results: metricsOf,
  },
  ModelImportJob: {
    resource: 'model-import-job',
    list: 'modelImportJobSummaries',
    createdAt: 'creationTime',
    endedAt: 'endTime',
    results: importedModelNamed,
  },
  ModelInvocationJob: {
    resource: 'model-invocation-job',
    list: 'invocationJobSummaries',
    createdAt: 'submitTime',
    endedAt: 'endTime',
    results: countsOf,
  },
};

/** The kind of which an operation is one. */
export function kindOf(operation: string): BedrockKind | undefined {
  const kinds = Object.keys(BEDROCK_WORDS) as BedrockKind[];
  return kinds.find((kind) => Object.values(JOB_FACTS[kind].operations).includes(operation));
}

export function arnOf(kind: BedrockKind, id: string): string {
  return `arn:aws:bedrock:${REGION}:${ACCOUNT}:${BEDROCK_WORDS[kind].resource}/${id}`;
}

/** What the service says of a job, as it was at a moment. */
export function describeJob(account: Account, kind: BedrockKind, job: SimulatedJob, at: number): object {
  const { createdAt, endedAt, hasReasonList = false, results } = BEDROCK_WORDS[kind];
  const { reason, tags } = { reason: JOB_FACTS[kind].description.reason!, tags: JOB_FACTS[kind].request.tags };
  const input = Object.fromEntries(Object.entries(job.origin.input).filter(([member]) => !tags.includes(member)));
  const phase = job.phase(at);
  return {
    ...input,
    jobArn: job.arn,
    status: WORDINGS[kind].statuses[phase],
    [createdAt]: new Date(job.origin.at),
    ...(job.hasEnded(at) && { [endedAt]: new Date(job.endsAt) }),
    ...(phase === 'failed' && { [reason]: hasReasonList ? [job.reason(at)] : job.reason(at) }),
    ...(phase === 'completed' && results(account, job, at)),
  };
}

function countsOf({ facts }: Account, { endsAt }: SimulatedJob, at: number): object {
  const counted = (processed: number) => ({
    totalRecordCount: RECORDS,
    processedRecordCount: processed,
    successRecordCount: processed,
    errorRecordCount: 0,
  });
  const isLate = at < endsAt + COUNT_LAG_SECONDS * 1000;
  switch (facts.play('batch-counts', 'ModelInvocationJob')) {
    case 'with-the-status':
      return counted(RECORDS);
    case 'late':
      return counted(isLate ? 0 : RECORDS);
    case 'late-and-absent':
      return isLate ? {} : counted(RECORDS);
    case 'absent':
      return {};
  }
}
