import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { MlInstanceType, Optimization, OptimizationJob, OptimizationModel, QuantizationFormat } from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/** What the container is told, whether it quantizes the model or serves it. */
const ENVIRONMENT = { OPTION_MAX_MODEL_LEN: '8192', OPTION_TENSOR_PARALLEL_DEGREE: '1' };

/** Properties of an `OptimizeAndHostStack`. */
export interface OptimizeAndHostStackProps extends StackProps {
  /**
   * The bucket with the model.
   *
   * @default - the one that is called `models-`, the account, `-` and the Region
   */
  readonly modelBucketName?: string;

  /**
   * What the keys of the model's files begin with.
   *
   * @default 'mistral-7b/'
   */
  readonly modelPrefix?: string;

  /**
   * The data type that the weights get.
   *
   * @default QuantizationFormat.AWQ
   */
  readonly format?: QuantizationFormat;
}

/**
 * Quantizes a large language model, and hosts it on an instance that would be too small for it otherwise: the endpoint serves it
 * as soon as the deployment is over.
 */
export class OptimizeAndHostStack extends Stack {
  constructor(scope: Construct, id: string, props: OptimizeAndHostStackProps = {}) {
    super(scope, id, props);
    const { modelBucketName = `models-${this.account}-${this.region}`, modelPrefix = 'mistral-7b/' } = props;

    const models = Bucket.fromBucketName(this, 'Models', modelBucketName);
    const optimized = new OptimizationJob(this, 'Optimize', {
      model: OptimizationModel.fromBucket(models, modelPrefix),
      optimizations: [
        // SageMaker chooses the image: the newest containers for large models serve, and quantize no more
        Optimization.quantization({ format: props.format ?? QuantizationFormat.AWQ }),
      ],
      environment: ENVIRONMENT,
      deploymentInstanceType: MlInstanceType.G5_2_XLARGE,
      maxRuntime: Duration.hours(2),
    });

    const model = optimized.createModel(this, 'Model', { environment: ENVIRONMENT });
    const config = new sagemaker.CfnEndpointConfig(this, 'EndpointConfig', {
      productionVariants: [
        {
          variantName: 'quantized',
          modelName: model.modelName,
          instanceType: optimized.deploymentInstanceType,
          initialInstanceCount: 1,
          initialVariantWeight: 1,
        },
      ],
    });
    const endpoint = new sagemaker.CfnEndpoint(this, 'Endpoint', {
      endpointConfigName: config.attrEndpointConfigName,
    });

    new CfnOutput(this, 'EndpointName', { value: endpoint.attrEndpointName });
  }
}
