import { CompilationJobs } from './compilation/compilation-jobs';
import type { DeployedModel } from './hosting-accesses';
import { OptimizationJobs } from './optimization/optimization-jobs';
import type { SageMakerJob } from './sagemaker-job';
import type { NotFoundError, SageMakerJobs } from './sagemaker-jobs';
import type { SageMakerKind } from './sagemaker-kind';
import { TrainingJobs } from './training/training-jobs';
import { TransformJobs } from './transform/transform-jobs';
import { TuningJobs } from './tuning/tuning-jobs';
import { isUploaded } from './uploaded-models';
import type { ApiCall } from '../emulated-api/api-call';
import { runOperation, type Operations } from '../emulated-api/operations';
import { ResourceTags } from '../emulated-api/resource-tags';
import { ServiceError } from '../emulated-api/service-error';
import type { JobService, JobServiceOptions } from '../jobs/job-service';
import type { JsonValue } from '../json-value';

/** How many jobs of a kind may run at once, as in `trainingJobs`. @default - no limit */
export type SageMakerQuotas = { readonly [kind in SageMakerKind as `${Uncapitalize<kind>}s`]?: number };

export interface SageMakerOptions extends JobServiceOptions {
  readonly quotas: SageMakerQuotas;
  /** The error of a job that does not exist. @default - that of the job's kind */
  readonly notFoundError?: NotFoundError;
  /** Says whether the account has a model of this name in the Region. */
  readonly hasModel: (name: string) => boolean;
  /** The model of this name, if a stack has made it. */
  readonly model: (name: string) => DeployedModel | undefined;
}

/** SageMaker in one account and Region: its jobs and their tags. */
export class SageMakerService implements JobService<SageMakerJob> {
  private readonly kinds: readonly SageMakerJobs[];
  private readonly operations: Operations;
  private readonly tags = new ResourceTags({
    key: 'Key',
    value: 'Value',
    notFound: (arn) => ServiceError.validation(`Could not find resource ${arn}.`),
  });

  constructor(options: SageMakerOptions) {
    const { quotas } = options;
    const shared = { ...options, tags: this.tags };
    const trainingJobs = new TrainingJobs({ ...shared, quota: quotas.trainingJobs });
    const tuningJobs = new TuningJobs({ ...shared, quota: quotas.hyperParameterTuningJobs });
    const compilationJobs = new CompilationJobs({
      ...shared,
      quota: quotas.compilationJobs,
      isUploaded: (uri) => isUploaded(uri, [...trainingJobs.all, ...tuningJobs.all]),
    });
    const optimizationJobs = new OptimizationJobs({ ...shared, quota: quotas.optimizationJobs });
    const transformJobs = new TransformJobs({ ...shared, quota: quotas.transformJobs });
    const kinds: { readonly [kind in SageMakerKind]: SageMakerJobs } = {
      CompilationJob: compilationJobs,
      HyperParameterTuningJob: tuningJobs,
      OptimizationJob: optimizationJobs,
      TrainingJob: trainingJobs,
      TransformJob: transformJobs,
    };
    this.kinds = Object.values(kinds);
    this.operations = {
      ...Object.assign({}, ...this.kinds.map(({ operations }) => operations)),
      AddTags: (call) => this.addTags(call),
      DeleteTags: (call) => this.deleteTags(call),
      ListTags: ({ input }) => ({ Tags: this.tags.list(String(input.ResourceArn)) }),
    };
  }

  public get jobs(): SageMakerJob[] {
    return this.kinds.flatMap(({ all }) => all);
  }

  public get existingJobs(): SageMakerJob[] {
    return this.kinds.flatMap(({ existing }) => existing);
  }

  public handle(call: ApiCall): JsonValue {
    return runOperation(this.operations, call);
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
}
