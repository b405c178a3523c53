import { BUCKET_ELSEWHERE, DURATION_ELSEWHERE } from '../existing-sagemaker-job';
import type { DeployedModel } from '../hosting-accesses';
import { ownKeys, ownLocation, s3InputProblem } from '../s3-input';
import type { JobPlace } from '../sagemaker-accesses';
import type { SageMakerJobProps } from '../sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../sagemaker-jobs';
import { noObjectsFound, transformAccesses, transformSource } from './transform-accesses';
import { TransformJob } from './transform-job';
import { ServiceError } from '../../emulated-api/service-error';
import { arnIn } from '../../environment';
import type { RoleAccess } from '../../iam/role-access';
import type { JsonObject } from '../../json-value';

export interface TransformJobsOptions extends SageMakerJobsOptions {
  /** Says whether the account has a model of this name in the Region. */
  readonly hasModel: (name: string) => boolean;
  /** The model of this name, if a stack has made it. */
  readonly model: (name: string) => DeployedModel | undefined;
}

/** The batch transform jobs of an account in a Region. Nobody can delete one. */
export class TransformJobs extends SageMakerJobs<TransformJob> {
  constructor(protected readonly options: TransformJobsOptions) {
    super(options, {
      kind: 'TransformJob',
      notFoundError: 'ValidationException',
      elsewhere: ({ name, endedAt }) => ({
        TransformOutput: { S3OutputPath: `s3://${BUCKET_ELSEWHERE}/${name}` },
        TransformStartTime: endedAt - DURATION_ELSEWHERE,
        TransformEndTime: endedAt,
      }),
    });
  }

  protected newJob(props: SageMakerJobProps): TransformJob {
    return new TransformJob(props);
  }

  protected check(request: JsonObject): void {
    const { region, hasModel, assets } = this.options;
    const model = String(request.ModelName);
    if (!hasModel(model)) {
      throw ServiceError.validation(
        `Could not find model "${arnIn(this.options, 'sagemaker', `model/${model.toLowerCase()}`)}".`,
      );
    }
    const source = transformSource(request);
    const isOwn = ownLocation(source, assets) !== undefined && source.S3DataType === 'S3Prefix';
    if (isOwn && ownKeys(source, assets).length === 0) throw ServiceError.validation(noObjectsFound(source, region));
  }

  protected accesses(request: JsonObject, place: JobPlace): RoleAccess[] {
    return transformAccesses(request, place, this.options.model(String(request.ModelName)));
  }

  protected roleOf({ ModelName: model }: JsonObject): string | undefined {
    return this.options.model(String(model))?.roleArn;
  }

  protected inputProblem(request: JsonObject): string | undefined {
    const problem = s3InputProblem(transformSource(request), this.options.assets);
    return problem === undefined ? undefined : `ClientError: ${problem}`;
  }
}
