import { CreateModelImportJobRequest$ } from '@aws-sdk/client-bedrock';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { DrawnKind } from './drawn-kind';
import { ModelImportJob, ModelImportSource } from '../../../../src';
import { MODEL_IMPORT_JOB_DEFINITION } from '../../../../src/bedrock/import/model-import-job-definition';

export const IMPORT_JOBS: DrawnKind = {
  construct: ModelImportJob,
  definition: MODEL_IMPORT_JOB_DEFINITION,
  schema: CreateModelImportJobRequest$,
  props: (draw) =>
    draw.props(
      MODEL_IMPORT_JOB_DEFINITION,
      {
        modelSource: () =>
          draw.call(
            ModelImportSource.fromBucket,
            draw.bucket(),
            draw.mostly(['models/llama/', 'model', ''], ['a b/', '/model/', 'a//b/']),
            draw.options({ bucketOwner: () => draw.mostly(['111122223333'], ['1']) }),
          ),
      },
      {
        ...draw.access,
        modelImportJobName: () => draw.mostly(['own-name', '1st-job'], ['own name', 'a.b', 'a'.repeat(64)]),
        importedModelName: () => draw.mostly(['penguins', 'a_b-c'], ['a--b', '-', 'a'.repeat(64)]),
        importedModelEncryptionKey: () => draw.key(),
        importedModelRemovalPolicy: () =>
          draw.mostly([RemovalPolicy.RETAIN, RemovalPolicy.DESTROY], [RemovalPolicy.SNAPSHOT]),
      },
    ),
};
