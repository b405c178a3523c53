import { CreateEvaluationJobRequest$ } from '@aws-sdk/client-bedrock';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import {
  EvaluationDataset,
  EvaluationJob,
  EvaluationSource,
  EvaluationTaskType,
  EvaluatorModel,
} from '../../../../src';
import { EVALUATION_JOB_DEFINITION } from '../../../../src/bedrock/evaluation/evaluation-job-definition';

const PROFILE = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456';
const PROVISIONED = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdef123456';
const METRICS = ['Builtin.Accuracy', 'Builtin.Correctness', 'brand'];

const foundation = (draw: PropsDraw) => draw.orOdd(new FoundationModelIdentifier('amazon.nova-lite-v1:0'));
const profile = (draw: PropsDraw) =>
  draw.mostly(['us.amazon.nova-lite-v1:0', 'global.amazon.nova-2-lite-v1:0'], ['us', '']);
const base = (draw: PropsDraw) => draw.mostly(['KB12345678'], ['kb', 'KB1234567890', '']);

function source(draw: PropsDraw): unknown {
  const model = { inferenceParams: () => draw.map(), latencyOptimized: () => draw.flag() };
  const retrieval = {
    numberOfResults: () => draw.mostly([1, 100], [0, 101, 1.5]),
    searchType: () => draw.mostly(['HYBRID', 'SEMANTIC'], ['hybrid']),
    configuration: () => draw.map(),
  };
  const regions = () => [draw.orOdd('us-*')];
  return draw.draws.pick([
    () => draw.call(EvaluationSource.foundationModel, foundation(draw), draw.options(model)),
    () => draw.call(EvaluationSource.inferenceProfile, profile(draw), draw.options({ ...model, regions })),
    () =>
      draw.call(EvaluationSource.applicationInferenceProfile, draw.mostly([PROFILE], [PROVISIONED, 'a']), {
        foundationModels: [foundation(draw)],
        ...draw.options({ ...model, regions }),
      }),
    () => draw.call(EvaluationSource.fromModelArn, draw.mostly([PROVISIONED], [PROFILE, 'a']), draw.options(model)),
    () => draw.call(EvaluationSource.precomputed, draw.mostly(['my_model'], ['a b', ''])),
    () => draw.call(EvaluationSource.retrieve, base(draw), draw.options(retrieval)),
    () =>
      draw.call(
        EvaluationSource.retrieveAndGenerate,
        base(draw),
        draw.call(EvaluationSource.foundationModel, foundation(draw)),
        draw.options(retrieval),
      ),
    () => draw.call(EvaluationSource.precomputedRetrieval, draw.text()),
    () => draw.call(EvaluationSource.precomputedRetrieveAndGenerate, draw.text()),
  ])();
}

function dataset(draw: PropsDraw): unknown {
  const options = () => ({
    taskType: draw.mostly(Object.values(EvaluationTaskType), ['General' as EvaluationTaskType]),
    metrics: draw.draws.some(METRICS, 0.7).map((each) => draw.orOdd(each)),
    ...draw.options({ name: () => draw.mostly(['faq', 'a.b_c'], ['a b', '']) }),
  });
  return draw.draws.pick([
    () => draw.call(EvaluationDataset.builtIn, draw.mostly(['Builtin.BoolQ'], ['a b', '']), options()),
    () =>
      draw.call(EvaluationDataset.fromBucket, draw.bucket(), draw.mostly(['a/faq.jsonl'], ['faq.csv', '/a', '']), {
        ...options(),
        ...draw.options({ bucketOwner: () => draw.mostly(['111122223333'], ['1']) }),
      }),
  ])();
}

function metric(draw: PropsDraw): unknown {
  return draw.orOdd({
    name: draw.mostly(['brand'], ['a b', '']),
    instructions: draw.text(),
    ...draw.options({
      ratingScale: () => [
        draw.orOdd({
          definition: draw.text(),
          ...draw.mostly<object>([{ floatValue: 1 }, { stringValue: 'good' }], [{}]),
        }),
      ],
    }),
  });
}

export const EVALUATION_JOBS: DrawnKind = {
  construct: EvaluationJob,
  definition: EVALUATION_JOB_DEFINITION,
  schema: CreateEvaluationJobRequest$,
  props: (draw) =>
    draw.props(
      EVALUATION_JOB_DEFINITION,
      { sources: () => [draw.orOdd(source(draw))], datasets: () => [draw.orOdd(dataset(draw))] },
      {
        role: draw.access.role,
        evaluationJobName: () => draw.mostly(['own-name', '1st-job'], ['Own-name', 'a.b', 'a'.repeat(64)]),
        description: () => draw.text(),
        evaluatorModel: () =>
          draw.draws.pick([
            () => draw.call(EvaluatorModel.foundationModel, foundation(draw)),
            () =>
              draw.call(
                EvaluatorModel.inferenceProfile,
                profile(draw),
                draw.options({ regions: () => [draw.orOdd('us-*')] }),
              ),
          ])(),
        customMetrics: () => [metric(draw)],
        encryptionKey: () => draw.key(),
      },
    ),
};
