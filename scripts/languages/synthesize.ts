/* The stack that the apps in the other languages have, too, with the library itself. */
import { App, CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  CompilationJob,
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  ModelData,
  TargetDevice,
} from 'cdk-ml-jobs';

const app = new App();
const stack = new Stack(app, 'Languages');
const bucket = s3.Bucket.fromBucketName(stack, 'Bucket', 'models');
const job = new CompilationJob(stack, 'Compile', {
  modelData: ModelData.fromBucket(bucket, 'model.tar.gz'),
  framework: Framework.XGBOOST,
  dataInputConfig: DataInputConfig.fromObject({ data: [1, 4] }),
  target: CompilationTarget.device(TargetDevice.JETSON_NANO, {
    compilerOptions: CompilerOptions.fromObject({ 'gpu-code': 'sm_53' }),
  }),
  outputBucket: bucket,
  maxRuntime: Duration.minutes(20),
  requestOverrides: { OutputConfig: { KmsKeyId: 'alias/models' } },
});
Tags.of(job).add('team', 'ml');
new CfnOutput(stack, 'Image', { value: job.inferenceImage });
app.synth();
