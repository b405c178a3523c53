import { modelSource, optimizationAccesses, trainingSources } from './optimization-accesses';
import { OptimizationJob } from './optimization-job';
import { checkOptimizationRequest, containerProblem } from './optimization-rules';
import { ServiceError } from '../../emulated-api/service-error';
import { arnIn } from '../../environment';
import type { RoleAccess, RoleVerdict } from '../../iam/role-access';
import { asJsonObject, type JsonObject } from '../../json-value';
import { urlSuffixOf } from '../../partition';
import { BUCKET_ELSEWHERE, DURATION_ELSEWHERE } from '../existing-sagemaker-job';
import { s3InputProblem } from '../s3-input';
import type { JobPlace } from '../sagemaker-accesses';
import type { SageMakerJobProps } from '../sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../sagemaker-jobs';

export interface OptimizationJobsOptions extends SageMakerJobsOptions {
  /** Says whether the account has a model of this name in the Region. */
  readonly hasModel: (name: string) => boolean;
}

/** The optimization jobs of an account in a Region. */
export class OptimizationJobs extends SageMakerJobs<OptimizationJob> {
  constructor(protected readonly options: OptimizationJobsOptions) {
    super(options, {
      kind: 'OptimizationJob',
      notFoundError: 'ResourceNotFound',
      elsewhere: ({ region, name, endedAt }) => ({
        OutputConfig: { S3OutputLocation: `s3://${BUCKET_ELSEWHERE}/${name}/` },
        OptimizationOutput: {
          RecommendedInferenceImage: `000000000000.dkr.ecr.${region}.${urlSuffixOf(region)}/made-elsewhere:latest`,
        },
        DeploymentInstanceType: 'ml.g5.2xlarge',
        OptimizationStartTime: endedAt - DURATION_ELSEWHERE,
        OptimizationEndTime: endedAt,
      }),
    });
  }

  protected newJob(props: SageMakerJobProps): OptimizationJob {
    return new OptimizationJob(props);
  }

  protected check(request: JsonObject): void {
    checkOptimizationRequest(request);
    const { ModelName: model } = asJsonObject(asJsonObject(request.ModelSource).SageMakerModel);
    if (model === undefined || this.options.hasModel(String(model))) return;
    const arn = arnIn(this.options, 'sagemaker', `model/${String(model).toLowerCase()}`);
    throw ServiceError.validation(`Could not find model "${arn}".`);
  }

  protected accesses(request: JsonObject, place: JobPlace): RoleAccess[] {
    return optimizationAccesses(request, place, this.options.supposition);
  }

  /** No document says whether SageMaker assumes the role for the job or for the training jobs of speculative decoding. */
  protected override useRole(roleArn: string, request: JsonObject, arn: string): RoleVerdict {
    const verdict = super.useRole(roleArn, request, arn);
    if (verdict.refusal === undefined) {
      const sourceArn = `${arn.replace(':optimization-job/', ':training-job/')}-0123abcd`;
      this.options.iam.tryAssume({ roleArn, service: 'sagemaker.amazonaws.com', sourceArn });
    }
    return verdict;
  }

  protected inputProblem(request: JsonObject): string | undefined {
    const model = modelSource(request);
    for (const source of [...(model ? [model] : []), ...trainingSources(request)]) {
      const problem = s3InputProblem(source, this.options.assets);
      if (problem !== undefined) return `ClientError: ${problem}`;
    }
    return containerProblem(request);
  }
}
