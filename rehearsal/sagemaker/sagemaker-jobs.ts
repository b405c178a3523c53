import { describeExisting, type MembersElsewhere } from './existing-sagemaker-job';
import type { JobPlace } from './sagemaker-accesses';
import type { SageMakerJob, SageMakerJobProps } from './sagemaker-job';
import type { SageMakerKind } from './sagemaker-kind';
import { JOB_FACTS, type JobFacts } from '../../src/validation/service-model/job-facts';
import type { Choice } from '../../unconfirmed/facts';
import { textOf, type TextValues } from '../../unconfirmed/supposition';
import type { ApiCall } from '../emulated-api/api-call';
import type { Operations } from '../emulated-api/operations';
import type { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import { arnIn } from '../environment';
import { useJobRole } from '../iam/job-role';
import type { RoleAccess, RoleVerdict } from '../iam/role-access';
import type { JobCourse } from '../jobs/job-course';
import type { JobServiceOptions } from '../jobs/job-service';
import { isAssumable } from '../jobs/role-propagation';
import { scriptedCourse } from '../jobs/scripted-course';
import { SupposedBeginning } from '../jobs/supposed-beginning';
import type { JsonObject, JsonValue } from '../json-value';

/** The error of a job that does not exist: the service's model and its behaviour differ. */
export type NotFoundError = 'ResourceNotFound' | 'ValidationException';

export interface SageMakerJobsOptions extends JobServiceOptions {
  /** How many may run at once. @default - no limit */
  readonly quota?: number;
  /** @default - that of the kind */
  readonly notFoundError?: NotFoundError;
  /** The tags of the service's resources. */
  readonly tags: ResourceTags;
}

const SERVICE = 'sagemaker.amazonaws.com';

/** What sets a kind of job apart for the service. */
export interface JobsOfKind {
  readonly kind: SageMakerKind;
  readonly notFoundError: NotFoundError;
  /** What is said of one that was made elsewhere, besides what every kind says. */
  readonly elsewhere: MembersElsewhere;
  /** @default - what the service's model says of the kind */
  readonly facts?: JobFacts;
}

/** The jobs of a kind in one account and Region: their names, their quota and what can be done with any of them. */
export abstract class SageMakerJobs<Job extends SageMakerJob = SageMakerJob> {
  /** Every job ever created, the deleted ones too. */
  public readonly all: Job[] = [];
  private readonly byName = new Map<string, Job>();
  private readonly beginning: SupposedBeginning;
  private readonly facts: JobFacts;
  private readonly kind: SageMakerKind;

  constructor(
    protected readonly options: SageMakerJobsOptions,
    private readonly own: JobsOfKind,
  ) {
    const { supposition, clock } = options;
    const { kind, facts = JOB_FACTS[kind] } = own;
    this.kind = kind;
    this.facts = facts;
    this.beginning = new SupposedBeginning(supposition, clock, kind, facts.quotaError!);
  }

  /** What can be asked of the jobs. */
  public get operations(): Operations {
    const { create, describe, stop, delete: deletion } = this.facts.operations;
    return {
      [create]: (call) => this.create(call),
      [describe]: (call) => this.describe(call),
      ...(stop !== undefined && { [stop]: (call: ApiCall) => this.stop(call) }),
      ...(deletion !== undefined && { [deletion]: (call: ApiCall) => this.delete(call) }),
    };
  }

  /** As in "a training job". */
  private get noun(): string {
    return this.facts.arnResource.replaceAll('-', ' ');
  }

  /** The jobs that have not been deleted. */
  public get existing(): Job[] {
    return [...this.byName.values()];
  }

  /** Refuses a request whose members do not fit together or that names what does not exist; overridden where there is such. */
  protected check(_request: JsonObject): void {}
  protected abstract newJob(props: SageMakerJobProps): Job;
  /** Why a job fails soon after its start, where it does. */
  protected abstract inputProblem(request: JsonObject): string | undefined;
  /** What the service does with the role of a job. */
  protected abstract accesses(request: JsonObject, place: JobPlace): RoleAccess[];

  protected create(call: ApiCall): JsonValue {
    const { input: request } = call;
    const { kind, noun, facts } = this;
    const name = this.nameIn(call);
    this.check(request);
    this.options.tags.check(request.Tags);
    if (this.byName.has(name) || this.options.existing?.(call, [name, this.arnOf(name)])) {
      const names = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} names`;
      throw new ServiceError(
        'ResourceInUse',
        `${names} must be unique within an AWS account and region, and a ${noun} with this name already exists (${this.byName.get(name)?.arn ?? this.arnOf(name)})`,
      );
    }
    this.beginning.check(this.textValues(name, call));
    this.checkQuota(name, call);
    const { region, clock, supposition, tags } = this.options;
    const letterCase = supposition.nameOf('arn-case', kind);
    const arn = this.arnOf(letterCase === 'lowered' ? name.toLowerCase() : name);
    const job = this.newJob({
      name,
      arn,
      region,
      request,
      course: this.course(call, name, arn),
      origin: call.caller?.origin,
      createdAt: call.at,
      supposition,
      now: () => clock.now(),
    });
    this.all.push(job);
    this.byName.set(name, job);
    tags.create(job.arn, request.Tags);
    return { [facts.createdArn]: letterCase === 'kept' ? arn : this.arnOf(name.toLowerCase()) };
  }

  /** Describes a job of a stack, or one that somebody says was made elsewhere. */
  protected describe(call: ApiCall): JsonObject {
    const name = this.nameIn(call);
    const job = this.byName.get(name);
    const elsewhere = job ? undefined : this.options.existing?.(call, [name, this.arnOf(name)]);
    if (!elsewhere) return this.find(call).describe();
    const { account, region, clock } = this.options;
    const place = { account, region, name, arn: this.arnOf(name), endedAt: clock.now() / 1000 };
    return describeExisting(elsewhere, place, this.facts, this.own.elsewhere);
  }

  protected stop(call: ApiCall): JsonValue {
    const job = this.find(call);
    if (job.finished) return this.stopEnded(job, call);
    if (job.status.toLowerCase() !== 'stopping') job.stop();
    return {};
  }

  /** What the service says of a job that has ended already nobody has confirmed. */
  private stopEnded(job: Job, call: ApiCall): JsonValue {
    const choice = this.options.supposition.choiceOf('stop-of-an-ended-job', this.kind);
    if (choice.alternative === 'accepted') return {};
    throw this.supposed(choice, job, call) ?? ServiceError.validation(this.inStatus(job));
  }

  private supposed(choice: Choice, job: Job, call: ApiCall): ServiceError | undefined {
    const { name, arn, status } = job;
    return ServiceError.of(textOf(choice, { ...this.textValues(name, call), arn, status }));
  }

  /** What the texts of the table say of a job, and of what is asked of it. */
  private textValues(name: string, { operation }: ApiCall): TextValues {
    return { noun: this.noun, name, role: 'role', operation: `sagemaker:${operation}` };
  }

  protected delete(call: ApiCall): JsonValue {
    const job = this.find(call);
    const refusal = this.supposed(this.options.supposition.choiceOf('record-deletion', this.kind), job, call);
    if (refusal) throw refusal;
    this.checkDeletable(job);
    this.forget(job);
    return {};
  }

  /** Its name is free, and its tags are gone. */
  protected forget(job: Job): void {
    this.byName.delete(job.name);
    this.options.tags.remove(job.arn);
  }

  protected checkDeletable(job: Job): void {
    if (!job.finished) throw ServiceError.validation(this.inStatus(job));
  }

  protected find(call: ApiCall): Job {
    const name = this.nameIn(call);
    const job = this.byName.get(name);
    if (job) return job;
    const { supposition } = this.options;
    const says = textOf(supposition.choiceOf('not-found', this.kind), this.textValues(name, call));
    if (says) throw ServiceError.of(says)!;
    const { notFoundError = this.own.notFoundError } = this.options;
    throw new ServiceError(notFoundError, 'Requested resource not found.');
  }

  /** What is refused where a role has not propagated. */
  protected roleRefusal(request: JsonObject): string {
    return cannotAssume(this.roleOf(request));
  }

  /** The role that the service runs a job with, where it is known. */
  protected roleOf({ RoleArn: role }: JsonObject): string | undefined {
    return typeof role === 'string' ? role : undefined;
  }

  /** Does with a job's role what the service does, and says what comes of it. */
  protected useRole(roleArn: string, request: JsonObject, arn: string): RoleVerdict {
    const { iam, account, region, assets } = this.options;
    if (iam.assume({ roleArn, service: SERVICE, sourceArn: arn })) return { refusal: cannotAssume(roleArn) };
    const place = { iam, owner: { account, region }, assets };
    return useJobRole(iam, { roleArn, name: 'SageMaker', region }, this.accesses(request, place));
  }

  private nameIn({ input }: ApiCall): string {
    return String(input[this.facts.request.name]);
  }

  private arnOf(name: string): string {
    return arnIn(this.options, 'sagemaker', `${this.facts.arnResource}/${name}`);
  }

  private inStatus(job: Job): string {
    return `The request was rejected because the ${this.noun} is in status ${job.status}.`;
  }

  private checkQuota(name: string, call: ApiCall): void {
    const { quota } = this.options;
    const running = this.existing.filter((job) => !job.finished).length;
    if (quota === undefined || running < quota) return;
    throw new ServiceError(
      this.facts.quotaError!,
      this.beginning.quotaText(this.textValues(name, call)) ??
        `The account-level service limit 'Total number of concurrent ${this.noun}s' is ${quota} Jobs, with current utilization of ${running} Jobs and a request delta of 1 Jobs. Please use AWS Service Quotas to request an increase for this quota.`,
    );
  }

  private course(call: ApiCall, name: string, arn: string): JobCourse {
    const role = this.roleOf(call.input);
    const assumable = role === undefined || isAssumable(role, this.options);
    if (!assumable && this.options.rolePropagation?.symptom !== 'failed-job') {
      throw ServiceError.validation(this.roleRefusal(call.input));
    }
    const scripted = scriptedCourse(call, name, this.options);
    const supposed = this.beginning.failure(this.textValues(name, call));
    if (supposed !== undefined) return { ...scripted, duration: 0, startup: 0, failure: supposed };
    if (!assumable) {
      const failure = `ClientError: SageMaker was unable to assume the role '${role}'`;
      return { ...scripted, duration: 0, startup: 0, failure };
    }
    const verdict: RoleVerdict = role === undefined ? {} : this.useRole(role, call.input, arn);
    if (verdict.refusal !== undefined) throw ServiceError.validation(verdict.refusal);
    const failure = verdict.failure ?? this.inputProblem(call.input);
    return failure === undefined ? scripted : { ...scripted, duration: 30, startup: 20, failure };
  }
}

function cannotAssume(role: string | undefined): string {
  return `Could not assume role ${role}. Please ensure that the role exists and allows principal '${SERVICE}' to assume the role.`;
}
