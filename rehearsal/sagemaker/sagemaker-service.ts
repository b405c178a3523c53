import * as sdk from '@aws-sdk/client-sagemaker';
import { CompilationJob } from './compilation-job';
import { jobNames, type JobCourse, type JobScript } from './job-course';
import { archiveProblem } from './model-archive';
import { checkConstraints } from './request-constraints';
import { checkRequest } from './request-schema';
import { ResourceTags } from './resource-tags';
import type { VirtualClock } from '../clock';
import type { AssetStore } from '../cloud-assembly/asset-store';
import type { ApiCall } from '../emulated-api/api-call';
import { ServiceError } from '../emulated-api/service-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** A role that cannot be assumed for a while after its creation, as IAM is slow to spread. */
export interface RolePropagation {
  /** Seconds after the role's creation. */
  readonly seconds: number;
  /** Whether the call is refused, or the job fails at once. @default 'refused' */
  readonly symptom?: 'refused' | 'failed-job';
}

export interface SageMakerQuotas {
  /** How many compilation jobs may run at once. @default - no limit */
  readonly compilationJobs?: number;
}

export interface SageMakerOptions {
  readonly clock: VirtualClock;
  readonly account: string;
  readonly region: string;
  readonly script: () => JobScript;
  /** Learns which course of the script a job takes. */
  readonly onCourse: (key: string) => void;
  readonly quotas: SageMakerQuotas;
  readonly rolePropagation?: RolePropagation;
  /** The error of a job that does not exist; the service's model and its behaviour differ. */
  readonly notFoundError: 'ResourceNotFound' | 'ValidationException';
  readonly roleCreatedAt: (roleArn: string) => number | undefined;
  /** What has been uploaded to the account and Region. */
  readonly assets: AssetStore;
}

type Operation = (call: ApiCall) => JsonValue;

/** SageMaker in one account and Region: compilation jobs and their tags. */
export class SageMakerService {
  /** Every job ever created, the deleted ones too. */
  public readonly jobs: CompilationJob[] = [];
  private readonly existing = new Map<string, CompilationJob>();
  private readonly tags = new ResourceTags();

  private readonly operations: Record<string, { schema: Parameters<typeof checkRequest>[0]; run: Operation }> = {
    CreateCompilationJob: { schema: sdk.CreateCompilationJobRequest$, run: (call) => this.create(call) },
    DescribeCompilationJob: { schema: sdk.DescribeCompilationJobRequest$, run: (call) => this.find(call).describe() },
    StopCompilationJob: { schema: sdk.StopCompilationJobRequest$, run: (call) => this.stop(call) },
    DeleteCompilationJob: { schema: sdk.DeleteCompilationJobRequest$, run: (call) => this.delete(call) },
    ListCompilationJobs: { schema: sdk.ListCompilationJobsRequest$, run: (call) => this.list(call) },
    AddTags: { schema: sdk.AddTagsInput$, run: (call) => this.addTags(call) },
    DeleteTags: { schema: sdk.DeleteTagsInput$, run: (call) => this.deleteTags(call) },
    ListTags: { schema: sdk.ListTagsInput$, run: ({ input }) => ({ Tags: this.tags.list(String(input.ResourceArn)) }) },
  };

  constructor(private readonly options: SageMakerOptions) {}

  /** The jobs that have not been deleted. */
  public get existingJobs(): CompilationJob[] {
    return [...this.existing.values()];
  }

  public handle(call: ApiCall): JsonValue {
    const operation = this.operations[call.operation];
    if (!operation) {
      throw new ServiceError(
        'UnknownOperationException',
        `The rehearsal does not emulate sagemaker:${call.operation}.`,
      );
    }
    checkRequest(operation.schema, call.input);
    checkConstraints(call.operation, call.input);
    return operation.run(call);
  }

