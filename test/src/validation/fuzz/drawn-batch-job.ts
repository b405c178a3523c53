import { CreateModelInvocationJobRequest$ } from '@aws-sdk/client-bedrock';
import { Duration } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { DrawnKind } from './drawn-kind';
import { BatchInferenceInput, BatchInferenceModel, ModelInvocationJob } from '../../../../src';
import { MODEL_INVOCATION_JOB_DEFINITION } from '../../../../src/bedrock/model-invocation-job-definition';

const PROFILE = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456';
const CUSTOM = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456';

export const BATCH_JOBS: DrawnKind = {
  construct: ModelInvocationJob,
  definition: MODEL_INVOCATION_JOB_DEFINITION,
  schema: CreateModelInvocationJobRequest$,
  props: (draw) => {
    const { draws } = draw;
    const nova = () => draw.orOdd(new FoundationModelIdentifier('amazon.nova-lite-v1:0'));
    return draw.props(
      MODEL_INVOCATION_JOB_DEFINITION,
      {
        input: () =>
          draw.call(
            BatchInferenceInput.fromBucket,
            draw.bucket(),
            draw.mostly(['records.jsonl', 'folder/', ''], ['a//b', 'a b.jsonl']),
            draw.options({ bucketOwner: () => draw.mostly(['111122223333'], ['1']) }),
          ),
        model: () =>
          draws.pick([
            () => draw.call(BatchInferenceModel.foundationModel, nova()),
            () =>
              draw.call(
                BatchInferenceModel.inferenceProfile,
                draw.mostly(['us.amazon.nova-lite-v1:0'], ['us', '']),
                draw.options({ regions: () => [draw.orOdd('us-*')] }),
              ),
            () => draw.call(BatchInferenceModel.applicationInferenceProfile, PROFILE, { foundationModels: [nova()] }),
            () => draw.call(BatchInferenceModel.customModel, CUSTOM),
          ])(),
      },
      {
        ...draw.access,
        modelInvocationJobName: () => draw.mostly(['own-name', '1.st+'], ['own name', 'a'.repeat(64)]),
        modelInvocationType: () => draw.mostly(['InvokeModel', 'Converse'], ['converse']),
        outputBucketOwner: () => draw.mostly(['111122223333'], ['me']),
        timeout: () => Duration.hours(draw.mostly([24, 48, 168], [0, 23, 30.5, 169])),
        acceptPartialCompletion: () => draw.flag(),
        maxErrorRecords: () => draw.number(),
        maxErrorShare: () => draw.mostly([0, 0.5, 1], [2, -1]),
      },
    );
  },
};
