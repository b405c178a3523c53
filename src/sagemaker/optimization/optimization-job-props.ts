import type { Duration } from 'aws-cdk-lib';
import type { Optimization } from './optimization';
import type { OptimizationModel } from './optimization-model';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';
import type { JobOutputOptions } from '../../job/job-output-options';
import type { MlInstanceType } from '../ml-instance-type';

/** Properties of an `OptimizationJob`. */
export interface OptimizationJobProps extends JobOptions, JobAccessOptions, JobOutputOptions {
  /**
   * The name of the job: 1 to 63 letters, digits and hyphens, which begins and ends with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails: prefer a
   * generated name.
   *
   * A construct that is renamed or moved is another resource to CloudFormation, which makes the new one before it removes
   * the old one: with the same name, the deployment fails. Change the name in the same deployment, or deploy once without
   * the job. Two jobs of an app with one name in an account and a Region are an error at synthesis.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly optimizationJobName?: string;

  /**
   * The model to optimize.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/optimization-supported-models.html
   */
  readonly model: OptimizationModel;

  /**
   * The techniques that are applied to the model: 1 to 10. The synthesis warns of those that do not go together, or that do not suit the
   * instance, as far as AWS says so.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize.html
   */
  readonly optimizations: Optimization[];

  /**
   * The type of instance that is to host the optimized model, and that the model is optimized for: one with GPUs, or with AWS
   * Inferentia or Trainium. SageMaker itself chooses what the job runs on.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateOptimizationJob.html
   */
  readonly deploymentInstanceType: MlInstanceType;

  /**
   * How many instances the job may use: at least 1. Speculative decoding trains on several.
   *
   * @default - what SageMaker says
   */
  readonly maxInstanceCount?: number;

  /**
   * The environment variables of the model's container, while it is optimized: up to 25, whose names and values have up to 256 characters
   * each. Give the ones that matter to the model that is hosted afterwards, too.
   *
   * @default - those of the image
   */
  readonly environment?: { [name: string]: string };

  /**
   * How long the job may run before SageMaker ends it: 1 second to 28 days, in whole seconds. Quantization may take half an hour,
   * speculative decoding days.
   *
   * The deployment waits as long as the job may run. Give what the job really needs: up to 45 minutes, the job's own
   * resource waits, and more resources are needed for longer.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
   * @default Duration.hours(10)
   */
  readonly maxRuntime?: Duration;

  /**
   * How long the job may wait for capacity before SageMaker stops it: 30 minutes to 28 days, in whole seconds. The deployment
   * waits for it, too.
   *
   * @default - what SageMaker says
   */
  readonly maxPendingTime?: Duration;

  /**
   * The ARN of the training plan whose reserved capacity the job runs on.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/reserve-capacity-with-training-plans.html
   * @default - the job runs on demand
   */
  readonly trainingPlanArn?: string;
}
