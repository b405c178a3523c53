import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { formsInArns } from '../../access/names-in-arns';
import { TRAINING_JOB } from '../../validation/expected-value';
import { type MemberName, warning } from '../../validation/finding';
import { modelFolderRules } from '../../validation/model-folder';
import { note, noteAll } from '../../validation/noted-findings';
import { requireOptions, requireString, requireValue } from '../../validation/property-check';
import { inputPrefix } from '../input-objects';
import { mayBeArchive, type PackedModels } from '../training/model-compression';
import type { ITrainingJob } from '../training/training-job-reference';

const MODEL: MemberName = { property: 'model', api: 'ModelSource.S3.S3Uri' };

/** What else there is to say of a model that lies in S3. */
export interface OptimizationModelOptions {
  /**
   * Whether you accept the end-user licence agreement of the model. Those of SageMaker JumpStart that have one lie in buckets whose
   * names begin with `jumpstart-private-cache-prod-`; the synthesis warns where it is not accepted.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-choose.html
   * @default - the model has no such agreement
   */
  readonly acceptEula?: boolean;
}

/** What binding a model to an optimization job comes to: one of the two. */
export interface OptimizationModelConfig {
  /**
   * The S3 URI that the keys of the model's files begin with.
   *
   * @default - the model is one of SageMaker
   */
  readonly s3Uri?: string;

  /**
   * Whether the end-user licence agreement of the model is accepted.
   *
   * @default - the model has no such agreement
   */
  readonly acceptEula?: boolean;

  /**
   * The name of the model of SageMaker.
   *
   * @default - the model lies in S3
   */
  readonly modelName?: string;
}

/**
 * The model that an optimization job optimizes: a large language model, uncompressed, as Hugging Face has it. It lets the job's role
 * read it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/optimization-supported-models.html
 */
export abstract class OptimizationModel {
  /**
   * All objects of a bucket whose keys begin with a prefix.
   *
   * The models of SageMaker JumpStart are public: `Bucket.fromBucketName(this, 'JumpStart', 'jumpstart-cache-prod-' + region)`.
   *
   * @param prefix The prefix: end it in a slash.
   */
  public static fromBucket(bucket: IBucket, prefix: string, options: OptimizationModelOptions = {}): OptimizationModel {
    return new StoredModel(bucket, prefix, options);
  }

  /**
   * What a training job has made: the optimization starts when the training has ended.
   *
   * Of a job that was made elsewhere, only the place of the model is known: if a key of yours encrypts it, let the role
   * decrypt with that key yourself.
   *
   * @param job A job whose output is not compressed: `outputCompression: TrainingOutputCompression.NONE`. The synthesis warns of
   * another one.
   */
  public static fromTrainingJob(job: ITrainingJob, options: OptimizationModelOptions = {}): OptimizationModel {
    return new TrainedModel(job, options);
  }

  /**
   * A model of SageMaker, as speculative decoding takes it in AWS's examples.
   *
   * The job's role may describe the model; grant it the right to read the model's data, and to pull its image, yourself.
   *
   * @param modelName The name of the model: up to 63 letters, digits and hyphens. Refer to a model of the app with
   * `attrModelName`, so that it is made first.
   */
  public static fromSageMakerModel(modelName: string): OptimizationModel {
    return new NamedModel(modelName);
  }

  /**
   * Called by the job that the model is given to.
   *
   * @param scope The job.
   * @param role The role that is to read the model.
   */
  public abstract bind(scope: Construct, role: iam.IRole): OptimizationModelConfig;
}

class StoredModel extends OptimizationModel {
  constructor(
    private readonly bucket: IBucket,
    private readonly prefix: string,
    private readonly options: OptimizationModelOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): OptimizationModelConfig {
    requireOptions(scope, 'model', this.options);
    const s3Uri = inputPrefix({ job: scope, member: 'model', role }, this.bucket, this.prefix);
    noteAll(scope, modelFolderRules('optimizationModelData', MODEL, this.prefix));
    return { s3Uri, acceptEula: this.options.acceptEula };
  }
}

class TrainedModel extends OptimizationModel {
  constructor(
    private readonly job: ITrainingJob & PackedModels,
    private readonly options: OptimizationModelOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): OptimizationModelConfig {
    requireOptions(scope, 'model', this.options);
    requireValue(scope, 'model', this.job, { ...TRAINING_JOB, required: true });
    if (mayBeArchive(this.job)) note(scope, warning('optimizationModelData', MODEL, archiveText(this.job)));
    this.job.grantRead(role);
    return { s3Uri: this.job.modelArtifacts, acceptEula: this.options.acceptEula };
  }
}

/** AWS's examples and JumpStart have the models in files of their own; what becomes of an archive, AWS does not say. */
function archiveText({ node }: ITrainingJob): string {
  return `should be the files of a model, got the archive that '${node.path}' makes: give that job the 'outputCompression' NONE`;
}

class NamedModel extends OptimizationModel {
  constructor(private readonly modelName: string) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): OptimizationModelConfig {
    requireString(scope, 'model.modelName', this.modelName, { required: true });
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    const resources = formsInArns(this.modelName).map((resourceName) =>
      Stack.of(scope).formatArn({ service: 'sagemaker', resource: 'model', resourceName, arnFormat }),
    );
    role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['sagemaker:DescribeModel'], resources }));
    return { modelName: this.modelName };
  }
}
