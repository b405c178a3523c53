import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { IMAGE, type TrainingImage } from './training-image';
import type { Request } from '../../job/request-overrides';
import { entriesInKeyOrder } from '../../key-order';
import { isPlainObject } from '../../validation/plain-object';
import { requireOptions, requireString, requireValue } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';

/** How an algorithm is run, and what is read of its log. */
export interface TrainingAlgorithmOptions {
  /**
   * The command that the container runs instead of its own: 1 to 100 words of up to 256 characters each.
   *
   * @default - the entry point of the image
   */
  readonly entrypoint?: string[];

  /**
   * The arguments of the command: 1 to 100 of up to 256 characters each.
   *
   * @default - `train`, as SageMaker says it to any container
   */
  readonly arguments?: string[];

  /**
   * The metrics of the algorithm: their names, and the regular expressions that find their values in the log. Up to 40;
   * a name has up to 255 characters, an expression has up to 500, with one group around the value.
   *
   * The last values are read with `job.metric(name)`. A built-in algorithm has metrics of its own.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/define-train-metrics.html
   * @default - the metrics that a built-in algorithm has
   */
  readonly metricDefinitions?: { [name: string]: string };

  /**
   * Whether SageMaker keeps the metrics over time.
   *
   * @default - true for built-in algorithms, some images of AWS, and with `metricDefinitions`; false otherwise
   */
  readonly enableMetricsTimeSeries?: boolean;
}

/** Who runs an algorithm. */
interface AlgorithmContext {
  readonly scope: Construct;
  readonly role: iam.IRole;
  /** The property of the job that has the algorithm: for messages. */
  readonly member: string;
}

/**
 * The algorithm that trains: an image, or an algorithm that is a resource of SageMaker.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html
 */
export class TrainingAlgorithm {
  /** The algorithm of a container image. */
  public static fromImage(image: TrainingImage, options: TrainingAlgorithmOptions = {}): TrainingAlgorithm {
    return new TrainingAlgorithm(options, (context) => renderImage(image, context), image);
  }

  /**
   * An algorithm that you have created, or are subscribed to on AWS Marketplace.
   *
   * @param algorithmName The name of the algorithm, or its ARN: up to 170 characters.
   */
  public static fromAlgorithmName(algorithmName: string, options: TrainingAlgorithmOptions = {}): TrainingAlgorithm {
    return new TrainingAlgorithm(options, (context) => renderAlgorithm(algorithmName, context));
  }

  private constructor(
    private readonly options: TrainingAlgorithmOptions,
    private readonly source: (context: AlgorithmContext) => Request,
    private readonly image?: TrainingImage,
  ) {}

  /**
   * The image that serves what the algorithm trains, where that is its own.
   *
   * @internal
   */
  public get _servingImage(): TrainingImage | undefined {
    return this.image?._serves ? this.image : undefined;
  }

  /**
   * The repository of the algorithm that is built into SageMaker, where it runs as such.
   *
   * @internal
   */
  public get _builtInName(): string | undefined {
    // options that are none are told when the algorithm is rendered
    const { entrypoint, arguments: words } = isPlainObject(this.options) ? this.options : {};
    return entrypoint === undefined && words === undefined ? this.image?._builtInName : undefined;
  }

  /**
   * Whether SageMaker knows the metrics of the algorithm; undefined where that is not known.
   *
   * @internal
   */
  public get _hasMetrics(): boolean | undefined {
    return this.image?._hasMetrics;
  }

  /**
   * The algorithm's members of the API's `AlgorithmSpecification`; called by the job that it is given to.
   *
   * @internal
   */
  public _bind(context: AlgorithmContext): Request {
    requireOptions(context.scope, context.member, this.options);
    const { entrypoint, arguments: words, metricDefinitions, enableMetricsTimeSeries } = this.options;
    return {
      ...this.source(context),
      ContainerEntrypoint: entrypoint,
      ContainerArguments: words,
      MetricDefinitions:
        metricDefinitions && entriesInKeyOrder(metricDefinitions).map(([Name, Regex]) => ({ Name, Regex })),
      EnableSageMakerMetricsTimeSeries: enableMetricsTimeSeries,
    };
  }
}

function renderImage(image: TrainingImage, { scope, role, member }: AlgorithmContext): Request {
  requireValue(scope, `${member}.image`, image, { ...IMAGE, required: true });
  const { imageUri, vpcAccess, credentialsProviderArn } = image.bind(scope, role, `${member}.image`);
  const credentials = credentialsProviderArn && {
    TrainingRepositoryCredentialsProviderArn: credentialsProviderArn,
  };
  const isPlain = vpcAccess === undefined && credentials === undefined;
  return {
    TrainingImage: imageUri,
    TrainingImageConfig: isPlain
      ? undefined
      : { TrainingRepositoryAccessMode: vpcAccess ? 'Vpc' : 'Platform', TrainingRepositoryAuthConfig: credentials },
  };
}

function renderAlgorithm(nameOrArn: string, { scope, role, member }: AlgorithmContext): Request {
  requireString(scope, `${member}.algorithmName`, nameOrArn, { required: true });
  const isArn = !isUnknown(nameOrArn) && nameOrArn.startsWith('arn:');
  const arn = Stack.of(scope).formatArn({
    service: 'sagemaker',
    resource: 'algorithm',
    resourceName: nameOrArn,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({ actions: ['sagemaker:DescribeAlgorithm'], resources: [isArn ? nameOrArn : arn] }),
  );
  return { AlgorithmName: nameOrArn };
}
