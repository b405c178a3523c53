import { JOB_FACTS, JOB_KIND_KEYS } from '../handler-under-test';
import { ACCOUNT, type Account, type Caller, REGION, valuesOf } from './account';
import { type KindKey, nounOf, OPTIMIZATION, TRAINING, TUNING, TUNING_SECONDS, WORDINGS } from './job-wording';
import { describeOptimization } from './optimization-results';
import { errorOf, ServiceError } from './service-error';
import type { SimulatedJob } from './simulated-job';

type Input = { readonly [member: string]: unknown };

const KINDS = JOB_KIND_KEYS.filter((kind) => JOB_FACTS[kind].service === 'sagemaker');
const OPERATION = new RegExp(`^(Create|Describe|Stop|Delete|Update)(${KINDS.join('|')})$`);

/** How long after the end of a tuning job it is shown what is the best of it, where that is late. */
const RESULT_LAG_MS = 30_000;
const POOL = 'warm-pool-of-a-failed-job';
/** How long a record that is deleted is shown, where that takes its time. */
const DELETION_MS = 60_000;

/** How SageMaker answers. */
export function callSageMaker(account: Account, operation: string, input: Input, caller: Caller, lag = 0): object {
  account.checkAccess(operation, 'sagemaker');
  const parts = OPERATION.exec(operation);
  if (!parts) return callTagging(account, operation, input, lag);
  const [verb, kind] = [parts[1], parts[2] as KindKey];
  const name = String(input[JOB_FACTS[kind].request.name]);
  if (verb === 'Create') return create(account, kind, name, input, caller);
  const { job, at } = account.find(kind, { is: (candidate) => candidate.name === name, name, ...caller }, lag);
  switch (verb) {
    case 'Describe':
      return {
        ...describe(account, kind, job, at),
        ...(kind === TRAINING && {
          WarmPoolStatus: { Status: hasPool(account, job, at) ? 'Available' : 'Terminated' },
        }),
        ...(kind === TUNING && describeTuning(account, job, at)),
        ...(kind === OPTIMIZATION && describeOptimization(account, job, at)),
      };
    case 'Stop':
      return stop(account, kind, job, caller);
    case 'Update':
      return endPool(account, job);
    default:
      return deleteRecord(account, kind, job, caller);
  }
}

function create(account: Account, kind: KindKey, name: string, input: Input, caller: Caller): object {
  const noun = nounOf(kind);
  const taken = account.existing(kind).find((job) => job.name === name);
  if (taken) {
    throw new ServiceError(
      'ResourceInUse',
      `${noun.charAt(0).toUpperCase()}${noun.slice(1)} names must be unique within an AWS account and region, and a ${noun} with this name already exists (${taken.arn})`,
    );
  }
  const cannotAssume = `Could not assume role ${String(input.RoleArn)}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`;
  account.checkStart(kind, name, caller, new ServiceError('ValidationException', cannotAssume));
  const prefix = `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${JOB_FACTS[kind].arnResource}/`;
  const letterCase = account.facts.play('arn-case', kind);
  const arn = prefix + (letterCase === 'lowered' ? name.toLowerCase() : name);
  const tags = tagsIn(input.Tags);
  account.create({ kind, name, arn, input, tags, requestId: caller.requestId });
  return { [JOB_FACTS[kind].createdArn]: letterCase === 'kept' ? arn : prefix + name.toLowerCase() };
}

function stop(account: Account, kind: KindKey, job: SimulatedJob, { requestId }: Caller): object {
  const { now } = account;
  if (job.origin.course.endsBeforeStop) job.complete(now);
  if (job.hasEnded(now)) return refuseStop(account, kind, job, requestId);
  if (!job.isRunning(now)) throw rejected(kind, job, now);
  job.stop(now);
  return {};
}

function refuseStop(account: Account, kind: KindKey, job: SimulatedJob, requestId: string): object {
  const { alternative } = account.facts.meet('stop-of-an-ended-job', kind, {}, requestId);
  if (alternative === 'accepted') return {};
  const values = { ...valuesOf(kind, job.name), arn: job.arn, status: WORDINGS[kind].statuses[job.phase(account.now)] };
  throw errorOf(account.facts.say('stop-of-an-ended-job', kind, values, requestId)) ?? rejected(kind, job, account.now);
}

function describe({ facts }: Account, kind: KindKey, job: SimulatedJob, at: number): object {
  const phase = job.phase(at);
  const started = job.startedAt(at);
  const members = JOB_FACTS[kind].description;
  const verb = kind.replace('Job', '');
  return {
    ...job.origin.input,
    // they are listed by another call
    Tags: undefined,
    [members.arn]: job.arn,
    [members.status]: WORDINGS[kind].statuses[phase],
    [members.createdAt]: new Date(job.origin.at),
    ...(started !== undefined && { [`${verb}StartTime`]: new Date(started) }),
    ...(job.hasEnded(at) && { [`${verb}EndTime`]: new Date(job.endsAt) }),
    ...(phase === 'failed' && { FailureReason: job.reason(at) }),
    ...(phase === 'completed' && {
      ModelArtifacts: { S3ModelArtifacts: `s3://outputs/${job.name}/${modelOf(kind, facts)}` },
    }),
  };
}

