import { CreateModelCustomizationJobRequest$ } from '@aws-sdk/client-bedrock';
import { RemovalPolicy } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import {
  CustomizationBaseModel,
  CustomizationData,
  InvocationLogFilter,
  ModelCustomization,
  ModelCustomizationJob,
  TeacherModel,
} from '../../../../src';
import { MODEL_CUSTOMIZATION_JOB_DEFINITION } from '../../../../src/bedrock/customization/model-customization-job-definition';

const CUSTOM = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456';
const GRADER = 'arn:aws:lambda:us-east-1:111122223333:function:grade';

const foundation = (draw: PropsDraw) => draw.orOdd(new FoundationModelIdentifier('amazon.nova-lite-v1:0:300k'));

function data(draw: PropsDraw): unknown {
  return draw.call(
    CustomizationData.fromBucket,
    draw.bucket(),
    draw.mostly(['train.jsonl', 'a/b.jsonl'], ['a b.jsonl', '/a.jsonl', '']),
    draw.options({ bucketOwner: () => draw.mostly(['111122223333'], ['1']) }),
  );
}

function logs(draw: PropsDraw): unknown {
  const filter = () => draw.call(InvocationLogFilter.has, draw.text(), draw.text());
  return draw.call(
    CustomizationData.fromInvocationLogs,
    draw.bucket(),
    draw.mostly(['logs/', ''], ['/logs', 'a//b']),
    draw.options({
      usePromptResponse: () => draw.flag(),
      filter: () => draw.draws.pick([filter, () => draw.call(InvocationLogFilter.all, filter(), filter())])(),
    }),
  );
}

function customization(draw: PropsDraw): unknown {
  const { draws, stack } = draw;
  const grader = () => stack.node.tryFindChild('Grader') ?? LambdaFunction.fromFunctionArn(stack, 'Grader', GRADER);
  return draws.pick([
    () => draw.call(ModelCustomization.fineTuning),
    () => draw.call(ModelCustomization.continuedPreTraining),
    () =>
      draw.call(
        ModelCustomization.distillation,
        draws.pick([
          () => draw.call(TeacherModel.foundationModel, foundation(draw)),
          () =>
            draw.call(
              TeacherModel.inferenceProfile,
              draw.mostly(['us.amazon.nova-premier-v1:0', 'global.amazon.nova-2-lite-v1:0'], ['us', '']),
              draw.options({ regions: () => [draw.orOdd('us-*')] }),
            ),
        ])(),
        draw.options({ maxResponseLength: () => draw.number() }),
      ),
    () =>
      draw.call(
        ModelCustomization.reinforcementFineTuning,
        grader(),
        draw.options({
          epochCount: () => draw.mostly([1, 50], [0, 51, 1.5]),
          batchSize: () => draw.mostly([16, 512], [15, 513]),
          learningRate: () => draw.mostly([0.00001], [1, -1]),
          maxPromptLength: () => draw.number(),
          trainingSamplesPerPrompt: () => draw.mostly([2, 16], [1, 17]),
          inferenceMaxTokens: () => draw.number(),
          reasoningEffort: () => draw.mostly(['low', 'high'], ['lowest']),
          evalInterval: () => draw.mostly([1, 100], [0, 101]),
        }),
      ),
  ])();
}

export const CUSTOMIZATION_JOBS: DrawnKind = {
  construct: ModelCustomizationJob,
  definition: MODEL_CUSTOMIZATION_JOB_DEFINITION,
  schema: CreateModelCustomizationJobRequest$,
  props: (draw) =>
    draw.props(
      MODEL_CUSTOMIZATION_JOB_DEFINITION,
      {
        baseModel: () =>
          draw.draws.pick([
            () => draw.call(CustomizationBaseModel.foundationModel, foundation(draw)),
            () => draw.call(CustomizationBaseModel.customModel, draw.mostly([CUSTOM], ['a', GRADER])),
          ])(),
        trainingData: () => draw.draws.pick([() => data(draw), () => logs(draw)])(),
      },
      {
        ...draw.access,
        modelCustomizationJobName: () => draw.mostly(['own-name', '1st-job'], ['own name', 'a.b', 'a'.repeat(64)]),
        customModelName: () => draw.mostly(['penguins', 'a_b-c'], ['a--b', '-', 'a'.repeat(64)]),
        customization: () => customization(draw),
        validationData: () => [draw.orOdd(data(draw))],
        hyperparameters: () => draw.map(),
        // not with a bucket, which is drawn as often
        outputEncryptionKey: () => draw.orOdd(undefined),
        customModelEncryptionKey: () => draw.key(),
        customModelRemovalPolicy: () =>
          draw.mostly([RemovalPolicy.RETAIN, RemovalPolicy.DESTROY], [RemovalPolicy.SNAPSHOT]),
      },
    ),
};
