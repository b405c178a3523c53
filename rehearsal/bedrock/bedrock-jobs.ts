import { createHash } from 'node:crypto';
import type { BedrockJob, BedrockJobProps } from './bedrock-job';
import type { ModelJobKind } from './bedrock-kind';
import { customModelKeyAccesses } from './customization/custom-model-key';
import type { CustomModels } from './customization/custom-models';
import { type JobListWords, listJobs } from './job-list';
import { JOB_FACTS, type JobFacts } from '../../src/validation/service-model/job-facts';
import type { FactId } from '../../unconfirmed/facts';
import { textOf, type TextValues } from '../../unconfirmed/supposition';
import type { ApiCall } from '../emulated-api/api-call';
import type { Operations } from '../emulated-api/operations';
import type { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import { arnIn } from '../environment';
import type { Access } from '../iam/access';
import { callerSession } from '../iam/caller-session';
import { useJobRole } from '../iam/job-role';
import { orFailed, type RoleAccess } from '../iam/role-access';
import type { ExistingJob } from '../jobs/existing-job';
import type { JobServiceOptions } from '../jobs/job-service';
import { isAssumable } from '../jobs/role-propagation';
import { scriptedCourse } from '../jobs/scripted-course';
import { SupposedBeginning } from '../jobs/supposed-beginning';
import type { JsonObject, JsonValue } from '../json-value';

const SERVICE = 'bedrock.amazonaws.com';
const LIST_LAG_SECONDS = 30;
const ID_LENGTH = 12;

export interface BedrockJobsOptions extends JobServiceOptions {
  /** How many a model may have at once. @default - no limit */
  readonly quota?: number;
  /** Seconds until a new job is listed. */
  readonly listLagSeconds: number;
  /** Learns of a job that has been created, or that now ends at another time. */
  readonly onJob: (job: BedrockJob) => void;
  /** The tags of the service's resources. */
  readonly tags: ResourceTags;
  /** The models that customization jobs make, which jobs of all kinds may use. */
  readonly models: CustomModels;
}

/** What sets a kind of job apart for the service. */
export interface BedrockJobsOfKind {
  readonly kind: ModelJobKind;
  readonly list: JobListWords;
}

/** An id and the ARN that ends in it. */
export interface JobId {
  readonly id: string;
  readonly arn: string;
}

/** The jobs of a kind in one account and Region: their names, their quota and what can be done with any of them. */
export abstract class BedrockJobs<Job extends BedrockJob = BedrockJob> {
  /** Every job ever created: nobody can delete one. */
  public readonly all: Job[] = [];
  protected readonly facts: JobFacts;
  private readonly arnsByToken = new Map<string, string>();
  private readonly beginning: SupposedBeginning;
  private readonly kind: ModelJobKind;

  constructor(
    protected readonly options: BedrockJobsOptions,
    private readonly own: BedrockJobsOfKind,
  ) {
    this.kind = own.kind;
    this.facts = JOB_FACTS[own.kind];
    this.beginning = new SupposedBeginning(options.supposition, options.clock, own.kind, this.facts.quotaError!);
  }

  /** What can be asked of the jobs. */
  public get operations(): Operations {
    const { create, describe, stop, list } = this.facts.operations;
    return {
      [create]: (call) => this.create(call),
      [describe]: (call) => this.describe(call),
      // nobody can stop some
      ...(stop && { [stop]: (call: ApiCall) => this.stop(call) }),
      [list!]: ({ input }) => listJobs(this.listed, input, this.own.list),
    };
  }

  /** Whether the tags of a job that has ended, or is being stopped, can be read or set nobody has confirmed. */
  public refuseTagsOfEnded(arn: string): void {
    const job = this.all.find((candidate) => candidate.arn === arn);
    if (!job || !(job.finished || job.status === 'Stopping')) return;
    this.refuseFor('tags-of-ended-jobs', { name: job.name, arn, status: job.status });
  }

  /**
   * Makes a job.
   *
   * @param problem Why it fails at its beginning, where that is so whatever its input is.
   */
  protected abstract newJob(props: BedrockJobProps, problem: string | undefined): Job;
  /** What the service does with the role of a job. */
  protected abstract accesses(job: JobId, request: JsonObject): RoleAccess[];
  /** What the model is called that a quota counts the jobs of. */
  protected abstract modelIn(request: JsonObject): string;
  /** What the service answers of a job that was made elsewhere. */
  protected abstract describeElsewhere(existing: ExistingJob, place: { arn: string; endedAt: number }): JsonObject;
  /** What its ARN has before the id of a job. */
  protected arnPrefix(_request: JsonObject): string {
    return this.facts.arnResource;
  }
  /** What there is to be done with a job that has been made; overridden where there is something. */
  protected register(_job: Job): void {}

  /** As in "model invocation job". */
  protected get noun(): string {
    return this.facts.arnResource.replaceAll('-', ' ');
  }

  private create(call: ApiCall): JsonValue {
    const { input } = call;
    const earlier = this.knownByToken(String(input.clientRequestToken));
    if (earlier !== undefined) return { [this.facts.createdArn]: earlier };
    for (const member of this.facts.request.tags) this.options.tags.check(input[member]);
    const name = String(input.jobName);
    const isTaken = this.all.some((job) => job.name === name);
    if (isTaken) this.refuseFor('batch-name', { name });
    this.beginning.check(this.textValues(name));
    this.checkQuota(this.modelIn(input));
    this.checkCaller(call);
    const job = this.made(call, this.checkAssumable(call));
    this.all.push(job);
    this.options.tags.create(job.arn, input[this.facts.request.tags[0]]);
    if (typeof input.clientRequestToken === 'string') this.arnsByToken.set(input.clientRequestToken, job.arn);
    this.register(job);
    this.options.onJob(job);
    return { [this.facts.createdArn]: job.arn };
  }

  /** The job that a token has made; what the token of one that has ended does nobody has confirmed. */
  private knownByToken(token: string): string | undefined {
    const arn = this.arnsByToken.get(token);
    const job = this.all.find((candidate) => candidate.arn === arn);
    if (!job?.finished) return arn;
    this.refuseFor('old-client-token', { name: job.name, arn: job.arn });
    return this.options.supposition.nameOf('old-client-token', this.kind) === 'new-job' ? undefined : arn;
  }

  /** Refuses a call where the table says so of a fact. */
  private refuseFor(fact: FactId, values: TextValues): void {
    const says = textOf(this.options.supposition.choiceOf(fact, this.kind), { noun: this.noun, ...values });
    const error = ServiceError.of(says);
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

  /** Refuses a call whose caller may not decrypt the custom model that the job uses. */
  private checkCaller(call: ApiCall): void {
    if (call.roleArn === '') return;
    const denial = this.options.iam.use(callerSession(call), this.decryption('caller', call.input));
    if (denial) throw new ServiceError('AccessDeniedException', denial.message);
  }

  /** How somebody decrypts the custom model that a job uses, where that is one of the app's own with a key. */
  private decryption(who: 'caller' | 'role', request: JsonObject): Access[] {
    const { iam, models, account, region, supposition } = this.options;
    const use = { who, purpose: 'use', keyId: models.keyOf(this.modelIn(request)) } as const;
    return customModelKeyAccesses(use, { iam, owner: { account, region } }, supposition);
  }

  /** The id and the ARN of the next job. */
  private nextId(request: JsonObject): JobId {
    const { account, region } = this.options;
    const id = idOf(`${account} ${region} ${this.all.length} ${String(request.jobName)}`);
    return { id, arn: arnIn(this.options, 'bedrock', `${this.arnPrefix(request)}/${id}`) };
  }

  private made(call: ApiCall, assumable: boolean): Job {
    const { input: request, caller, at: createdAt } = call;
    const { account, region, clock, supposition } = this.options;
    const own = this.nextId(request);
    const props = {
      ...own,
      account,
      region,
      request,
      course: scriptedCourse(call, String(request.jobName), this.options),
      supposition,
      origin: caller?.origin,
      createdAt,
      now: () => clock.now(),
    };
    return this.newJob(props, this.problemAtFirst(own, request, assumable));
  }

  private problemAtFirst(own: JobId, request: JsonObject, assumable: boolean): string | undefined {
    const roleArn = String(request.roleArn);
    if (!assumable) return `Bedrock could not assume the service role ${roleArn}. Check its trust policy.`;
    const supposed = this.beginning.failure(this.textValues(String(request.jobName)));
    if (supposed !== undefined) return supposed;
    const { iam, region } = this.options;
    const decryption = orFailed(this.decryption('role', request), ({ message }) => message);
    const accesses = [...this.accesses(own, request), ...decryption];
    return useJobRole(iam, { roleArn, name: 'bedrock', region }, accesses).failure;
  }

  private stop(call: ApiCall): JsonValue {
    const job = this.find(call);
    if (job.finished) {
      const { name, arn, status } = job;
      if (this.options.supposition.nameOf('stop-of-an-ended-job', this.kind) === 'accepted') return {};
      this.refuseFor('stop-of-an-ended-job', { name, arn, status });
      throw ServiceError.validation(`The provided job is not in a state that can be stopped. State was: ${job.status}`);
    }
    if (job.status !== 'Stopping') {
      job.stop();
      this.options.onJob(job);
    }
    return {};
  }

  private get listed(): Job[] {
    const { clock, listLagSeconds, supposition } = this.options;
    const isLate = supposition.nameOf('new-batch-job-listed', this.kind) === 'later';
    const seconds = Math.max(listLagSeconds, isLate ? LIST_LAG_SECONDS : 0);
    return this.all.filter(({ createdAt }) => clock.now() >= createdAt + seconds * 1000);
  }

  /** Describes a job of a stack, or one that somebody says was made elsewhere. */
  private describe(call: ApiCall): JsonObject {
    const identifier = String(call.input.jobIdentifier);
    const isOwn = this.all.some(({ id, arn }) => identifier === id || identifier === arn);
    const id = identifier.split('/').pop() ?? identifier;
    const elsewhere = isOwn ? undefined : this.options.existing?.(call, [identifier, id]);
    if (!elsewhere) return this.find(call).describe();
    const arn = identifier.startsWith('arn:')
      ? identifier
      : arnIn(this.options, 'bedrock', `${this.facts.arnResource}/${id}`);
    return this.describeElsewhere(elsewhere, { arn, endedAt: this.options.clock.now() });
  }

  private find({ input }: ApiCall): Job {
    const identifier = String(input.jobIdentifier);
    const job = this.all.find(({ id, arn }) => identifier === id || identifier === arn);
    if (job) return job;
    this.refuseFor('not-found', { name: identifier });
    throw new ServiceError('ResourceNotFoundException', `Could not find the ${this.noun} ${identifier}.`);
  }

  private checkQuota(modelId: string): void {
    const { quota } = this.options;
    const running = this.all.filter((job) => job.modelId === modelId && !job.finished).length;
    if (quota === undefined || running < quota) return;
    const text = this.beginning.quotaText(this.textValues('')) ?? this.quotaText(modelId, running, quota);
    throw new ServiceError(this.facts.quotaError!, text);
  }

  /** What the service says of its quota. */
  protected abstract quotaText(modelId: string, running: number, quota: number): string;

  /** What the texts of the table say of a job. */
  private textValues(name: string): TextValues {
    return { noun: this.noun, name, role: 'role', operation: `bedrock:Create${this.kind}` };
  }
}

/** What looks random and is the same in every rehearsal. */
export function idOf(seed: string): string {
  const digest = createHash('sha256').update(seed).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, ID_LENGTH);
}
