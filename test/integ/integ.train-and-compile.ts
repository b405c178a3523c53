/*
 * Trains a model of penguins, compiles what was trained, and asks SageMaker for both jobs. A deployment takes some ten
 * minutes, and costs a few cents: `npm run integ -- --update-on-failed`.
 */
import { join } from 'node:path';
import { ExpectedResult, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, Stack } from 'aws-cdk-lib';
import {
  CompilationJob,
  CompilationTarget,
  Framework,
  MlInstanceType,
  ModelData,
  TargetDevice,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TrainingJob,
} from 'cdk-ml-jobs';

const DATA = join(__dirname, '..', '..', 'examples', 'train-compile-host', 'data');
const CSV = { contentType: 'text/csv' };

const app = new App();
const stack = new Stack(app, 'IntegTrainAndCompile');
const trained = new TrainingJob(stack, 'Train', {
  // the last version of XGBoost whose models SageMaker Neo compiles
  algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1')),
  hyperparameters: { objective: 'multi:softprob', num_class: '3', num_round: '20', eval_metric: 'merror' },
  inputs: {
    train: TrainingInput.fromAsset(join(DATA, 'train.csv'), CSV),
    validation: TrainingInput.fromAsset(join(DATA, 'validation.csv'), CSV),
  },
  instanceType: MlInstanceType.M5_LARGE,
  maxRuntime: Duration.minutes(30),
});
const compiled = new CompilationJob(stack, 'Compile', {
  modelData: ModelData.fromTrainingJob(trained),
  framework: Framework.XGBOOST,
  target: CompilationTarget.device(TargetDevice.ML_C5),
});

const { assertions } = new IntegTest(app, 'TrainAndCompile', {
  testCases: [stack],
  regions: ['us-east-1'],
  // it would deploy an earlier snapshot before, whose assets are not kept
  stackUpdateWorkflow: false,
});
assertions.awsApiCall('SageMaker', 'describeTrainingJob', { TrainingJobName: trained.trainingJobName }).expect(
  ExpectedResult.objectLike({
    TrainingJobStatus: 'Completed',
    ModelArtifacts: { S3ModelArtifacts: trained.modelArtifacts },
  }),
);
assertions
  .awsApiCall('SageMaker', 'describeCompilationJob', { CompilationJobName: compiled.compilationJobName })
  .expect(
    ExpectedResult.objectLike({
      CompilationJobStatus: 'COMPLETED',
      ModelArtifacts: { S3ModelArtifacts: compiled.modelArtifacts },
    }),
  );
app.synth();
