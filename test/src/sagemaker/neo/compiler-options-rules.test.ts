import { Fn } from 'aws-cdk-lib';
import { errorOf, warningsOf } from './job-findings';
import {
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  TargetDevice,
  type TargetPlatform,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from '../../../../src';

const NVIDIA: TargetPlatform = {
  os: TargetPlatformOs.LINUX,
  arch: TargetPlatformArch.X86_64,
  accelerator: TargetPlatformAccelerator.NVIDIA,
};
const ANDROID: TargetPlatform = { os: TargetPlatformOs.ANDROID, arch: TargetPlatformArch.ARM64 };
const MEMBER = "'target.compilerOptions' (OutputConfig.CompilerOptions) should";
const ACKNOWLEDGED = '[ack: cdk-ml-jobs:neoCompilerOptions]';

const compile = (on: TargetDevice | TargetPlatform, options?: string | { [name: string]: unknown }) => {
  const compilerOptions =
    typeof options === 'string' ? CompilerOptions.fromString(options) : options && CompilerOptions.fromObject(options);
  return {
    framework: Framework.PYTORCH,
    dataInputConfig: DataInputConfig.fromArray([[1, 3, 224, 224]]),
    target:
      on instanceof TargetDevice
        ? CompilationTarget.device(on, { compilerOptions })
        : CompilationTarget.platform(on, { compilerOptions }),
  };
};

/** What stands in AWS's documentation and in public code. */
test.each([
  ['a platform', NVIDIA, "{'cuda-ver': '10.0', 'trt-ver': '6.0.1', 'gpu-code': 'sm_70'}"],
  ['a platform', NVIDIA, { 'gpu-code': 'sm_72', 'trt-ver': '5.1.6', 'cuda-ver': '10.0' }],
  ['a Jetson device', TargetDevice.JETSON_NANO, "{'gpu-code': 'sm_53', 'trt-ver': '5.0.6', 'cuda-ver': '10.0'}"],
  ['a Jetson device', TargetDevice.JETSON_NANO, "{'JETPACK_VERSION': '4.6', 'gpu_code': 'sm_72'}"],
  ['a Jetson device', TargetDevice.JETSON_XAVIER, undefined],
  ['a Raspberry Pi', TargetDevice.RASP3_B, "{'mattr': ['+neon']}"],
  ['a cloud instance', TargetDevice.ML_C5, { dtype: 'float32' }],
  ['a cloud instance', TargetDevice.ML_C5, "{'dtype': 'long'}"],
  ['a cloud instance', TargetDevice.ML_P3, { dtype: { input_ids: 'int64' } }],
  ['AWS Inferentia', TargetDevice.ML_INF1, '"--verbose 1 --num-neuroncores 2 -O2"'],
  ['AWS Inferentia', TargetDevice.ML_INF1, '"--dtype int64"'],
  ['AWS Inferentia', TargetDevice.ML_INF1, { 'num-neuroncores': 2 }],
  ['AWS Inferentia', TargetDevice.ML_INF1, "{'dtype': 'int64'}"],
  ['Android', ANDROID, "{'ANDROID_PLATFORM': 29}"],
  ['Android', ANDROID, { ANDROID_PLATFORM: 21, mattr: ['+neon'] }],
  ['Core ML', TargetDevice.COREML, { class_labels: 'imagenet_labels_1000.txt' }],
])('options for %s pass: %#', (_, on, options) => {
  expect(errorOf(compile(on, options))).toBeUndefined();
  expect(warningsOf(compile(on, options))).toEqual([]);
});

test('the accelerator NVIDIA must have options', () => {
  expect(errorOf(compile(NVIDIA))).toBe(
    "Stack/Compile: 'target.compilerOptions' (OutputConfig.CompilerOptions) must be given for the accelerator NVIDIA, with 'gpu-code', 'trt-ver' and 'cuda-ver', got none",
  );
});

test.each([
  [NVIDIA, "{'mcpu': 'skylake-avx512'}", 'have gpu-code, trt-ver, cuda-ver for LINUX X86_64 NVIDIA'],
  [NVIDIA, { 'gpu-code': 'sm_72' }, 'have trt-ver, cuda-ver for LINUX X86_64 NVIDIA'],
  [
    TargetDevice.JETSON_TX2,
    { 'gpu-code': 'sm_62', 'trt-ver': '6.0', 'cuda-ver': '10.0' },
    "have a trt-ver a version such as 6.0.1, got '6.0'",
  ],
  [
    TargetDevice.JETSON_TX2,
    { 'gpu-code': '62', 'trt-ver': '6.0.1', 'cuda-ver': '10.0' },
    "have a gpu-code such as sm_72, got '62'",
  ],
  [
    TargetDevice.ML_INF1,
    '--verbose 1',
    `be a string in quotes, or an object, for ml_inf1, such as "\\"--verbose 1 --num-neuroncores 2\\"", got '--verbose 1'`,
  ],
  [TargetDevice.ML_C5, { dtype: 'half' }, "have a dtype of float, float32, int64, long for PYTORCH, got 'half'"],
  [ANDROID, "{'ANDROID_PLATFORM': 30}", "have an ANDROID_PLATFORM from 21 to 29, got '30'"],
])('warns where options are not those of the target: %#', (on, options, text) => {
  expect(warningsOf(compile(on, options))).toEqual([`${MEMBER} ${text} ${ACKNOWLEDGED}`]);
});

test('options that only the deployment knows have no warning', () => {
  const version = Fn.ref('TensorRtVersion');
  expect(warningsOf(compile(NVIDIA, { 'trt-ver': version }))).toEqual([]);
  expect(warningsOf(compile(NVIDIA, version))).toEqual([]);
});
