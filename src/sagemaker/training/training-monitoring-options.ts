import type { Duration, Size } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ExperimentConfig } from '../experiment-config';
import type { TrainingImage } from './training-image';
import type { MlInstanceType } from '../ml-instance-type';

/** Where in S3 what is known of a training job is written. */
export interface TrainingFolderOptions {
  /**
   * The bucket. It must be in the Region of the stack.
   *
   * @default - the output bucket of the job
   */
  readonly bucket?: IBucket;

  /**
   * The prefix. SageMaker makes a folder with the name of the job under it.
   *
   * @default - where no bucket is given, a folder under the output prefix of the job, such as `debug-output/`; the top of
   * the bucket otherwise
   */
  readonly prefix?: string;
}

/**
 * Which tensors SageMaker Debugger saves.
 *
 * SageMaker Debugger has been closed to new customers since 2026-07-30: the synthesis warns of it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DebugHookConfig.html
 */
export interface TrainingDebugHook extends TrainingFolderOptions {
  /**
   * The directory in the container in which the tensors are.
   *
   * @default - `/opt/ml/output/tensors/`
   */
  readonly localPath?: string;

  /**
   * Parameters of the hook: up to 20.
   *
   * @default - those of the hook
   */
  readonly parameters?: { [name: string]: string };

  /**
   * The collections of tensors that are saved, by name, with their parameters: up to 20, with up to 20 parameters each.
   *
   * @default - those that Debugger saves by itself
   */
  readonly collections?: { [name: string]: { [parameter: string]: string } };
}

/**
 * Where the output for TensorBoard goes.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TensorBoardOutputConfig.html
 */
export interface TrainingTensorBoard extends TrainingFolderOptions {
  /**
   * The directory in the container in which the output is.
   *
   * @default - `/opt/ml/output/tensorboard`
   */
  readonly localPath?: string;
}

/**
 * What SageMaker Debugger measures of the system and of the framework.
 *
 * SageMaker Debugger has been closed to new customers since 2026-07-30: the synthesis warns of it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProfilerConfig.html
 */
export interface TrainingProfiler extends TrainingFolderOptions {
  /**
   * Whether anything is measured.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How often the system is measured: every 100, 200 or 500 milliseconds, or every 1, 5 or 60 seconds.
   *
   * @default Duration.millis(500)
   */
  readonly interval?: Duration;

  /**
   * What is measured of the framework: up to 20 parameters, such as `DetailedProfilingConfig`.
   *
   * @default - nothing
   */
  readonly parameters?: { [name: string]: string };
}

/**
 * A rule of SageMaker Debugger: it is evaluated by a processing job of its own while the training job runs.
 *
 * A rule does not decide the outcome of the deployment. A role that you bring yourself must be one that SageMaker can
 * assume for processing jobs, too.
 *
 * SageMaker Debugger has been closed to new customers since 2026-07-30: the synthesis warns of it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DebugRuleConfiguration.html
 */
export interface TrainingRule {
  /** The name of the rule, unlike those of all other rules of the job: 1 to 256 characters. */
  readonly name: string;

  /**
   * The image that evaluates the rule; for the rules of AWS, this is
   * `TrainingImage.fromBuiltInAlgorithm('sagemaker-debugger-rules', 'latest')`.
   */
  readonly image: TrainingImage;

  /**
   * The parameters of the rule: up to 100. Those of a rule of AWS have `rule_to_invoke`.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/debugger-built-in-rules.html
   * @default - the image needs none
   */
  readonly parameters?: { [name: string]: string };

  /**
   * The instance that evaluates the rule.
   *
   * @default - an instance that AWS chooses, for a rule of AWS
   */
  readonly instanceType?: MlInstanceType;

  /**
   * The size of the volume of that instance, in whole gibibytes.
   *
   * @default - what AWS chooses, for a rule of AWS
   */
  readonly volumeSize?: Size;

  /**
   * The directory in the container in which the rule's output is.
   *
   * @default - `/opt/ml/processing/output/rule/`
   */
  readonly localPath?: string;

  /**
   * Where the rule's output is written.
   *
   * @default - `rule-output/` under the output prefix of the job
   */
  readonly output?: TrainingFolderOptions;
}

/** How a training job is watched while it runs. */
export interface TrainingMonitoringOptions {
  /**
   * Which tensors SageMaker Debugger saves.
   *
   * SageMaker Debugger has been closed to new customers since 2026-07-30.
   *
   * @default - what the image saves by itself
   */
  readonly debugHook?: TrainingDebugHook;

  /**
   * Rules that are evaluated on the tensors that `debugHook` saves: up to 20.
   *
   * SageMaker Debugger has been closed to new customers since 2026-07-30.
   *
   * @default - no rules
   */
  readonly debugRules?: TrainingRule[];

  /**
   * Where the output for TensorBoard goes.
   *
   * @default - it is not kept
   */
  readonly tensorBoard?: TrainingTensorBoard;

  /**
   * What is measured of the system and of the framework.
   *
   * SageMaker Debugger has been closed to new customers since 2026-07-30.
   *
   * @default - what SageMaker measures by itself
   */
  readonly profiler?: TrainingProfiler;

  /**
   * Rules that are evaluated on what the profiler has measured: up to 20.
   *
   * SageMaker Debugger has been closed to new customers since 2026-07-30.
   *
   * @default - no rules
   */
  readonly profilerRules?: TrainingRule[];

  /**
   * What the job is part of in SageMaker Experiments.
   *
   * @default - the job is part of no experiment
   */
  readonly experiment?: ExperimentConfig;

  /**
   * Whether the container can be reached through AWS Systems Manager while it runs. It cannot with `networkIsolation`.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html
   * @default false
   */
  readonly remoteDebug?: boolean;

  /**
   * Whether the health of the instances is checked before the training starts.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InfraCheckConfig.html
   * @default false
   */
  readonly infraCheck?: boolean;
}
