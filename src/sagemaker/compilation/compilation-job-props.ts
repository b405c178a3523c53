import type { Duration } from 'aws-cdk-lib';
import type { CompilationTarget } from './compilation-target';
import type { DataInputConfig } from './data-input-config';
import type { Framework } from './framework';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';
import type { JobOutputOptions } from '../../job/job-output-options';
import type { ModelData } from '../model-data';

/** Properties of a `CompilationJob`. */
export interface CompilationJobProps extends JobOptions, JobAccessOptions, JobOutputOptions {
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
  readonly compilationJobName?: string;

  /**
   * The trained model.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
   */
  readonly modelData: ModelData;

  /**
   * The framework that the model was trained with.
   *
   * @default - what the model package says; needed for any other model
   */
  readonly framework?: Framework;

  /**
   * The version of the framework, such as `1.13`: 3 to 10 characters. Neo takes it for MXNet, PyTorch, TensorFlow and
   * TensorFlow Lite only. The synthesis warns about a version that AWS does not list for the
   * target.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html
   * @default - what Neo assumes for the framework
   */
  readonly frameworkVersion?: string;

  /**
   * The names, shapes and types of the model's inputs. What is written as an object or a list is checked against what the
   * framework needs; a text passes as it is.
   *
   * @default - what a model of ONNX, TensorFlow Lite, Keras or TensorFlow in a local archive says, where its inputs have one size; otherwise none, which suits XGBoost, and PyTorch models of version 2 and newer
   */
  readonly dataInputConfig?: DataInputConfig;

  /** What the model is compiled for: `CompilationTarget.device()` or `CompilationTarget.platform()`. */
  readonly target: CompilationTarget;

  /**
   * How long the job may run before SageMaker ends it: at least 1 second.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
   * @default Duration.minutes(15)
   */
  readonly maxRuntime?: Duration;
}
