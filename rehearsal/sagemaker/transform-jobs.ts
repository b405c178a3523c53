import * as sdk from '@aws-sdk/client-sagemaker';
import { ownLocation, s3InputProblem } from './s3-input';
import type { SageMakerJobProps } from './sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from './sagemaker-jobs';
import { TransformJob } from './transform-job';
import { TRANSFORM_JOB_CONSTRAINTS as CONSTRAINTS } from './transform-job-constraints';
import type { Operations } from '../emulated-api/operations';
import { ServiceError } from '../emulated-api/service-error';
import { asJsonObject, type JsonObject } from '../json-value';

export interface TransformJobsOptions extends SageMakerJobsOptions {
  /** Says whether the account has a model of this name in the Region. */
  readonly hasModel: (name: string) => boolean;
}

/** The batch transform jobs of an account in a Region. Nobody can delete one. */
export class TransformJobs extends SageMakerJobs<TransformJob> {
  public readonly operations: Operations = {
    CreateTransformJob: {
      input: sdk.CreateTransformJobRequest$,
      constraints: CONSTRAINTS.CreateTransformJob,
      run: (call) => this.create(call),
    },
    DescribeTransformJob: {
      input: sdk.DescribeTransformJobRequest$,
      constraints: CONSTRAINTS.DescribeTransformJob,
      run: (call) => this.find(call).describe(),
    },
    StopTransformJob: {
      input: sdk.StopTransformJobRequest$,
      constraints: CONSTRAINTS.StopTransformJob,
      run: (call) => this.stop(call),
    },
    ListTransformJobs: { input: sdk.ListTransformJobsRequest$, run: (call) => this.list(call) },
  };

  constructor(protected readonly options: TransformJobsOptions) {
    super(options, { kind: 'TransformJob', noun: 'transform job', notFoundError: 'ValidationException' });
  }

  protected newJob(props: SageMakerJobProps): TransformJob {
    return new TransformJob(props);
  }

  protected check(request: JsonObject): void {
    const { account, region, hasModel, assets } = this.options;
    const model = String(request.ModelName);
    if (!hasModel(model)) {
      throw ServiceError.validation(
        `Could not find model "arn:aws:sagemaker:${region}:${account}:model/${model.toLowerCase()}".`,
      );
    }
    const source = sourceOf(request);
    const location = ownLocation(source, assets);
    if (location && source.S3DataType === 'S3Prefix' && assets.keysFrom(location.bucket, location.key).length === 0) {
      throw ServiceError.validation(
        `No S3 objects found under S3 URL "${String(source.S3Uri)}" given in input data source. Please ensure that the bucket exists in the selected region (${region}), that objects exist under that S3 prefix, and that the role of the model has "s3:ListBucket" permissions on bucket "${location.bucket}".`,
      );
    }
  }

  protected inputProblem(request: JsonObject): string | undefined {
    const problem = s3InputProblem(sourceOf(request), this.options.assets);
    return problem === undefined ? undefined : `ClientError: ${problem}`;
  }
}

function sourceOf({ TransformInput: input }: JsonObject): JsonObject {
  return asJsonObject(asJsonObject(asJsonObject(input).DataSource).S3DataSource);
}
