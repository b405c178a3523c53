import { createHash } from 'node:crypto';
import { batchAccesses, type BatchJob } from './batch-accesses';
import { readBatchInput, type BatchInput } from './batch-input';
import { describeExisting } from './existing-batch-job';
import { listJobs } from './job-list';
import { ModelInvocationJob } from './model-invocation-job';
import { JOB_FACTS } from '../../src/validation/service-model/job-facts';
import type { FactId } from '../../unconfirmed/facts';
import { textOf, type TextValues } from '../../unconfirmed/supposition';
import type { ApiCall } from '../emulated-api/api-call';
import { runOperation, type Operations } from '../emulated-api/operations';
import { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import { arnIn } from '../environment';
import { useJobRole } from '../iam/job-role';
import type { JobService, JobServiceOptions } from '../jobs/job-service';
import { isAssumable } from '../jobs/role-propagation';
import { scriptedCourse } from '../jobs/scripted-course';
import { SupposedBeginning } from '../jobs/supposed-beginning';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const SERVICE = 'bedrock.amazonaws.com';
const KIND = 'ModelInvocationJob';
const NOUN = 'model invocation job';
const QUOTA_ERROR = JOB_FACTS[KIND].quotaError!;
const LIST_LAG_SECONDS = 30;
const MAX_TAGS = 50;
const ID_LENGTH = 12;

export interface BedrockQuotas {
  /** How many batch inference jobs a model may have at once. @default - no limit */
  readonly modelInvocationJobs?: number;
}

export interface BedrockOptions extends JobServiceOptions {
  readonly quotas: BedrockQuotas;
  /** Seconds until a new job is listed. */
  readonly listLagSeconds: number;
  /** Learns of a job that has been created, or that now ends at another time. */
  readonly onJob: (job: ModelInvocationJob) => void;
}

/** Bedrock in one account and Region: batch inference jobs and their tags. */
export class BedrockService implements JobService<ModelInvocationJob> {
  public readonly jobs: ModelInvocationJob[] = [];
  private readonly arnsByToken = new Map<string, string>();
  private readonly tags = new ResourceTags({
    key: 'key',
    value: 'value',
    notFound: (arn) => new ServiceError('ResourceNotFoundException', `Could not find the resource ${arn}.`),
  });

  public readonly operations: Operations = {
    CreateModelInvocationJob: (call) => this.create(call),
    GetModelInvocationJob: (call) => this.describe(call),
    StopModelInvocationJob: (call) => this.stop(call),
    ListModelInvocationJobs: ({ input }) => listJobs(this.listedJobs, input),
    TagResource: (call) => this.tagResource(call),
    UntagResource: (call) => this.untagResource(call),
    ListTagsForResource: ({ input }) => this.listTags(String(input.resourceARN)),
  };

  private readonly beginning: SupposedBeginning;

  constructor(private readonly options: BedrockOptions) {
    const { supposition, clock } = options;
    this.beginning = new SupposedBeginning(supposition, clock, KIND, QUOTA_ERROR);
  }

  /** Nobody can delete a job. */
  public get existingJobs(): ModelInvocationJob[] {
    return this.jobs;
  }

  public handle(call: ApiCall): JsonValue {
    return runOperation(this.operations, call);
  }

  private create(call: ApiCall): JsonValue {
    const { input } = call;
    const earlier = this.knownByToken(String(input.clientRequestToken));
    if (earlier !== undefined) return { jobArn: earlier };
    this.tags.check(input.tags);
    const name = String(input.jobName);
    const isTaken = this.jobs.some((job) => job.name === name);
    if (isTaken) this.refuseFor('batch-name', { name });
    this.beginning.check(textValues(name));
    this.checkQuota(String(input.modelId));
    const job = this.newJob(call, this.checkAssumable(call));
    this.jobs.push(job);
    this.tags.create(job.arn, input.tags);
    if (typeof input.clientRequestToken === 'string') this.arnsByToken.set(input.clientRequestToken, job.arn);
    this.options.onJob(job);
    return { jobArn: job.arn };
  }

  /** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
  private knownByToken(token: string): string | undefined {
    const arn = this.arnsByToken.get(token);
    const job = this.jobs.find((candidate) => candidate.arn === arn);
    if (!job?.finished) return arn;
    this.refuseFor('old-client-token', { name: job.name, arn: job.arn });
    return this.options.supposition.nameOf('old-client-token') === 'new-job' ? undefined : arn;
  }

  /** Refuses a call where the table says so of a fact. */
  private refuseFor(fact: FactId, values: TextValues): void {
    const error = ServiceError.of(textOf(this.options.supposition.choiceOf(fact, KIND), { noun: NOUN, ...values }));
    if (error) throw error;
  }

  /** Refuses a call whose role the service cannot assume; or returns false, where that shows later. */
  private checkAssumable({ input }: ApiCall): boolean {
    const { iam, rolePropagation } = this.options;
    const roleArn = String(input.roleArn);
    const isSpread = isAssumable(roleArn, this.options);
    const isRefused = isSpread
      ? iam.assume({ roleArn, service: SERVICE, sourceArn: this.nextId(input).arn }) !== undefined
      : rolePropagation?.symptom !== 'failed-job';
    if (!isRefused) return isSpread;
    throw ServiceError.validation(
      `Could not assume provided IAM role. Please ensure that the role ${roleArn} exists and can be assumed by ${SERVICE}.`,
    );
  }

  /** The id and the ARN of the next job. */
  private nextId({ jobName }: JsonObject): { readonly id: string; readonly arn: string } {
    const { account, region } = this.options;
    const id = jobId(`${account} ${region} ${this.jobs.length} ${String(jobName)}`);
    return { id, arn: arnIn(this.options, 'bedrock', `model-invocation-job/${id}`) };
  }

  private newJob(call: ApiCall, assumable: boolean): ModelInvocationJob {
    const { input: request, caller, at: createdAt } = call;
    const { account, region, clock } = this.options;
    const own = this.nextId(request);
    return new ModelInvocationJob({
      ...own,
      account,
      region,
      request,
      course: scriptedCourse(call, String(request.jobName), this.options),
      input: this.input({ ...own, request }, assumable),
      supposition: this.options.supposition,
      origin: caller?.origin,
      createdAt,
      now: () => clock.now(),
    });
  }

  private input(job: BatchJob, assumable: boolean): BatchInput {
    const { arn, request } = job;
    const { inputDataConfig: config, roleArn, modelId } = request;
    const refused = (problem: string): BatchInput => ({ files: [], records: 0, problem });
    if (!assumable) {
      return refused(`Bedrock could not assume the service role ${String(roleArn)}. Check its trust policy.`);
    }
    const supposed = this.beginning.failure(textValues(String(request.jobName)));
    if (supposed !== undefined) return refused(supposed);
    const { iam, account, region } = this.options;
    const accesses = batchAccesses(job, { iam, owner: { account, region } });
    const { failure } = useJobRole(iam, { roleArn: String(roleArn), name: 'bedrock', region }, accesses);
    if (failure !== undefined) return refused(failure);
    const s3 = isJsonObject(config) && isJsonObject(config.s3InputDataConfig) ? config.s3InputDataConfig : {};
    return readBatchInput(String(s3.s3Uri), { arn, modelId: String(modelId) }, this.options.assets);
  }

  private stop(call: ApiCall): JsonValue {
    const job = this.find(call);
    if (job.finished) {
      const { name, arn, status } = job;
      if (this.options.supposition.nameOf('stop-of-an-ended-job') === 'accepted') return {};
      this.refuseFor('stop-of-an-ended-job', { name, arn, status });
      throw ServiceError.validation(`The provided job is not in a state that can be stopped. State was: ${job.status}`);
    }
    if (job.status !== 'Stopping') {
      job.stop();
      this.options.onJob(job);
    }
    return {};
  }

  private get listedJobs(): ModelInvocationJob[] {
    const { clock, listLagSeconds, supposition } = this.options;
    const isLate = supposition.nameOf('new-batch-job-listed') === 'later';
    const seconds = Math.max(listLagSeconds, isLate ? LIST_LAG_SECONDS : 0);
    return this.jobs.filter(({ createdAt }) => clock.now() >= createdAt + seconds * 1000);
  }

  private listTags(arn: string): JsonValue {
    this.refuseTagsOfEnded(arn);
    return { tags: this.tags.list(arn) };
  }

  /** Whether the tags of a job that has ended, or is being stopped, can be read or set nobody has confirmed. */
  private refuseTagsOfEnded(arn: string): void {
    const job = this.jobs.find((candidate) => candidate.arn === arn);
    if (!job || !(job.finished || job.status === 'Stopping')) return;
    const { name, status } = job;
    this.refuseFor('tags-of-ended-jobs', { name, arn, status });
  }

  private refuseChangeOfEnded(arn: string): void {
    if (this.options.supposition.nameOf('tags-of-ended-jobs') !== 'not-listed') this.refuseTagsOfEnded(arn);
  }

  private tagResource({ input }: ApiCall): JsonValue {
    const arn = String(input.resourceARN);
    this.refuseChangeOfEnded(arn);
    const keys = new Set(this.tags.list(arn).map(({ key }) => key));
    for (const tag of Array.isArray(input.tags) ? input.tags : []) if (isJsonObject(tag)) keys.add(tag.key);
    if (keys.size > MAX_TAGS) {
      throw new ServiceError('TooManyTagsException', `A resource can have at most ${MAX_TAGS} tags.`);
    }
    this.tags.add(arn, input.tags);
    return {};
  }

  private untagResource({ input }: ApiCall): JsonValue {
    this.refuseChangeOfEnded(String(input.resourceARN));
    this.tags.delete(String(input.resourceARN), input.tagKeys);
    return {};
  }

  /** Describes a job of a stack, or one that somebody says was made elsewhere. */
  private describe(call: ApiCall): JsonObject {
    const identifier = String(call.input.jobIdentifier);
    const isOwn = this.jobs.some(({ id, arn }) => identifier === id || identifier === arn);
    const id = identifier.split('/').pop() ?? identifier;
    const elsewhere = isOwn ? undefined : this.options.existing?.(call, [identifier, id]);
    if (!elsewhere) return this.find(call).describe();
    const arn = arnIn(this.options, 'bedrock', `model-invocation-job/${id}`);
    return describeExisting(elsewhere, { arn, endedAt: this.options.clock.now() });
  }

  private find({ input }: ApiCall): ModelInvocationJob {
    const identifier = String(input.jobIdentifier);
    const job = this.jobs.find(({ id, arn }) => identifier === id || identifier === arn);
    if (job) return job;
    this.refuseFor('not-found', { name: identifier });
    throw new ServiceError('ResourceNotFoundException', `Could not find the model invocation job ${identifier}.`);
  }

  private checkQuota(modelId: string): void {
    const limit = this.options.quotas.modelInvocationJobs;
    const running = this.jobs.filter((job) => job.modelId === modelId && !job.finished).length;
    if (limit === undefined || running < limit) return;
    throw new ServiceError(
      QUOTA_ERROR,
      this.beginning.quotaText(textValues('')) ??
        `The sum of in-progress and submitted batch inference jobs of model ${modelId} is ${running}, and the quota is ${limit}. Resubmit your request later.`,
    );
  }
}

/** What the texts of the table say of a job. */
function textValues(name: string): TextValues {
  return { noun: NOUN, name, role: 'role', operation: `bedrock:Create${KIND}` };
}

/** What looks random and is the same in every rehearsal. */
function jobId(seed: string): string {
  const digest = createHash('sha256').update(seed).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, ID_LENGTH);
}
