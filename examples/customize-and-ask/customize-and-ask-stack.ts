import * as path from 'node:path';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CustomizationBaseModel,
  CustomizationData,
  ModelCustomizationJob,
  ModelInvocationJob,
  ModelInvocationType,
} from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/**
 * Has a model learn how Shakespeare ends his sonnets, and asks it for the ends of those that it has not seen. One deployment does
 * both, in this order; the model goes when the stack does.
 */
export class CustomizeAndAskStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, props);

    const tuned = new ModelCustomizationJob(this, 'Tune', {
      baseModel: CustomizationBaseModel.foundationModel(new FoundationModelIdentifier('amazon.nova-lite-v1:0:300k')),
      trainingData: CustomizationData.fromAsset(path.join(__dirname, 'train.jsonl')),
      hyperparameters: { epochCount: '2', learningRate: '0.00001' },
      customModelRemovalPolicy: RemovalPolicy.DESTROY,
    });

    const asked = new ModelInvocationJob(this, 'Ask', {
      input: BatchInferenceInput.fromAsset(path.join(__dirname, 'records.jsonl')),
      model: BatchInferenceModel.fromCustomizationJob(tuned),
      modelInvocationType: ModelInvocationType.CONVERSE,
    });

    new CfnOutput(this, 'TrainingLoss', { value: tuned.trainingLoss });
    new CfnOutput(this, 'Couplets', { value: asked.successRecordCount });
  }
}
