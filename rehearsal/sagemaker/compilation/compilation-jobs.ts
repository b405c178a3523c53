import { compilationAccesses } from './compilation-accesses';
import { CompilationJob } from './compilation-job';
import { ServiceError } from '../../emulated-api/service-error';
import type { RoleAccess } from '../../iam/role-access';
import { isJsonObject, type JsonObject } from '../../json-value';
import { urlSuffixOf } from '../../partition';
import { BUCKET_ELSEWHERE, DURATION_ELSEWHERE } from '../existing-sagemaker-job';
import { archiveProblem } from '../model-archive';
import type { JobPlace } from '../sagemaker-accesses';
import type { SageMakerJobProps } from '../sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../sagemaker-jobs';

export interface CompilationJobsOptions extends SageMakerJobsOptions {
  /** Says whether a training job has uploaded this object; undefined when no job would. */
  readonly isUploaded: (s3Uri: string) => boolean | undefined;
}

/** The compilation jobs of an account in a Region. */
export class CompilationJobs extends SageMakerJobs<CompilationJob> {
  constructor(protected readonly options: CompilationJobsOptions) {
    super(options, {
      kind: 'CompilationJob',
      notFoundError: 'ResourceNotFound',
      elsewhere: ({ region, name, endedAt }) => ({
        ModelArtifacts: { S3ModelArtifacts: `s3://${BUCKET_ELSEWHERE}/${name}/model-ml_c5.tar.gz` },
        InferenceImage: `000000000000.dkr.ecr.${region}.${urlSuffixOf(region)}/made-elsewhere-neo:latest`,
        ModelDigests: { ArtifactDigest: '0'.repeat(64) },
        CompilationStartTime: endedAt - DURATION_ELSEWHERE,
        CompilationEndTime: endedAt,
      }),
    });
  }

  protected newJob(props: SageMakerJobProps): CompilationJob {
    return new CompilationJob(props);
  }

  protected accesses(request: JsonObject, place: JobPlace): RoleAccess[] {
    return compilationAccesses(request, place);
  }

  protected check(request: JsonObject): void {
    if ((request.InputConfig === undefined) === (request.ModelPackageVersionArn === undefined)) {
      throw ServiceError.validation('Exactly one of InputConfig and ModelPackageVersionArn must be provided.');
    }
    const output = request.OutputConfig;
    if (isJsonObject(output) && (output.TargetDevice === undefined) === (output.TargetPlatform === undefined)) {
      throw ServiceError.validation('Exactly one of TargetDevice and TargetPlatform must be provided in OutputConfig.');
    }
  }

  /** Why the input is refused, where it is one of the assembly's own assets or what another job makes. */
  protected inputProblem({ InputConfig: input }: JsonObject): string | undefined {
    if (!isJsonObject(input)) return undefined;
    const [uri, bucket, key] = /^s3:\/\/([^/]+)\/(.*)$/.exec(String(input.S3Uri)) ?? [];
    const missing = `ClientError: InputConfiguration: S3 object does not exist. Bucket: ${bucket}, Key: ${key}`;
    const { assets, isUploaded } = this.options;
    const madeByJob = uri === undefined ? undefined : isUploaded(uri);
    if (madeByJob !== undefined) return madeByJob ? undefined : missing;
    if (!assets.owns(bucket)) return undefined;
    const file = assets.file(bucket, key);
    return file ? archiveProblem(file, String(input.Framework)) : missing;
  }
}
