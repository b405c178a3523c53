import * as sdk from '@aws-sdk/client-sagemaker';
import { CompilationJob } from './compilation-job';
import { COMPILATION_JOB_CONSTRAINTS as CONSTRAINTS } from './compilation-job-constraints';
import { archiveProblem } from './model-archive';
import type { ApiCall } from '../emulated-api/api-call';
import { runOperation, type Operations } from '../emulated-api/operations';
import { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import type { JobCourse } from '../jobs/job-course';
import type { JobService, JobServiceOptions } from '../jobs/job-service';
import { isAssumable } from '../jobs/role-propagation';
import { scriptedCourse } from '../jobs/scripted-course';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

export interface SageMakerQuotas {
  /** How many compilation jobs may run at once. @default - no limit */
  readonly compilationJobs?: number;
}

export interface SageMakerOptions extends JobServiceOptions {
  readonly quotas: SageMakerQuotas;
  /** The error of a job that does not exist; the service's model and its behaviour differ. */
  readonly notFoundError: 'ResourceNotFound' | 'ValidationException';
}

/** SageMaker in one account and Region: compilation jobs and their tags. */
export class SageMakerService implements JobService<CompilationJob> {
  public readonly jobs: CompilationJob[] = [];
  private readonly existing = new Map<string, CompilationJob>();
  private readonly tags = new ResourceTags({
    key: 'Key',
    value: 'Value',
    notFound: (arn) => ServiceError.validation(`Could not find resource ${arn}.`),
  });

  private readonly operations: Operations = {
    CreateCompilationJob: {
      input: sdk.CreateCompilationJobRequest$,
      constraints: CONSTRAINTS.CreateCompilationJob,
      run: (call) => this.create(call),
    },
    DescribeCompilationJob: {
      input: sdk.DescribeCompilationJobRequest$,
      constraints: CONSTRAINTS.DescribeCompilationJob,
      run: (call) => this.find(call).describe(),
    },
    StopCompilationJob: {
      input: sdk.StopCompilationJobRequest$,
      constraints: CONSTRAINTS.StopCompilationJob,
      run: (call) => this.stop(call),
    },
    DeleteCompilationJob: {
      input: sdk.DeleteCompilationJobRequest$,
      constraints: CONSTRAINTS.DeleteCompilationJob,
      run: (call) => this.delete(call),
    },
    ListCompilationJobs: { input: sdk.ListCompilationJobsRequest$, run: (call) => this.list(call) },
    AddTags: { input: sdk.AddTagsInput$, constraints: CONSTRAINTS.AddTags, run: (call) => this.addTags(call) },
    DeleteTags: { input: sdk.DeleteTagsInput$, run: (call) => this.deleteTags(call) },
    ListTags: { input: sdk.ListTagsInput$, run: ({ input }) => ({ Tags: this.tags.list(String(input.ResourceArn)) }) },
  };

  constructor(private readonly options: SageMakerOptions) {}

  public get existingJobs(): CompilationJob[] {
    return [...this.existing.values()];
  }

  public handle(call: ApiCall): JsonValue {
    return runOperation(this.operations, call);
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
    const assumable = isAssumable(String(input.RoleArn), this.options);
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

  private course(call: ApiCall, name: string, assumable: boolean): JobCourse {
    const scripted = scriptedCourse(call, name, this.options);
    if (!assumable) {
      const failure = `ClientError: SageMaker was unable to assume the role '${String(call.input.RoleArn)}'`;
      return { ...scripted, duration: 0, startup: 0, failure };
    }
    const problem = this.inputProblem(call.input.InputConfig);
    return problem === undefined ? scripted : { ...scripted, duration: 30, startup: 20, failure: problem };
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
