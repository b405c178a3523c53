import type { IResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { COMPILATION_JOB_DEFINITION } from './compilation-job-definition';
import type { CompilationJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { OutputReference } from '../../job/output-reference';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';

/** A SageMaker Neo compilation job, made here or elsewhere. */
export interface ICompilationJob extends IResource {
  /**
   * The ARN of the job.
   *
   * @attribute
   */
  readonly compilationJobArn: string;

  /**
   * The name of the job.
   *
   * @attribute
   */
  readonly compilationJobName: string;

  /**
   * The status of the job: `COMPLETED`.
   *
   * @attribute
   */
  readonly compilationJobStatus: string;

  /**
   * The S3 URI of the compiled model.
   *
   * @attribute
   */
  readonly modelArtifacts: string;

  /**
   * The image that runs the compiled model; empty unless the target is a cloud instance.
   *
   * @attribute
   */
  readonly inferenceImage: string;

  /**
   * The BLAKE2 digest of the compiled model.
   *
   * @attribute
   */
  readonly artifactDigest: string;

  /**
   * When the compilation started (ISO 8601).
   *
   * @attribute
   */
  readonly compilationStartTime: string;

  /**
   * When the compilation ended (ISO 8601).
   *
   * @attribute
   */
  readonly compilationEndTime: string;

  /**
   * Lets a principal read the compiled model.
   *
   * @param grantee The principal, such as the role of a model that is hosted.
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Makes a SageMaker model of the compiled model, to be hosted or called by a batch transform job.
   *
   * @param id The id of the model.
   * @param options Its role, its image, its network; all of it optional.
   */
  createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel;
}

/** A compilation job that was made elsewhere. */
export class CompilationJobReference extends OutputReference<CompilationJobAttribute> implements ICompilationJob {
  public readonly compilationJobArn = this._attribute('CompilationJobArn');
  public readonly compilationJobName = this._attribute('CompilationJobName');
  public readonly compilationJobStatus = this._attribute('CompilationJobStatus');
  public readonly modelArtifacts = this._attribute('ModelArtifacts');
  public readonly inferenceImage = this._attribute('InferenceImage');
  public readonly artifactDigest = this._attribute('ArtifactDigest');
  public readonly compilationStartTime = this._attribute('CompilationStartTime');
  public readonly compilationEndTime = this._attribute('CompilationEndTime');

  constructor(scope: Construct, id: string, name: string, options?: JobReferenceOptions) {
    super(
      scope,
      id,
      COMPILATION_JOB_DEFINITION,
      arnOfJob(scope, COMPILATION_JOB_DEFINITION, name),
      'ModelArtifacts',
      options,
    );
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    return HostedModel._of(
      scope,
      id,
      { uri: this.modelArtifacts, isFolder: false, job: this, image: { uri: this.inferenceImage } },
      options,
    );
  }
}
