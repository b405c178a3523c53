/* An app that uses the package as it is installed. */
import { App, Stack } from 'aws-cdk-lib';
import { CompilationJob, CompilationTarget, Framework, ModelData, TargetDevice } from 'cdk-ml-jobs';

const app = new App();
new CompilationJob(new Stack(app, 'Packaged'), 'Compile', {
  modelData: ModelData.fromAsset('model.tar.gz'),
  framework: Framework.XGBOOST,
  target: CompilationTarget.device(TargetDevice.ML_C5),
});
app.synth();
