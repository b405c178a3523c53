import * as path from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  CompilationJob,
  CompilationTarget,
  Framework,
  ModelData,
  TargetDevice,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  MlInstanceType,
  TrainingJob,
} from 'cdk-ml-jobs';
import type { Construct } from 'constructs';
import { createHostingRole } from './hosting-role';

/** The last version of XGBoost whose models SageMaker Neo compiles. */
const XGBOOST = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1');

/** Properties of a `TrainCompileHostStack`. */
export interface TrainCompileHostStackProps extends StackProps {
  /**
   * How many trees the model has for each species of penguin.
   *
   * @default 20
   */
  readonly rounds?: number;
}

/**
 * Trains a model that tells penguins apart, compiles it, and hosts it: the endpoint serves the compiled model as soon as
 * the deployment is over. Each step takes what the one before has made, and so waits for it. Change the data or a
 * hyperparameter, and deploy again: the model is trained, compiled and hosted anew.
 */
export class TrainCompileHostStack extends Stack {
  constructor(scope: Construct, id: string, { rounds = 20, ...props }: TrainCompileHostStackProps = {}) {
    super(scope, id, props);

    const rows = (file: string) =>
      TrainingInput.fromAsset(path.join(__dirname, 'data', file), { contentType: 'text/csv' });
    const trained = new TrainingJob(this, 'Train', {
      algorithm: TrainingAlgorithm.fromImage(XGBOOST),
      hyperparameters: {
        objective: 'multi:softprob',
        num_class: '3',
        num_round: String(rounds),
        max_depth: '3',
        eta: '0.3',
        eval_metric: 'merror',
      },
      inputs: { train: rows('train.csv'), validation: rows('validation.csv') },
      instanceType: MlInstanceType.M5_LARGE,
      maxRuntime: Duration.minutes(30),
      outputPrefix: 'penguins',
    });

    const compiled = new CompilationJob(this, 'Compile', {
      modelData: ModelData.fromTrainingJob(trained),
      framework: Framework.XGBOOST,
      target: CompilationTarget.device(TargetDevice.ML_C5),
      outputPrefix: 'penguins',
    });

    const role = createHostingRole(this, 'HostingRole');
    compiled.grantRead(role);
    const model = new sagemaker.CfnModel(this, 'Model', {
      executionRoleArn: role.roleArn,
      primaryContainer: { image: compiled.inferenceImage, modelDataUrl: compiled.modelArtifacts },
      tags: [{ key: 'training-job', value: trained.trainingJobName }],
    });
    // SageMaker reads the model with the role when it makes it
    model.node.addDependency(role);
    const config = new sagemaker.CfnEndpointConfig(this, 'EndpointConfig', {
      productionVariants: [
        {
          variantName: 'compiled',
          modelName: model.attrModelName,
          instanceType: 'ml.c5.large',
          initialInstanceCount: 1,
          initialVariantWeight: 1,
        },
      ],
    });
    const endpoint = new sagemaker.CfnEndpoint(this, 'Endpoint', {
      endpointConfigName: config.attrEndpointConfigName,
    });

    // the share of the birds in validation.csv that the model takes for another species
    new CfnOutput(this, 'ValidationError', { value: trained.metric('validation:merror') });
    new CfnOutput(this, 'EndpointName', { value: endpoint.attrEndpointName });
  }
}