  private create(call: ApiCall): JsonValue {
    const { input } = call;
    const name = String(input.CompilationJobName);
    checkBetweenMembers(input);
    const taken = this.existing.get(name);
    if (taken) {
      throw new ServiceError(
        'ResourceInUse',
        `Compilation job names must be unique within an AWS account and region, and a compilation job with this name already exists (${taken.arn})`,
      );
    }
    this.checkQuota();
    const assumable = this.assumable(String(input.RoleArn));
    if (!assumable && this.options.rolePropagation?.symptom !== 'failed-job') {
      throw ServiceError.validation(
        `Could not assume role ${String(input.RoleArn)}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
      );
    }
    const { account, region, clock } = this.options;
    const job = new CompilationJob({
      name,
      arn: `arn:aws:sagemaker:${region}:${account}:compilation-job/${name}`,
      region,
      request: input,
      course: this.course(call, name, assumable),
      origin: call.caller?.origin,
      createdAt: call.at,
      now: () => clock.now(),
    });
    this.jobs.push(job);
    this.existing.set(name, job);
    this.tags.create(job.arn, input.Tags);
    return { CompilationJobArn: job.arn };
  }

  private stop(call: ApiCall): JsonValue {
    const job = this.find(call);
    if (job.finished) {
      throw ServiceError.validation(`The request was rejected because the compilation job is in status ${job.status}.`);
    }
    if (job.status !== 'STOPPING') job.stop();
    return {};
  }

  private delete(call: ApiCall): JsonValue {
    const job = this.find(call);
    if (!job.finished) {
      throw ServiceError.validation(`The request was rejected because the compilation job is in status ${job.status}.`);
    }
    this.existing.delete(job.name);
    this.tags.remove(job.arn);
    return {};
  }

  private list({ input }: ApiCall): JsonValue {
    const matching = this.existingJobs.filter(
      (job) =>
        (input.NameContains === undefined || job.name.includes(String(input.NameContains))) &&
        (input.StatusEquals === undefined || job.status === input.StatusEquals),
    );
    const summaries = matching.map((job) => job.summary());
    return { CompilationJobSummaries: summaries.slice(0, Number(input.MaxResults ?? 10)) };
  }

  private addTags({ input }: ApiCall): JsonValue {
    const arn = String(input.ResourceArn);
    this.tags.add(arn, input.Tags);
    return { Tags: this.tags.list(arn) };
  }

  private deleteTags({ input }: ApiCall): JsonValue {
    this.tags.delete(String(input.ResourceArn), input.TagKeys);
    return {};
  }

  private find({ input }: ApiCall): CompilationJob {
    const job = this.existing.get(String(input.CompilationJobName));
    if (!job) throw new ServiceError(this.options.notFoundError, 'Requested resource not found.');
    return job;
  }

  private checkQuota(): void {
    const limit = this.options.quotas.compilationJobs;
    const running = this.existingJobs.filter((job) => !job.finished).length;
    if (limit === undefined || running < limit) return;
    throw new ServiceError(
      'ResourceLimitExceeded',
      `The account-level service limit 'Total number of concurrent compilation jobs' is ${limit} Jobs, with current utilization of ${running} Jobs and a request delta of 1 Jobs. Please use AWS Service Quotas to request an increase for this quota.`,
    );
  }

  private assumable(roleArn: string): boolean {
    const { rolePropagation, roleCreatedAt, clock } = this.options;
    const createdAt = roleCreatedAt(roleArn);
    return !rolePropagation || createdAt === undefined || clock.now() >= createdAt + rolePropagation.seconds * 1000;
  }

  private course(call: ApiCall, name: string, assumable: boolean): JobCourse {
    const scripted = this.scripted(call, name);
    if (!assumable) {
      const failure = `ClientError: SageMaker was unable to assume the role '${String(call.input.RoleArn)}'`;
      return { ...scripted, duration: 0, startup: 0, failure };
    }
    const problem = this.inputProblem(call.input.InputConfig);
    return problem === undefined ? scripted : { ...scripted, duration: 30, startup: 20, failure: problem };
  }

  private scripted(call: ApiCall, name: string): JobCourse {
    const origin = call.caller?.origin;
    const names = origin ? jobNames(origin) : [];
    const script = this.options.script();
    const key = [name, ...names, '*'].find((candidate) => candidate in script);
    if (key === undefined) return {};
    this.options.onCourse(key);
    return script[key];
  }

  /** Why the input is refused, where it is one of the assembly's own assets. */
  private inputProblem(input: JsonValue | undefined): string | undefined {
    if (!isJsonObject(input)) return undefined;
    const [, bucket, key] = /^s3:\/\/([^/]+)\/(.*)$/.exec(String(input.S3Uri)) ?? [];
    const { assets } = this.options;
    if (!assets.owns(bucket)) return undefined;
    const file = assets.file(bucket, key);
    if (!file) return `ClientError: InputConfiguration: S3 object does not exist. Bucket: ${bucket}, Key: ${key}`;
    return archiveProblem(file, String(input.Framework));
  }
}

function checkBetweenMembers(input: JsonObject): void {
  if ((input.InputConfig === undefined) === (input.ModelPackageVersionArn === undefined)) {
    throw ServiceError.validation('Exactly one of InputConfig and ModelPackageVersionArn must be provided.');
  }
  const output = input.OutputConfig;
  if (isJsonObject(output) && (output.TargetDevice === undefined) === (output.TargetPlatform === undefined)) {
    throw ServiceError.validation('Exactly one of TargetDevice and TargetPlatform must be provided in OutputConfig.');
  }
}
