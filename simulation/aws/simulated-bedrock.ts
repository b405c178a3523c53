import { ACCOUNT, type Account, type Caller, REGION } from './account';
import { WORDINGS } from './job-wording';
import { ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

type Input = { readonly [member: string]: unknown };

const KIND = 'ModelInvocationJob';
const ID_LENGTH = 12;

/** How Bedrock answers. */
export function callBedrock(account: Account, operation: string, input: Input, caller: Caller, lag = 0): object {
  account.checkAccess(operation, 'bedrock');
  const identified = ({ arn }: SimulatedJob) => arn === input.jobIdentifier;
  switch (operation) {
    case 'CreateModelInvocationJob':
      return create(account, input, caller);
    case 'GetModelInvocationJob': {
      const { job, at } = account.find(KIND, identified, lag);
      return describe(job, at);
    }
    case 'ListModelInvocationJobs':
      return listJobs(account, input, lag);
    case 'StopModelInvocationJob':
      return stop(account, account.find(KIND, identified).job);
    default:
      return callTagging(account, operation, input, lag);
  }
}

function create(account: Account, input: Input, caller: Caller): object {
  const token = String(input.clientRequestToken);
  const known = account.jobs.find(({ origin }) => origin.kind === KIND && origin.token === token);
  if (known) return { jobArn: known.arn };
  if (account.now < account.rolesReadyAt) {
    throw new ServiceError(
      'ValidationException',
      `Could not assume provided IAM role. Please ensure that the role ${String(input.roleArn)} exists and can be assumed by bedrock.amazonaws.com.`,
    );
  }
  const id = String(account.jobs.length + 1).padStart(ID_LENGTH, 'j');
  const arn = `arn:aws:bedrock:${REGION}:${ACCOUNT}:model-invocation-job/${id}`;
  const origin = { kind: KIND, name: String(input.jobName), arn, input, tags: tagsIn(input.tags), token } as const;
  account.create({ ...origin, requestId: caller.requestId }, 'ServiceQuotaExceededException');
  return { jobArn: arn };
}

function describe(job: SimulatedJob, at: number): object {
  const { tags: _, ...input } = job.origin.input;
  const phase = job.phase(at);
  return {
    ...input,
    jobArn: job.arn,
    status: WORDINGS[KIND].statuses[phase],
    submitTime: new Date(job.origin.at),
    ...(job.hasEnded(at) && { endTime: new Date(job.endsAt) }),
    ...(phase === 'failed' && { message: job.reason(at) }),
    ...(phase === 'completed' && {
      totalRecordCount: 100,
      processedRecordCount: 100,
      successRecordCount: 100,
      errorRecordCount: 0,
    }),
  };
}

function listJobs(account: Account, { nameContains }: Input, lag: number): object {
  const at = account.now - lag * 1000;
  const jobs = account.existing(KIND).filter((job) => job.isShown(at) && job.name.includes(String(nameContains)));
  const invocationJobSummaries = jobs.reverse().map((job) => ({ jobArn: job.arn, jobName: job.name }));
  return { invocationJobSummaries };
}

function stop(account: Account, job: SimulatedJob): object {
  if (!job.isRunning(account.now)) {
    const status = WORDINGS[KIND].statuses[job.phase(account.now)];
    throw new ServiceError(
      'ValidationException',
      `The provided job is not in a state that can be stopped. State was: ${status}`,
    );
  }
  job.stop(account.now);
  return {};
}

function callTagging(account: Account, operation: string, { resourceARN, tags, tagKeys }: Input, lag: number): object {
  const { now } = account;
  const job = account.jobs.find(({ arn, removedAt }) => arn === resourceARN && removedAt > now);
  if (!job) throw new ServiceError('ResourceNotFoundException', `Could not find the resource ${String(resourceARN)}.`);
  switch (operation) {
    case 'ListTagsForResource':
      return { tags: Object.entries(job.tagsAt(now - lag * 1000)).map(([key, value]) => ({ key, value })) };
    case 'TagResource':
      job.tag(now, { ...job.tags, ...tagsIn(tags) });
      return {};
    case 'UntagResource':
      job.tag(now, without(job.tags, tagKeys as string[]));
      return {};
    default:
      throw new Error(`Bedrock is not simulated that far: ${operation}`);
  }
}

function without(tags: { readonly [key: string]: string }, keys: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

function tagsIn(list: unknown): { [key: string]: string } {
  return Object.fromEntries(((list ?? []) as { key: string; value: string }[]).map(({ key, value }) => [key, value]));
}
