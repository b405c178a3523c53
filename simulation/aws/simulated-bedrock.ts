import { type Account, type Caller, valuesOf } from './account';
import { arnOf, BEDROCK_WORDS, type BedrockKind, describeJob, kindOf } from './bedrock-words';
import { WORDINGS } from './job-wording';
import { deleteModel, describeModel, isMaker, makerOf, useKeyOfModel } from './made-models';
import { errorOf, ServiceError } from './service-error';
import { callIngestion, isOfIngestion } from './simulated-ingestion';
import type { SimulatedJob } from './simulated-job';
import { JOB_FACTS } from '../handler-under-test';

type Input = { readonly [member: string]: unknown };

const ID_LENGTH = 12;
const LIST_LAG_SECONDS = 30;

/** How Bedrock answers. */
export function callBedrock(account: Account, operation: string, input: Input, caller: Caller, lag = 0): object {
  account.checkAccess(operation, 'bedrock');
  const maker = makerOf(operation);
  if (maker) return callModels(account, maker, { operation, input, caller, lag });
  if (isOfIngestion(operation)) return callIngestion(account, { operation, input, caller, lag });
  const kind = kindOf(operation);
  return kind
    ? callJobs(account, kind, { operation, input, caller, lag })
    : callTagging(account, operation, input, lag);
}

interface Call {
  readonly operation: string;
  readonly input: Input;
  readonly caller: Caller;
  readonly lag: number;
}

function callJobs(account: Account, kind: BedrockKind, { operation, input, caller, lag }: Call): object {
  const name = String(input.jobIdentifier);
  const identified = { is: ({ arn }: SimulatedJob) => arn === name, name, ...caller };
  const { operations } = JOB_FACTS[kind];
  switch (operation) {
    case operations.create:
      return create(account, kind, input, caller);
    case operations.describe: {
      const { job, at } = account.find(kind, identified, lag);
      return describeJob(account, kind, job, at);
    }
    case operations.list:
      return listJobs(account, kind, input, lag);
    default:
      return stop(account, kind, account.find(kind, identified).job, caller);
  }
}

function callModels(account: Account, maker: 'ModelCustomizationJob' | 'ModelImportJob', call: Call): object {
  const model = String(call.input.modelIdentifier);
  const isDeletion = call.operation.startsWith('Delete');
  return isDeletion ? deleteModel(account, maker, model, call.caller) : describeModel(account, maker, model);
}

function create(account: Account, kind: BedrockKind, input: Input, caller: Caller): object {
  const token = String(input.clientRequestToken);
  const known = knownByToken(account, kind, token, caller);
  if (known) return { jobArn: known.arn };
  const name = String(input.jobName);
  const cannotAssume = `Could not assume provided IAM role. Please ensure that the role ${String(input.roleArn)} exists and can be assumed by bedrock.amazonaws.com.`;
  account.checkStart(kind, name, caller, new ServiceError('ValidationException', cannotAssume));
  if (account.existing(kind).some((job) => job.name === name)) {
    const refusal = errorOf(account.facts.say('batch-name', kind, valuesOf(kind, name), caller.requestId));
    if (refusal) throw refusal;
  }
  if (isMaker(kind)) useKeyOfModel(account, kind);
  const arn = arnOf(kind, String(account.jobs.length + 1).padStart(ID_LENGTH, 'j'));
  const [tags] = JOB_FACTS[kind].request.tags;
  const origin = { kind, name, arn, input, tags: tagsIn(input[tags]), token } as const;
  const job = account.create({ ...origin, requestId: caller.requestId });
  if (account.facts.play('new-batch-job-listed') === 'later') job.listedAt = account.now + LIST_LAG_SECONDS * 1000;
  return { jobArn: arn };
}

/** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
function knownByToken(
  account: Account,
  kind: BedrockKind,
  token: string,
  { requestId }: Caller,
): SimulatedJob | undefined {
  const known = account.jobs.filter(({ origin }) => origin.kind === kind && origin.token === token).at(-1);
  if (!known?.hasEnded(account.now)) return known;
  const values = valuesOf(kind, known.name);
  const { alternative } = account.facts.meet('old-client-token', kind, values, requestId);
  const refusal = errorOf(account.facts.say('old-client-token', kind, values, requestId));
  if (refusal) throw refusal;
  return alternative === 'new-job' ? undefined : known;
}

function listJobs(account: Account, kind: BedrockKind, { nameContains }: Input, lag: number): object {
  const at = account.now - lag * 1000;
  const isListed = (job: SimulatedJob) => job.isShown(at) && at >= job.listedAt;
  const jobs = account.existing(kind).filter((job) => isListed(job) && job.name.includes(String(nameContains)));
  const summaries = jobs.reverse().map((job) => ({ jobArn: job.arn, jobName: job.name }));
  return { [BEDROCK_WORDS[kind].list]: summaries };
}

function stop(account: Account, kind: BedrockKind, job: SimulatedJob, { requestId }: Caller): object {
  const { facts, now } = account;
  if (job.origin.course.endsBeforeStop) job.complete(now);
  if (job.isRunning(now)) {
    job.stop(now);
    return {};
  }
  const status = WORDINGS[kind].statuses[job.phase(now)];
  const text = `The provided job is not in a state that can be stopped. State was: ${status}`;
  const usual = new ServiceError('ValidationException', text);
  if (!job.hasEnded(now)) throw usual;
  const values = { ...valuesOf(kind, job.name), arn: job.arn, status };
  const { alternative } = facts.meet('stop-of-an-ended-job', kind, values, requestId);
  if (alternative === 'accepted') return {};
  throw errorOf(facts.say('stop-of-an-ended-job', kind, values, requestId)) ?? usual;
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
  const kind = job.origin.kind;
  const values = { ...valuesOf(kind, job.name), arn: job.arn, status: WORDINGS[kind].statuses[job.phase(now)] };
  const refusal = errorOf(facts.say('tags-of-ended-jobs', kind, values));
  const isListing = operation === 'ListTagsForResource';
  if (refusal && (isListing || facts.play('tags-of-ended-jobs', kind) !== 'not-listed')) throw refusal;
}

function without(tags: { readonly [key: string]: string }, keys: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

function tagsIn(list: unknown): { [key: string]: string } {
  return Object.fromEntries(((list ?? []) as { key: string; value: string }[]).map(({ key, value }) => [key, value]));
}