/** Whether instances wait for the next job. Whether those of a failed one do nobody has confirmed. */
function hasPool({ facts }: Account, job: SimulatedJob, at: number): boolean {
  if (!job.isWarm(at) || job.phase(at) === 'stopped') return false;
  return job.phase(at) === 'completed' || facts.play(POOL, TRAINING) !== 'none';
}

function endPool({ facts, now }: Account, job: SimulatedJob): object {
  if (job.phase(now) === 'failed' && facts.play(POOL, TRAINING) === 'until-its-end') {
    throw new ServiceError('ValidationException', 'The training job is in status Failed.');
  }
  job.warmSeconds = 0;
  return {};
}

/** The trainings here do not compress their models. */
function modelOf(kind: KindKey, facts: Account['facts']): string {
  if (kind !== TRAINING) return 'model.tar.gz';
  return facts.play('uncompressed-model', kind) === 'with-a-slash' ? 'model/' : 'model';
}

/** What the service says of a tuning job alone. */
function describeTuning({ facts }: Account, job: SimulatedJob, at: number): object {
  const phase = job.phase(at);
  const isLate = at < job.endsAt + RESULT_LAG_MS && facts.play('tuning-results', TUNING) === 'late';
  const isBest = phase === 'stopped' || (phase === 'completed' && !isLate);
  const isStopped = phase === 'completed' && facts.play('tuning-end', TUNING) === 'stopped';
  const best = { TrainingJobName: `${job.name}-001-0123abcd`, TunedHyperParameters: { depth: '5' } };
  return {
    ...(isStopped && !isLate && { HyperParameterTuningJobStatus: 'Stopped' }),
    ...(at >= job.deletedAt && { HyperParameterTuningJobStatus: 'Deleting' }),
    ...(at >= job.deletionFailsAt && { HyperParameterTuningJobStatus: 'DeleteFailed' }),
    ...(isBest && { BestTrainingJob: best }),
    TrainingJobStatusCounters: { Completed: job.hasEnded(at) && phase !== 'failed' ? 3 : 0 },
    ConsumedResources: { RuntimeInSeconds: phase === 'completed' ? TUNING_SECONDS : (at - job.origin.at) / 1000 },
    ...(job.hasEnded(at) && { HyperParameterTuningEndTime: new Date(job.endsAt) }),
  };
}

function deleteRecord(account: Account, kind: KindKey, job: SimulatedJob, { requestId }: Caller): object {
  const { now } = account;
  const values = { ...valuesOf(kind, job.name), arn: job.arn, operation: `sagemaker:Delete${kind}` };
  const refusal = errorOf(account.facts.say('record-deletion', kind, values, requestId));
  if (refusal) throw refusal;
  if (!job.hasEnded(now)) throw rejected(kind, job, now);
  if (hasPool(account, job, now)) {
    throw new ServiceError('ResourceInUse', 'The training job has a managed warm pool that is in status Available.');
  }
  if (kind === TUNING && now >= job.deletedAt && now < job.deletionFailsAt) throw rejected(kind, job, now);
  removeRecord(account, kind, job);
  return {};
}

/** What becomes of a record whose deletion was accepted. */
function removeRecord({ facts, now }: Account, kind: KindKey, job: SimulatedJob): void {
  switch (kind === TUNING && facts.play('record-deletion', kind)) {
    case 'in-a-while':
      job.deletedAt = now;
      job.removedAt = now + DELETION_MS;
      break;
    case 'fails-later':
      job.deletedAt = now;
      job.deletionFailsAt = now + DELETION_MS;
      break;
    default:
      job.removedAt = now;
  }
}

function callTagging(account: Account, operation: string, { ResourceArn, Tags, TagKeys }: Input, lag: number): object {
  const { now } = account;
  const job = account.jobs.find((candidate) => isMeant(candidate, String(ResourceArn)) && candidate.removedAt > now);
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

/** An ARN that the service has answered with leads to the job, whatever its letter case. */
function isMeant({ arn, origin }: SimulatedJob, other: string): boolean {
  return arn.toLowerCase() === other.toLowerCase() && origin.kind !== 'ModelInvocationJob';
}

function without(tags: { readonly [key: string]: string }, keys: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

function tagsIn(list: unknown): { [key: string]: string } {
  return Object.fromEntries(((list ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]));
}

function rejected(kind: KindKey, job: SimulatedJob, now: number): ServiceError {
  const { statuses } = WORDINGS[kind];
  return new ServiceError(
    'ValidationException',
    `The request was rejected because the ${nounOf(kind)} is in status ${statuses[job.phase(now)]}.`,
  );
}
