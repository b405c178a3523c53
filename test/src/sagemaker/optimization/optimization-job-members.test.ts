import { CreateOptimizationJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  Optimization,
  type OptimizationJobProps,
  OptimizationModel,
  QuantizationFormat,
  SpeculativeDecodingData,
  TrainingImage,
} from '../../../../src';
import { testEveryMember } from '../../every-request-member';
import { bucketNamed } from '../../sample-job';
import { optimizationJob, optimizationProperties } from '../../sample-optimization-job';

/** What is left to `requestOverrides`. */
const LEFT_TO_OVERRIDES = [
  // a model that the job makes would outlive the stack: a CfnModel makes it, and goes with it
  /^OutputConfig\.SageMakerModel\.ModelName$/,
  // it is that of spot training
  /^StoppingCondition\.MaxWaitTimeInSeconds$/,
];

const image = TrainingImage.fromDeepLearningContainer('djl-inference', '0.36.0-lmi25.0.0-cu130');
const overrideEnvironment = { OPTION_DTYPE: 'fp16' };

/** Together these jobs have every property, and every option of every property. */
const JOBS: ((stack: Stack) => Partial<OptimizationJobProps>)[] = [
  (stack) => ({
    model: OptimizationModel.fromBucket(bucketNamed(stack, 'models'), 'llama/', { acceptEula: true }),
    optimizations: [
      Optimization.quantization({ image, overrideEnvironment, format: QuantizationFormat.SMOOTHQUANT }),
      Optimization.compilation({ image, overrideEnvironment }),
    ],
    environment: { A: 'b' },
    maxInstanceCount: 2,
    maxPendingTime: Duration.hours(1),
    trainingPlanArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-plan/plan',
    outputEncryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k'),
    vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
  }),
  () => ({ optimizations: [Optimization.sharding({ image, overrideEnvironment, tensorParallelDegree: 1 })] }),
  (stack) => ({
    model: OptimizationModel.fromSageMakerModel('llama'),
    optimizations: [
      Optimization.speculativeDecoding({
        trainingData: SpeculativeDecodingData.fromBucket(bucketNamed(stack, 'talks'), 'chats/'),
      }),
    ],
  }),
];

testEveryMember({
  request: CreateOptimizationJobRequest$,
  nameMember: 'OptimizationJobName',
  jobs: JOBS.map((propsIn) => (stack) => optimizationJob(stack, 'Optimize', propsIn(stack))),
  requestIn: (stack) => optimizationProperties(stack).Request,
  leftToOverrides: LEFT_TO_OVERRIDES,
});
