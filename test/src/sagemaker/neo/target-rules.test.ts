import { Aws } from 'aws-cdk-lib';
import { errorOf, warningsOf } from './job-findings';
import {
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  TargetDevice,
  TargetPlatformAccelerator as Accelerator,
  TargetPlatformArch as Arch,
  TargetPlatformOs as Os,
} from '../../../../src';

/** What AWS's tables of platforms say no to. */
const REFUSED: readonly (readonly [Os, Arch, Accelerator | undefined, string])[] = [
  [
    Os.LINUX,
    Arch.X86,
    undefined,
    "'target.arch' (OutputConfig.TargetPlatform.Arch) must be one of X86_64, ARM64, ARM_EABIHF, ARM_EABI for LINUX without an accelerator, got 'X86'",
  ],
  [
    Os.LINUX,
    Arch.ARM_EABIHF,
    Accelerator.NVIDIA,
    "'target.arch' (OutputConfig.TargetPlatform.Arch) must be one of X86_64, ARM64 for LINUX with NVIDIA, got 'ARM_EABIHF'",
  ],
  [
    Os.ANDROID,
    Arch.ARM_EABIHF,
    Accelerator.MALI,
    "'target.arch' (OutputConfig.TargetPlatform.Arch) must be one of ARM64, ARM_EABI for ANDROID with MALI, got 'ARM_EABIHF'",
  ],
  [
    Os.ANDROID,
    Arch.ARM64,
    Accelerator.NVIDIA,
    "'target.accelerator' (OutputConfig.TargetPlatform.Accelerator) must be INTEL_GRAPHICS, MALI or left out for ANDROID, got 'NVIDIA'",
  ],
];

/** What AWS's tables of platforms say yes to. */
const TAKEN: readonly (readonly [Os, Accelerator | undefined, readonly Arch[]])[] = [
  [Os.LINUX, undefined, [Arch.X86_64, Arch.ARM64, Arch.ARM_EABIHF, Arch.ARM_EABI]],
  [Os.LINUX, Accelerator.NVIDIA, [Arch.X86_64, Arch.ARM64]],
  [Os.LINUX, Accelerator.INTEL_GRAPHICS, [Arch.X86_64]],
  [Os.LINUX, Accelerator.MALI, [Arch.ARM64, Arch.ARM_EABIHF, Arch.ARM_EABI]],
  [Os.ANDROID, undefined, [Arch.X86_64, Arch.X86, Arch.ARM64, Arch.ARM_EABI]],
  [Os.ANDROID, Accelerator.INTEL_GRAPHICS, [Arch.X86_64, Arch.X86]],
  [Os.ANDROID, Accelerator.MALI, [Arch.ARM64, Arch.ARM_EABI]],
];

const onPlatform = (os: Os, arch: Arch, accelerator?: Accelerator) => ({
  target: CompilationTarget.platform(
    { os, arch, accelerator },
    { compilerOptions: CompilerOptions.fromString("{'gpu-code': 'sm_72', 'trt-ver': '6.0.1', 'cuda-ver': '10.1'}") },
  ),
});

describe('a platform', () => {
  test.each(TAKEN.flatMap(([os, accelerator, archs]) => archs.map((arch) => [os, arch, accelerator] as const)))(
    'may be %s on %s with %s',
    (os, arch, accelerator) => {
      expect(errorOf(onPlatform(os, arch, accelerator))).toBeUndefined();
      expect(warningsOf(onPlatform(os, arch, accelerator))).toEqual([]);
    },
  );

  test.each(REFUSED)('must not be %s on %s with %s', (os, arch, accelerator, text) => {
    expect(errorOf(onPlatform(os, arch, accelerator))).toContain(text);
  });

  test('has a warning with an accelerator that no table has', () => {
    expect(warningsOf(onPlatform(Os.LINUX, Arch.ARM64, Accelerator.NNA))).toEqual([
      "'target.accelerator' (OutputConfig.TargetPlatform.Accelerator) is NNA, which is in none of Neo's tables of platforms [ack: cdk-ml-jobs:neoTargetPlatform]",
    ]);
  });

  test.each([
    { Arch: Aws.REGION },
    { Arch: 'RISCV64' },
    { Os: Aws.REGION },
    { Os: 'PLAN9' },
    { Accelerator: Aws.REGION },
    { Accelerator: 'TPU' },
  ])('that is new, or a token, is left to Neo: %j', (part) => {
    const requestOverrides = { OutputConfig: { TargetPlatform: part } };
    expect(errorOf({ ...onPlatform(Os.LINUX, Arch.ARM64), requestOverrides })).toBeUndefined();
  });
});

describe('a device', () => {
  const pytorch = (device: TargetDevice) => ({
    framework: Framework.PYTORCH,
    dataInputConfig: DataInputConfig.fromString('[[1,128]]'),
    target: CompilationTarget.device(device),
  });

  test.each([
    ['ml_inf2', TargetDevice.ML_INF2, 'us-east-2'],
    ['ml_trn1', TargetDevice.ML_TRN1, 'us-east-1'],
  ])('%s is in one Region', (name, device, home) => {
    expect(warningsOf(pytorch(device), { region: home })).toEqual([]);
    expect(warningsOf(pytorch(device))).toEqual([]);
    expect(warningsOf(pytorch(device), { region: 'eu-west-1' })).toEqual([
      `'target' (OutputConfig.TargetDevice) is ${name}, which Neo's documentation has in ${home} only: the stack is in eu-west-1 [ack: cdk-ml-jobs:neoRegion]`,
    ]);
  });

  test.each(['lambda', 'deeplens', 'ml_eia2'])('%s has a warning', (name) => {
    expect(warningsOf(pytorch(TargetDevice.of(name)))).toEqual([
      `'target' (OutputConfig.TargetDevice) is ${name}, which Neo's list of devices no longer has [ack: cdk-ml-jobs:neoTargetDevice]`,
    ]);
  });
});
