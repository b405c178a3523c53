import * as path from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  CompilationJob,
  CompilationTarget,
  Framework,
  HyperParameterTuningJob,
  MlInstanceType,
  ModelData,
  ParameterRange,
  ParameterScaling,
  TargetDevice,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TuningObjective,
} from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/** The last version of XGBoost whose models SageMaker Neo compiles. */
const XGBOOST = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1');

/** Birds to train with, and birds that are kept back. */
const DATA = path.join(__dirname, '..', 'train-compile-host', 'data');

/** Properties of a `TuneCompileHostStack`. */
export interface TuneCompileHostStackProps extends StackProps {
  /**
   * How many models are trained.
   *
   * @default 12
   */
  readonly trainings?: number;
}

/**
 * Looks for the hyperparameters with which a model tells penguins apart best, compiles the best model, and hosts it: the
 * endpoint serves it as soon as the deployment is over. Each step takes what the one before has made, and so waits for it.
 */
export class TuneCompileHostStack extends Stack {
  constructor(scope: Construct, id: string, { trainings = 12, ...props }: TuneCompileHostStackProps = {}) {
    super(scope, id, props);

    const rows = (file: string) => TrainingInput.fromAsset(path.join(DATA, file), { contentType: 'text/csv' });
    const tuned = new HyperParameterTuningJob(this, 'Tune', {
      training: {
        algorithm: TrainingAlgorithm.fromImage(XGBOOST),
        staticHyperparameters: { objective: 'multi:softprob', num_class: '3', eval_metric: 'merror' },
        inputs: { train: rows('train.csv'), validation: rows('validation.csv') },
        instanceType: MlInstanceType.M5_LARGE,
        maxRuntime: Duration.minutes(10),
        objective: TuningObjective.minimize('validation:merror'),
        ranges: {
          num_round: ParameterRange.integer(5, 40),
          max_depth: ParameterRange.integer(2, 6),
          eta: ParameterRange.continuous(0.05, 0.5, { scaling: ParameterScaling.LOGARITHMIC }),
        },
      },
      maxTrainingJobs: trainings,
      maxParallelTrainingJobs: 3,
      maxRuntime: Duration.minutes(45),
      outputPrefix: 'penguins',
    });

    const compiled = new CompilationJob(this, 'Compile', {
      modelData: ModelData.fromTuningJob(tuned),
      framework: Framework.XGBOOST,
      target: CompilationTarget.device(TargetDevice.ML_C5),
      outputPrefix: 'penguins',
    });

    const model = compiled.createModel(this, 'Model');
    Tags.of(model).add('training-job', tuned.bestTrainingJobName);
    const config = new sagemaker.CfnEndpointConfig(this, 'EndpointConfig', {
      productionVariants: [
        {
          variantName: 'best',
          modelName: model.modelName,
          instanceType: 'ml.c5.large',
          initialInstanceCount: 1,
          initialVariantWeight: 1,
        },
      ],
    });
    const endpoint = new sagemaker.CfnEndpoint(this, 'Endpoint', {
      endpointConfigName: config.attrEndpointConfigName,
    });

    // the share of the birds in validation.csv that the best model takes for another species
    new CfnOutput(this, 'ValidationError', { value: tuned.bestObjectiveValue });
    new CfnOutput(this, 'BestDepth', { value: tuned.bestHyperparameter('max_depth') });
    new CfnOutput(this, 'EndpointName', { value: endpoint.attrEndpointName });
  }
}
