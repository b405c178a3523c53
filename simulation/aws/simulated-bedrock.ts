import { ACCOUNT, type Account, type Caller, REGION, valuesOf } from './account';
import { WORDINGS } from './job-wording';
import { errorOf, ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

type Input = { readonly [member: string]: unknown };

const KIND = 'ModelInvocationJob';
const ID_LENGTH = 12;
const RECORDS = 100;
const COUNT_LAG_SECONDS = 30;
const LIST_LAG_SECONDS = 30;

/** How Bedrock answers. */
export function callBedrock(account: Account, operation: string, input: Input, caller: Caller, lag = 0): object {
  account.checkAccess(operation, 'bedrock');
  const name = String(input.jobIdentifier);
  const identified = { is: ({ arn }: SimulatedJob) => arn === name, name, ...caller };
  switch (operation) {
    case 'CreateModelInvocationJob':
      return create(account, input, caller);
    case 'GetModelInvocationJob': {
      const { job, at } = account.find(KIND, identified, lag);
      return describe(account, job, at);
    }
    case 'ListModelInvocationJobs':
      return listJobs(account, input, lag);
    case 'StopModelInvocationJob':
      return stop(account, account.find(KIND, identified).job, caller);
    default:
      return callTagging(account, operation, input, lag);
  }
}

function create(account: Account, input: Input, caller: Caller): object {
  const token = String(input.clientRequestToken);
  const known = knownByToken(account, token, caller);
  if (known) return { jobArn: known.arn };
  const name = String(input.jobName);
  const cannotAssume = `Could not assume provided IAM role. Please ensure that the role ${String(input.roleArn)} exists and can be assumed by bedrock.amazonaws.com.`;
  account.checkStart(KIND, name, caller, new ServiceError('ValidationException', cannotAssume));
  if (account.existing(KIND).some((job) => job.name === name)) {
    const refusal = errorOf(account.facts.say('batch-name', KIND, valuesOf(KIND, name), caller.requestId));
    if (refusal) throw refusal;
  }
  const id = String(account.jobs.length + 1).padStart(ID_LENGTH, 'j');
  const arn = `arn:aws:bedrock:${REGION}:${ACCOUNT}:model-invocation-job/${id}`;
  const origin = { kind: KIND, name, arn, input, tags: tagsIn(input.tags), token } as const;
  const job = account.create({ ...origin, requestId: caller.requestId });
  if (account.facts.play('new-batch-job-listed') === 'later') job.listedAt = account.now + LIST_LAG_SECONDS * 1000;
  return { jobArn: arn };
}

/** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
function knownByToken(account: Account, token: string, { requestId }: Caller): SimulatedJob | undefined {
  const known = account.jobs.filter(({ origin }) => origin.kind === KIND && origin.token === token).at(-1);
  if (!known?.hasEnded(account.now)) return known;
  const values = valuesOf(KIND, known.name);
  const { alternative } = account.facts.meet('old-client-token', KIND, values, requestId);
  const refusal = errorOf(account.facts.say('old-client-token', KIND, values, requestId));
  if (refusal) throw refusal;
  return alternative === 'new-job' ? undefined : known;
}

function describe(account: Account, job: SimulatedJob, at: number): object {
  const { tags: _, ...input } = job.origin.input;
  const phase = job.phase(at);
  return {
    ...input,
    jobArn: job.arn,
    status: WORDINGS[KIND].statuses[phase],
    submitTime: new Date(job.origin.at),
    ...(job.hasEnded(at) && { endTime: new Date(job.endsAt) }),
    ...(phase === 'failed' && { message: job.reason(at) }),
    ...(phase === 'completed' && countsOf(account, job, at)),
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
  switch (facts.play('batch-counts', KIND)) {
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

function listJobs(account: Account, { nameContains }: Input, lag: number): object {
  const at = account.now - lag * 1000;
  const isListed = (job: SimulatedJob) => job.isShown(at) && at >= job.listedAt;
  const jobs = account.existing(KIND).filter((job) => isListed(job) && job.name.includes(String(nameContains)));
  const invocationJobSummaries = jobs.reverse().map((job) => ({ jobArn: job.arn, jobName: job.name }));
  return { invocationJobSummaries };
}

function stop(account: Account, job: SimulatedJob, { requestId }: Caller): object {
  const { facts, now } = account;
  if (job.origin.course.endsBeforeStop) job.complete(now);
  if (job.isRunning(now)) {
    job.stop(now);
    return {};
  }
  const status = WORDINGS[KIND].statuses[job.phase(now)];
  const text = `The provided job is not in a state that can be stopped. State was: ${status}`;
  const usual = new ServiceError('ValidationException', text);
  if (!job.hasEnded(now)) throw usual;
  const values = { ...valuesOf(KIND, job.name), arn: job.arn, status };
  const { alternative } = facts.meet('stop-of-an-ended-job', KIND, values, requestId);
  if (alternative === 'accepted') return {};
  throw errorOf(facts.say('stop-of-an-ended-job', KIND, values, requestId)) ?? usual;
}

function callTagging(account: Account, operation: string, { resourceARN, tags, tagKeys }: Input, lag: number): object {
  const { now } = account;
  const job = account.jobs.find(({ arn, removedAt }) => arn === resourceARN && removedAt > now);
  if (!job) throw new ServiceError('ResourceNotFoundException', `Could not find the resource ${String(resourceARN)}.`);
  refuseTagsOfEnded(account, operation, job);
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

/** Whether the tags of a job that has ended, or that is being stopped, can be read and set, nobody has confirmed. */
function refuseTagsOfEnded({ facts, now }: Account, operation: string, job: SimulatedJob): void {
  if (job.isRunning(now)) return;
  const values = { ...valuesOf(KIND, job.name), arn: job.arn, status: WORDINGS[KIND].statuses[job.phase(now)] };
  const refusal = errorOf(facts.say('tags-of-ended-jobs', KIND, values));
  const isListing = operation === 'ListTagsForResource';
  if (refusal && (isListing || facts.play('tags-of-ended-jobs', KIND) !== 'not-listed')) throw refusal;
}

function without(tags: { readonly [key: string]: string }, keys: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

function tagsIn(list: unknown): { [key: string]: string } {
  return Object.fromEntries(((list ?? []) as { key: string; value: string }[]).map(({ key, value }) => [key, value]));
}
