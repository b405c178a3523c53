import { CreateCompilationJobRequest$ } from '@aws-sdk/client-sagemaker';
import type { DrawnKind } from './drawn-kind';
import {
  CompilationJob,
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  ModelData,
  TargetDevice,
} from '../../../../src';
import { COMPILATION_JOB_DEFINITION } from '../../../../src/sagemaker/compilation/compilation-job-definition';

export const COMPILATION_JOBS: DrawnKind = {
  construct: CompilationJob,
  definition: COMPILATION_JOB_DEFINITION,
  schema: CreateCompilationJobRequest$,
  props: (draw) => {
    const { draws } = draw;
    const compilerOptions = () =>
      draw.call(CompilerOptions.fromString, draw.mostly(['{"dtype": "float32"}'], ['--verbose 1', '', '{']));
    return draw.props(
      COMPILATION_JOB_DEFINITION,
      {
        modelData: () =>
          draws.chance(0.8)
            ? draw.call(ModelData.fromBucket, draw.bucket(), 'model.tar.gz')
            : draw.call(
                ModelData.fromModelPackageVersion,
                'arn:aws:sagemaker:us-east-1:111122223333:model-package/group/1',
              ),
        framework: () =>
          draw.call(Framework.of, draw.mostly(['XGBOOST'], ['PYTORCH', 'ONNX', 'TENSORFLOW', 'xgboost'])),
        target: () =>
          draws.chance(0.6)
            ? draw.call(
                CompilationTarget.device,
                draw.call(
                  TargetDevice.of,
                  draw.mostly(['ml_c5', 'ml_m5'], ['lambda', 'jetson_nano', 'coreml', 'ml-c5', 'ml_c99']),
                ),
                draw.options({ compilerOptions }),
              )
            : draw.call(
                CompilationTarget.platform,
                {
                  os: draw.orOdd('LINUX'),
                  arch: draw.orOdd('ARM64'),
                  ...draw.options({ accelerator: () => 'NVIDIA' }),
                },
                draw.options({ compilerOptions }),
              ),
      },
      {
        ...draw.access,
        compilationJobName: () => draw.mostly(['own-name', '1st'], ['own name', '-', 'a'.repeat(64)]),
        frameworkVersion: () => draw.mostly(['1.13', '2.0'], ['1', 'v1', '1.6']),
        dataInputConfig: () =>
          draws.pick([
            () => draw.call(DataInputConfig.fromObject, { input: [1, 3, 224, 224] }),
            () => draw.call(DataInputConfig.fromArray, [[1, 3, 224, 224]]),
            () => draw.call(DataInputConfig.fromString, '{"input": [1, 3, 224, 224]}'),
            () => draw.call(DataInputConfig.fromObject, { input: draw.orOdd([1]) }),
          ])(),
        maxRuntime: () => draw.seconds(),
      },
    );
  },
};
