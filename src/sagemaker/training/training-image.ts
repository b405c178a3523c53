import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { DockerImageAsset, type DockerImageAssetOptions, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { inKeyOrder } from '../../key-order';
import type { ExpectedValue } from '../../validation/expected-value';
import { invalid } from '../../validation/invalid';
import { noteAll } from '../../validation/noted-findings';
import { requireOptions, requireString, requireValue } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { deepLearningAccountOf, imageAccountOf } from '../aws-image-accounts';
import { BUILT_IN_REPOSITORIES } from '../built-in-repositories';
import { grantPull } from '../image-pull';
import { imageRegionRules, repositoryRegionRules } from '../image-region-rules';

/** What tells an image from anything else. */
export const IMAGE: ExpectedValue = {
  mark: 'bind',
  allowed: 'an image, for example TrainingImage.fromEcrRepository()',
};

/** How an image is pulled from a registry of your own. */
export interface TrainingRegistryOptions {
  /**
   * The function that gives SageMaker the user name and the password for the registry. The job's role may invoke it.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/docker-containers-adapt-your-own-private-registry-authentication.html
   * @default - the registry asks for no credentials
   */
  readonly credentialsProvider?: IFunction;

  /**
   * Whether the registry is reached through the VPC of the job, which then needs one. SageMaker reaches no other
   * registry than those of ECR by itself.
   *
   * @default true
   */
  readonly vpcAccess?: boolean;
}

/** What binding an image to a job comes to. */
export interface TrainingImageConfig {
  /** The image as the API takes it: `registry/repository:tag` or `registry/repository@digest`. */
  readonly imageUri: string;

  /**
   * Whether the image is pulled through the VPC of the job.
   *
   * @default false
   */
  readonly vpcAccess?: boolean;

  /**
   * The ARN of the function that has the credentials for the registry.
   *
   * @default - the registry asks for no credentials, or is one of ECR
   */
  readonly credentialsProviderArn?: string;
}

/**
 * The container image that trains. It lets the job's role pull it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-algo.html
 */
export abstract class TrainingImage {
  /**
   * An image in a repository of ECR.
   *
   * @param repository The repository, in the Region of the job.
   * @param tagOrDigest The tag of the image, or its digest, which begins with `sha256:`; `latest` if it is left out.
   */
  public static fromEcrRepository(repository: IRepository, tagOrDigest: string = 'latest'): TrainingImage {
    return new RepositoryImage(repository, tagOrDigest);
  }

  /**
   * An image that is built from a local `Dockerfile` and uploaded with the assets of the stack. It is built for
   * `linux/amd64`, unless the options say otherwise.
   *
   * @param directory The path of the folder with the `Dockerfile`.
   */
  public static fromAsset(directory: string, options: DockerImageAssetOptions = {}): TrainingImage {
    return new AssetImage(directory, options);
  }

  /**
   * An image in a Docker registry of your own, which the job reaches through its VPC.
   *
   * For an image in ECR, give the repository to `fromEcrRepository`, so that the job's role may pull it. An image in ECR that
   * is in another Region than the job is an error, unless there are credentials for it.
   *
   * @param imageName The name of the image, with its registry and its tag or digest: up to 255 characters.
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/docker-containers-adapt-your-own-private-registry.html
   */
  public static fromRegistry(imageName: string, options: TrainingRegistryOptions = {}): TrainingImage {
    return new RegistryImage(imageName, options);
  }

  /**
   * One of the AWS Deep Learning Containers.
   *
   * @param repositoryName The name of the repository, such as `pytorch-training`.
   * @param tag The tag, such as `2.3.0-cpu-py311-ubuntu20.04-sagemaker`.
   * @param accountId The account that has the repository, 12 digits; by default, that of AWS in the Region of the stack.
   * In a Region that is newer than this library, its account must be given.
   * @see https://aws.github.io/deep-learning-containers/reference/available_images/
   */
  public static fromDeepLearningContainer(repositoryName: string, tag: string, accountId?: string): TrainingImage {
    return new AwsImage(
      repositoryName,
      tag,
      (scope, member) => accountId ?? deepLearningAccountOf(scope, member),
      accountId,
    );
  }

  /**
   * The image of an algorithm that is built into SageMaker.
   *
   * @param repositoryName The name of the repository, such as `sagemaker-xgboost`, `sagemaker-scikit-learn`, or `kmeans`.
   * @param tag The tag, such as `1.7-1`.
   * @param accountId The account that has the repository, 12 digits; by default, that of AWS in the Region of the stack.
   * In a Region that is newer than this library, or for an algorithm that is, its account must be given.
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg-ecr-paths/sagemaker-algo-docker-registry-paths.html
   */
  public static fromBuiltInAlgorithm(repositoryName: string, tag: string, accountId?: string): TrainingImage {
    return new BuiltInImage(
      repositoryName,
      tag,
      (scope, member) => accountId ?? imageAccountOf(scope, repositoryName, member),
      accountId,
    );
  }

  /**
   * Called by the job that the image is given to.
   *
   * @param scope The job, or the model that is hosted.
   * @param role The role that is to pull the image.
   * @param member The property with the image: for messages. @default 'algorithm.image'
   */
  public abstract bind(scope: Construct, role: iam.IRole, member?: string): TrainingImageConfig;

  /**
   * Whether the container serves the models that it trains, too, without a script that says how to load them.
   *
   * @internal
   */
  public get _serves(): boolean {
    return false;
  }

  /**
   * The repository of the algorithm, where it is one that is built into SageMaker.
   *
   * @internal
   */
  public get _builtInName(): string | undefined {
    return undefined;
  }

  /**
   * Whether SageMaker knows the metrics of the algorithm; undefined where that is not known.
   *
   * @internal
   */
  public get _hasMetrics(): boolean | undefined {
    return undefined;
  }
}

const MEMBER = 'algorithm.image';

/** An image of which SageMaker knows nothing. */
abstract class AnyImage extends TrainingImage {
  public override get _hasMetrics(): boolean {
    return false;
  }
}

class RepositoryImage extends AnyImage {
  constructor(
    private readonly repository: IRepository,
    private readonly tagOrDigest: string,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, member = MEMBER): TrainingImageConfig {
    const allowed = 'in a repository, for example Repository.fromRepositoryName()';
    requireValue(scope, member, this.repository, { mark: 'repositoryArn', allowed, required: true });
    requireString(scope, member, this.tagOrDigest);
    noteAll(scope, repositoryRegionRules(scope, member, this.repository));
    this.repository.grantPull(role);
    return { imageUri: this.repository.repositoryUriForTagOrDigest(this.tagOrDigest) };
  }
}

class AssetImage extends AnyImage {
  constructor(
    private readonly directory: string,
    private readonly options: DockerImageAssetOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, member = MEMBER): TrainingImageConfig {
    const { directory, options } = this;
    requireString(scope, member, directory, { required: true });
    requireOptions(scope, member, options);
    // the hash of the image is also one of the text of its build arguments
    const ordered = inKeyOrder(options);
    // the trainings of a tuning job have an image each
    const id = scope.node.tryFindChild('Image') === undefined ? 'Image' : `Image-${member}`;
    const asset = new DockerImageAsset(scope, id, { platform: Platform.LINUX_AMD64, ...ordered, directory });
    asset.repository.grantPull(role);
    return { imageUri: asset.imageUri };
  }
}

class RegistryImage extends AnyImage {
  constructor(
    private readonly imageName: string,
    private readonly options: TrainingRegistryOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, member = MEMBER): TrainingImageConfig {
    requireOptions(scope, member, this.options);
    requireString(scope, member, this.imageName, { required: true });
    const { credentialsProvider, vpcAccess = true } = this.options;
    const allowed = 'a function, for example Function.fromFunctionArn()';
    requireValue(scope, `${member}.credentialsProvider`, credentialsProvider, { mark: 'functionArn', allowed });
    const credentialsProviderArn = credentialsProvider?.functionArn;
    // with credentials, a registry of ECR is one like any other
    const found = credentialsProvider ? [] : imageRegionRules(scope, member, this.imageName);
    noteAll(scope, found);
    if (credentialsProviderArn !== undefined) {
      role.addToPrincipalPolicy(
        new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [credentialsProviderArn] }),
      );
    }
    return { imageUri: this.imageName, vpcAccess, credentialsProviderArn };
  }
}

