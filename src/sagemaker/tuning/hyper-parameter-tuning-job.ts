import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { requireJobName } from '../job-name-rule';
import { HYPER_PARAMETER_TUNING_JOB_DEFINITION } from './hyper-parameter-tuning-job-definition';
import type { HyperParameterTuningJobProps } from './hyper-parameter-tuning-job-props';
import {
  HyperParameterTuningJobReference,
  type IHyperParameterTuningJob,
} from './hyper-parameter-tuning-job-reference';
import { checkTuningValues, tuningJobRules } from './hyper-parameter-tuning-job-rules';
import { renderCriteria } from './tuning-completion-criteria';
import { inVpc, ofOne, ofSeveral } from './tuning-job-request';
import { TuningStrategy } from './tuning-strategy';
import { longestTuningOf } from './tuning-time';
import { renderTraining, trainsTogether } from './tuning-training-request';
import { trainingsOf } from './tuning-trainings';
import type { HyperParameterTuningJobAttribute } from '../../contract';
import { JobOutput } from '../../job/job-output';
import type { JobReferenceOptions } from '../../job/job-reference';
import { JobWithEvents } from '../../job/job-with-events';
import { mergeOverrides, type Request } from '../../job/request-overrides';
import { inconsistent } from '../../validation/invalid';
import { knownItems, knownMembers } from '../../validation/known-value';
import { requireString } from '../../validation/property-check';
import { durationIn } from '../../validation/unit-value';
import { HostedModel } from '../hosting/hosted-model';
import type { HostedModelOptions } from '../hosting/hosted-model-options';
import { compressionsIn, mayBeFolder } from '../training/model-compression';
import type { TrainingImage } from '../training/training-image';
import { grantTrainingLogs } from '../training/training-logs';
import { allowInstances } from '../training/training-resources';

const NO_IMAGE =
  'an image that trains is known to serve, too, only of one training with an algorithm that is built into SageMaker, and of none that runs a script';

const MIXED_MODELS =
  "'createModel' takes trainings whose models are packed alike: give all of them the same 'outputCompression'";

/**
 * A SageMaker hyperparameter tuning job: it trains a model again and again, with other hyperparameters each time, and says
 * which training was the best.
 *
 * The deployment starts the job, waits for it however long it takes, and fails with the job's own reason if the job
 * fails, or if none of its training jobs has a value of the objective metric. A change of anything in the request runs a new
 * job, and removes the record of the old one once the deployment has succeeded; tags are changed in place. Deleting the
 * resource stops a job that runs, and its training jobs. The records of the training jobs and all trained models stay.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning.html
 *
 * @example
 * const tuned = new HyperParameterTuningJob(this, 'Tune', {
 *   training: {
 *     algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1')),
 *     staticHyperparameters: { objective: 'binary:logistic', num_round: '50' },
 *     inputs: {
 *       train: TrainingInput.fromAsset('train.csv', { contentType: 'text/csv' }),
 *       validation: TrainingInput.fromAsset('validation.csv', { contentType: 'text/csv' }),
 *     },
 *     instanceType: MlInstanceType.M5_LARGE,
 *     maxRuntime: Duration.minutes(10),
 *     objective: TuningObjective.maximize('validation:auc'),
 *     ranges: {
 *       eta: ParameterRange.continuous(0.01, 0.2, { scaling: ParameterScaling.LOGARITHMIC }),
 *       max_depth: ParameterRange.integer(2, 8),
 *     },
 *   },
 *   maxTrainingJobs: 20,
 *   maxParallelTrainingJobs: 4,
 *   maxRuntime: Duration.minutes(45),
 * });
 * new CfnOutput(this, 'Model', { value: tuned.modelArtifacts });
 */
