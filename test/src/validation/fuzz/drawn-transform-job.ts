import { CreateTransformJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Size } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { DrawnKind } from './drawn-kind';
import { MlInstanceType, TransformInput, TransformJob } from '../../../../src';
import { TRANSFORM_JOB_DEFINITION } from '../../../../src/sagemaker/transform/transform-job-definition';

export const TRANSFORM_JOBS: DrawnKind = {
  construct: TransformJob,
  definition: TRANSFORM_JOB_DEFINITION,
  schema: CreateTransformJobRequest$,
  props: (draw) => {
    const { draws, stack } = draw;
    const options = () =>
      draw.options({
        contentType: () => draws.pick(['text/csv', 'application/json', 'image/png']),
        compression: () => draw.mostly(['None', 'Gzip'], ['gzip']),
        splitType: () => draws.pick(['None', 'Line', 'RecordIO']),
        dataPrefix: () => draw.text(),
      });
    return draw.props(
      TRANSFORM_JOB_DEFINITION,
      {
        modelName: () => draw.mostly(['model', '1-model'], ['a model', '', 'a'.repeat(64)]),
        input: () =>
          draws.chance(0.7)
            ? draw.call(TransformInput.fromBucket, draw.bucket(), draw.text(), options())
            : draw.call(TransformInput.fromManifest, draw.bucket(), 'manifest.json', options()),
        instanceType: () => draw.call(MlInstanceType.of, draw.mostly(['ml.m5.xlarge', 'ml.m4.xlarge'], ['ml.x'])),
      },
      {
        transformJobName: () => draw.mostly(['own-name', '1st'], ['own name', 'a'.repeat(64)]),
        modelRole: () => iam.Role.fromRoleArn(stack, 'ModelRole', 'arn:aws:iam::111122223333:role/model'),
        accept: () => draws.pick(['text/csv', 'application/json', '']),
        assembleWith: () => draw.mostly(['None', 'Line'], ['line']),
        instanceCount: () => draw.number(),
        volumeEncryptionKey: () => draw.key(),
        transformAmiVersion: () => draw.mostly(['al2-ami-sagemaker-batch-gpu-470'], ['a_b']),
        maxConcurrentTransforms: () => draw.number(),
        invocationsTimeout: () => draw.seconds(),
        invocationsMaxRetries: () => draw.number(),
        maxPayload: () => Size.kibibytes(draw.mostly([0, 1024, 6144], [1536, 102_400, 1_024_000])),
        batchStrategy: () => draw.mostly(['MultiRecord', 'SingleRecord'], ['multi']),
        environment: () => draw.map(),
        dataCapture: () => ({
          bucket: draw.orOdd(draw.bucket()),
          ...draw.options({
            prefix: () => draw.text(),
            encryptionKey: () => draw.key(),
            generateInferenceId: () => draw.flag(),
          }),
        }),
        inputFilter: () => draw.mostly(['$'], ['$[1:]', '']),
        outputFilter: () => draw.mostly(['$'], ['$[0,-1]', 'x'.repeat(64)]),
        joinSource: () => draw.mostly(['None'], ['Input', 'input']),
        experiment: () => draw.options({ trialName: () => draw.text() }),
      },
    );
  },
};