/** An image that AWS keeps in an account of its own. */
class AwsImage extends AnyImage {
  constructor(
    protected readonly repositoryName: string,
    private readonly tag: string,
    private readonly accountOf: (scope: Construct, member: string) => string,
    private readonly accountId?: string,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, member = MEMBER): TrainingImageConfig {
    const { repositoryName, tag } = this;
    requireString(scope, member, repositoryName, { required: true });
    requireString(scope, member, tag, { required: true });
    requireAccount(scope, member, this.accountId);
    const stack = Stack.of(scope);
    const account = this.accountOf(scope, member);
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    const repository = { service: 'ecr', account, resource: 'repository', resourceName: repositoryName, arnFormat };
    grantPull(role, stack.formatArn(repository));
    return { imageUri: `${account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/${repositoryName}:${tag}` };
  }
}

/** The image of an algorithm that is built into SageMaker. */
class BuiltInImage extends AwsImage {
  public override get _builtInName(): string {
    return this.repositoryName;
  }

  public override get _serves(): boolean {
    return BUILT_IN_REPOSITORIES.get(this.repositoryName)?.isForScripts !== true;
  }

  public override get _hasMetrics(): boolean {
    return this._serves;
  }
}

function requireAccount(scope: Construct, member: string, accountId: string | undefined): void {
  requireString(scope, `${member}.accountId`, accountId);
  if (accountId === undefined || isUnknown(accountId) || /^\d{12}$/.test(accountId)) return;
  throw invalid(scope, `${member}.accountId`, 'the 12 digits of an account', accountId);
}