@propertyInjectable
export class HyperParameterTuningJob extends JobWithEvents implements IHyperParameterTuningJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.HyperParameterTuningJob';

  /**
   * A tuning job that was made elsewhere, in the account and the Region of the stack: its results are read when the stack is
   * deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param hyperParameterTuningJobName The name of the job.
   */
  public static fromHyperParameterTuningJobName(
    scope: Construct,
    id: string,
    hyperParameterTuningJobName: string,
    options?: JobReferenceOptions,
  ): IHyperParameterTuningJob {
    requireJobName(scope, hyperParameterTuningJobName, HYPER_PARAMETER_TUNING_JOB_DEFINITION);
    return new HyperParameterTuningJobReference(scope, id, hyperParameterTuningJobName, options);
  }

  private readonly output: JobOutput;
  private readonly servingImage?: TrainingImage;
  /**
   * By what the models of its trainings are packed, each once.
   *
   * @internal
   */
  public readonly _compressions: ReadonlySet<string>;

  constructor(scope: Construct, id: string, props: HyperParameterTuningJobProps) {
    super(scope, id, HYPER_PARAMETER_TUNING_JOB_DEFINITION, props);
    checkTuningValues(this, props);
    const trainings = trainingsOf(props);
    this.servingImage = props.training?.algorithm._servingImage;
    if (props.vpc && !props.securityGroups && trainings.some(({ training }) => trainsTogether(training))) {
      allowInstances(this.connections);
    }
    // the folders are those of the training jobs, whose names begin with that of this one
    this.output = new JobOutput(this, props, this._outputFolders.replace(/\/$/, '-'));
    this.output.grantWrite(this.role);
    // as AWS says it of the role of a training job
    this.output.encryptionKey?.grant(this.role, 'kms:Encrypt');
    grantTrainingLogs(this, this.role, props.role === undefined);

    const rendered = trainings.map(({ training, member, name }) =>
      renderTraining(training, {
        job: this,
        role: this.role,
        connections: props.vpc && this.connections,
        output: this.output,
        member,
        name,
        overrides: knownMembers(props.requestOverrides)?.TrainingJobDefinition,
      }),
    );
    const headers = rendered.flatMap((each) => each.headers);
    const unmeasured = trainings.filter(({ training }) => training.algorithm._hasMetrics === false);
    const known = { roleArn: this.role.roleArn, headers, unmeasured: unmeasured.map(({ member }) => member) };
    const isOne = props.training !== undefined;
    const request = mergeOverrides(
      {
        HyperParameterTuningJobConfig: this.renderConfig(props),
        WarmStartConfig: props.warmStart?._render(this),
        Autotune: props.autotune ? { Mode: 'Enabled' } : undefined,
      },
      isOne ? ofOne(rendered[0]) : ofSeveral(rendered),
    );
    const sent = mergeOverrides(request, props.requestOverrides ?? {});
    this._compressions = compressionsIn(isOne ? [sent.TrainingJobDefinition] : knownItems(sent.TrainingJobDefinitions));
    this._run({
      request,
      network: (Subnets, SecurityGroupIds) => inVpc(isOne, rendered, { Subnets, SecurityGroupIds }),
      maxRuntimeOf: longestTuningOf,
      outputs: ['HyperParameterTuningJobArn'],
      results: ['ModelArtifacts'],
      rules: (whole) => tuningJobRules(whole, known),
      needs: rendered.flatMap(({ needs }) => needs),
    });
  }

  public get hyperParameterTuningJobArn(): string {
    return this.attribute('HyperParameterTuningJobArn');
  }

  public get hyperParameterTuningJobName(): string {
    return this.attribute('HyperParameterTuningJobName');
  }

  public get hyperParameterTuningJobStatus(): string {
    return this.result('HyperParameterTuningJobStatus');
  }

  public get bestTrainingJobName(): string {
    return this.result('BestTrainingJobName');
  }

  public get bestTrainingJobArn(): string {
    return this.result('BestTrainingJobArn');
  }

  public get bestTrainingJobDefinitionName(): string {
    return this.result('BestTrainingJobDefinitionName');
  }

  public get bestObjectiveValue(): string {
    return this.result('BestObjectiveValue');
  }

  public get modelArtifacts(): string {
    return this.result('ModelArtifacts');
  }

  public get overallBestTrainingJobName(): string {
    return this.result('OverallBestTrainingJobName');
  }

  public get completedTrainingJobs(): string {
    return this.result('CompletedTrainingJobs');
  }

  public get failedTrainingJobs(): string {
    return this.result('FailedTrainingJobs');
  }

  public get stoppedTrainingJobs(): string {
    return this.result('StoppedTrainingJobs');
  }

  public get succeededObjectives(): string {
    return this.result('SucceededObjectives');
  }

  public get failedObjectives(): string {
    return this.result('FailedObjectives');
  }

  public get creationTime(): string {
    return this.attribute('CreationTime');
  }

  public get hyperParameterTuningEndTime(): string {
    return this.result('HyperParameterTuningEndTime');
  }

  /**
   * The bucket that the trained models are written to.
   */
  public get outputBucket(): IBucket {
    return this.output.bucket;
  }

  public bestHyperparameter(name: string): string {
    requireString(this, 'name', name, { required: true });
    return this._metric(name, `bestHyperparameter('${name}')`);
  }

  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.output.grantRead(grantee);
  }

  public createModel(scope: Construct, id: string, options?: HostedModelOptions): HostedModel {
    if (this._compressions.size > 1) throw inconsistent(this, MIXED_MODELS);
    const image = this.servingImage ?? { unknown: NO_IMAGE };
    return HostedModel._of(
      scope,
      id,
      { uri: this.modelArtifacts, isFolder: mayBeFolder(this), job: this, image },
      options,
    );
  }

  private readonly attribute = (name: HyperParameterTuningJobAttribute): string => this._attribute(name);
  private readonly result = (name: HyperParameterTuningJobAttribute): string => this._result(name);

  private renderConfig(props: HyperParameterTuningJobProps): Request {
    const { strategy = TuningStrategy.BAYESIAN, earlyStopping, maxRuntime, maxParallelTrainingJobs = 1 } = props;
    return {
      ...strategy._render(),
      ResourceLimits: {
        MaxNumberOfTrainingJobs: props.maxTrainingJobs,
        MaxParallelTrainingJobs: maxParallelTrainingJobs,
        MaxRuntimeInSeconds: maxRuntime && durationIn('Seconds', this, 'maxRuntime', maxRuntime),
      },
      TrainingJobEarlyStoppingType: earlyStopping === undefined ? undefined : earlyStopping ? 'Auto' : 'Off',
      TuningJobCompletionCriteria: renderCriteria(props.completionCriteria),
      RandomSeed: props.randomSeed,
    };
  }
}
