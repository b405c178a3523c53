import { ACCOUNT, type Account, type Caller, REGION } from './account';
import { type KindKey, WORDINGS } from './job-wording';
import { ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

type Input = { readonly [member: string]: unknown };

const OPERATION = /^(Create|Describe|Stop|Delete|Update)(CompilationJob|TrainingJob|TransformJob)$/;

/** How SageMaker answers. */
export function callSageMaker(account: Account, operation: string, input: Input, caller: Caller, lag = 0): object {
  account.checkAccess(operation, 'sagemaker');
  const parts = OPERATION.exec(operation);
  if (!parts) return callTagging(account, operation, input, lag);
  const [verb, kind] = [parts[1], parts[2] as KindKey];
  const name = String(input[`${kind}Name`]);
  if (verb === 'Create') return create(account, kind, name, input, caller);
  const { job, at } = account.find(kind, (candidate) => candidate.name === name, lag);
  switch (verb) {
    case 'Describe':
      return describe(kind, job, at);
    case 'Stop':
      if (!job.isRunning(account.now)) throw rejected(kind, job, account.now);
      job.stop(account.now);
      return {};
    case 'Update':
      job.warmSeconds = 0;
      return {};
    default:
      return deleteRecord(kind, job, account.now);
  }
}

function create(account: Account, kind: KindKey, name: string, input: Input, caller: Caller): object {
  const { noun } = WORDINGS[kind];
  const taken = account.existing(kind).find((job) => job.name === name);
  if (taken) {
    throw new ServiceError(
      'ResourceInUse',
      `${noun.charAt(0).toUpperCase()}${noun.slice(1)} names must be unique within an AWS account and region, and a ${noun} with this name already exists (${taken.arn})`,
    );
  }
  if (account.now < account.rolesReadyAt) {
    throw new ServiceError(
      'ValidationException',
      `Could not assume role ${String(input.RoleArn)}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    );
  }
  const arn = `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${noun.replace(' ', '-')}/${name}`;
  const tags = tagsIn(input.Tags);
  account.create({ kind, name, arn, input, tags, requestId: caller.requestId }, 'ResourceLimitExceeded');
  return { [`${kind}Arn`]: arn };
}

function describe(kind: KindKey, job: SimulatedJob, at: number): object {
  const { Tags: _, ...input } = job.origin.input;
  const phase = job.phase(at);
  const started = job.startedAt(at);
  const verb = kind.replace('Job', '');
  return {
    ...input,
    [`${kind}Arn`]: job.arn,
    [`${kind}Status`]: WORDINGS[kind].statuses[phase],
    CreationTime: new Date(job.origin.at),
    ...(started !== undefined && { [`${verb}StartTime`]: new Date(started) }),
    ...(job.hasEnded(at) && { [`${verb}EndTime`]: new Date(job.endsAt) }),
    ...(phase === 'failed' && { FailureReason: job.reason(at) }),
    ...(phase === 'completed' && { ModelArtifacts: { S3ModelArtifacts: `s3://outputs/${job.name}/model.tar.gz` } }),
  };
}

function deleteRecord(kind: KindKey, job: SimulatedJob, now: number): object {
  if (!job.hasEnded(now)) throw rejected(kind, job, now);
  if (job.isWarm(now)) {
    throw new ServiceError('ResourceInUse', 'The training job has a managed warm pool that is in status Available.');
  }
  job.removedAt = now;
  return {};
}

function callTagging(account: Account, operation: string, { ResourceArn, Tags, TagKeys }: Input, lag: number): object {
  const { now } = account;
  const job = account.jobs.find(({ arn, removedAt }) => arn === ResourceArn && removedAt > now);
  if (!job) throw new ServiceError('ValidationException', `Resource ${String(ResourceArn)} does not exist`);
  switch (operation) {
    case 'ListTags':
      return { Tags: Object.entries(job.tagsAt(now - lag * 1000)).map(([Key, Value]) => ({ Key, Value })) };
    case 'AddTags':
      job.tag(now, { ...job.tags, ...tagsIn(Tags) });
      return {};
    case 'DeleteTags':
      job.tag(now, without(job.tags, TagKeys as string[]));
      return {};
    default:
      throw new Error(`SageMaker is not simulated that far: ${operation}`);
  }
}

function without(tags: { readonly [key: string]: string }, keys: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

function tagsIn(list: unknown): { [key: string]: string } {
  return Object.fromEntries(((list ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]));
}

function rejected(kind: KindKey, job: SimulatedJob, now: number): ServiceError {
  const { noun, statuses } = WORDINGS[kind];
  return new ServiceError(
    'ValidationException',
    `The request was rejected because the ${noun} is in status ${statuses[job.phase(now)]}.`,
  );
}
