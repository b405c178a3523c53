import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { renderEnvironment } from './optimization-environment';
import type { QuantizationFormat } from './quantization-format';
import type { SpeculativeDecodingData } from './speculative-decoding-data';
import type { Request } from '../../job/request-overrides';
import { refusal } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { numberRules, requireNone, requireOptions, requireValue } from '../../validation/property-check';
import { IMAGE, type TrainingImage } from '../training/training-image';

/** How a technique is applied. */
export interface OptimizationOptions {
  /**
   * The image that runs the optimization: one of the AWS Deep Learning Containers for large models, such as
   * `TrainingImage.fromDeepLearningContainer('djl-inference', '0.31.0-lmi13.0.0-cu124')`. The job's role may pull it.
   *
   * Not every one that serves can optimize: by the sources of these containers, those since April 2025 (version 0.33) lack the
   * environment that their program for quantization and sharding runs in.
   *
   * @see https://github.com/deepjavalibrary/djl-serving/pull/2813
   * @see https://aws.github.io/deep-learning-containers/reference/available_images/
   * @default - the one that SageMaker chooses
   */
  readonly image?: TrainingImage;

  /**
   * Environment variables that take the place of those of the image: up to 25, whose names and values have up to 256 characters each.
   * Those of the containers for large models begin with `OPTION_`.
   *
   * @see https://docs.djl.ai/master/docs/serving/serving/docs/lmi/deployment_guide/configurations.html
   * @default - those of the image, and what the other options say
   */
  readonly overrideEnvironment?: { [name: string]: string };
}

/** How a model is quantized. */
export interface QuantizationOptions extends OptimizationOptions {
  /**
   * The data type that the weights get: the variable `OPTION_QUANTIZE`.
   *
   * @default - what `overrideEnvironment` says, or else what the image does
   */
  readonly format?: QuantizationFormat;
}

/** How a model is divided for fast loading. */
export interface ShardingOptions extends OptimizationOptions {
  /**
   * Over how many GPUs the model is spread: the variable `OPTION_TENSOR_PARALLEL_DEGREE`. It must divide the number of GPUs that
   * the instance has: at least 1.
   *
   * @default - what `overrideEnvironment` or the `environment` of the job says, one of which must
   */
  readonly tensorParallelDegree?: number;
}

/** How speculative decoding is prepared. */
export interface SpeculativeDecodingOptions {
  /**
   * Conversations of your own to learn from, with up to 4096 tokens each.
   *
   * @default - what SageMaker has
   */
  readonly trainingData?: SpeculativeDecodingData;

  /**
   * The technique, as the API spells it.
   *
   * @default 'EAGLE'
   */
  readonly technique?: string;
}

/** What a technique has to know of the job. */
interface OptimizationContext {
  readonly job: Construct;
  readonly role: iam.IRole;
  /** The property of the job that has the technique: for messages, and for ids of constructs. */
  readonly member: string;
}

/**
 * A technique that an optimization job applies to a model.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize.html
 */
export class Optimization {
  /** Less precise weights: a smaller model, for a smaller instance, which may be less accurate. */
  public static quantization(options: QuantizationOptions = {}): Optimization {
    return new Optimization(options, (context) => ({
      ModelQuantizationConfig: renderContainer(context, options, {
        OPTION_QUANTIZE: ['format', options.format?.value],
      }),
    }));
  }

  /** Ahead-of-time compilation, with the SDK of AWS Neuron for Trainium and Inferentia, with TensorRT-LLM for GPUs. */
  public static compilation(options: OptimizationOptions = {}): Optimization {
    return new Optimization(options, (context) => ({ ModelCompilationConfig: renderContainer(context, options, {}) }));
  }

  /** Weights in pieces that an instance streams from S3 to its GPUs: fast model loading. It is combined with no other technique. */
  public static sharding(options: ShardingOptions = {}): Optimization {
    return new Optimization(options, (context) => {
      const { tensorParallelDegree: degree } = options;
      requireNone(context.job, numberRules(`${context.member}.tensorParallelDegree`, degree, { min: 1 }));
      const variables: OptionVariables = { OPTION_TENSOR_PARALLEL_DEGREE: ['tensorParallelDegree', degree] };
      return { ModelShardingConfig: renderContainer(context, options, variables) };
    });
  }

  /** A small model that proposes what the large one says: it is trained by the job, which takes hours or days. */
  public static speculativeDecoding(options: SpeculativeDecodingOptions = {}): Optimization {
    return new Optimization(options, ({ job, role, member }) => {
      const { trainingData, technique = 'EAGLE' } = options;
      const allowed = 'data, for example SpeculativeDecodingData.fromBucket()';
      requireValue(job, `${member}.trainingData`, trainingData, { mark: '_bind', allowed });
      const TrainingDataSource = trainingData?._bind(job, role, `${member}.trainingData`);
      return { ModelSpeculativeDecodingConfig: { Technique: technique, TrainingDataSource } };
    });
  }

  private constructor(
    private readonly options: object,
    private readonly config: (context: OptimizationContext) => Request,
  ) {}

  /**
   * The API's `OptimizationConfig`.
   *
   * @internal
   */
  public _bind(job: Construct, role: iam.IRole, member: string): Request {
    requireOptions(job, member, this.options);
    return this.config({ job, role, member });
  }
}

/** The variables that options set, with what the options are called. */
type OptionVariables = { readonly [variable: string]: readonly [option: string, value: unknown] };

/** What techniques have in common that run in a container. */
function renderContainer(
  context: OptimizationContext,
  options: OptimizationOptions,
  variables: OptionVariables,
): Request {
  const { job, member } = context;
  requireValue(job, `${member}.image`, options.image, IMAGE);
  requireOptions(job, `${member}.overrideEnvironment`, options.overrideEnvironment);
  const given = Object.entries(variables).filter(([, [, value]]) => value !== undefined);
  for (const [variable, [option]] of given) {
    if (options.overrideEnvironment?.[variable] === undefined) continue;
    note(job, refusal(`${member}.${option}`, `must not be given with a variable ${variable}, which says it, too`));
  }
  const own = Object.fromEntries(given.map(([variable, [, value]]) => [variable, value]));
  return {
    Image: options.image && renderImage(context, options.image),
    OverrideEnvironment: renderEnvironment({ ...options.overrideEnvironment, ...own }),
  };
}

function renderImage({ job, role, member }: OptimizationContext, image: TrainingImage): string {
  const { imageUri, vpcAccess, credentialsProviderArn } = image.bind(
    new Construct(job, member.replace(/\W/g, '')),
    role,
    `${member}.image`,
  );
  if (vpcAccess || credentialsProviderArn !== undefined) {
    const text = 'must be in ECR: the API of optimization jobs has nothing for a private registry';
    note(job, refusal(`${member}.image`, text));
  }
  return imageUri;
}
