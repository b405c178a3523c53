import { CompilationTarget, TargetDevice, TargetPlatformArch, TargetPlatformOs } from '../../../../src';
import { requestOf } from '../../sample-job';

const outputConfig = (target: CompilationTarget) => requestOf({ target }).OutputConfig;

test('a device goes by its name', () => {
  expect(outputConfig(CompilationTarget.device(TargetDevice.RASP4_B))).toEqual({
    S3OutputLocation: 's3://artifacts/',
    TargetDevice: 'rasp4b',
  });
});

test('a device may be newer than the library', () => {
  expect(outputConfig(CompilationTarget.device(TargetDevice.of('ml_c9')))).toMatchObject({ TargetDevice: 'ml_c9' });
});

test('a platform may have no accelerator', () => {
  const platform = { os: TargetPlatformOs.ANDROID, arch: TargetPlatformArch.ARM_EABI };
  expect(outputConfig(CompilationTarget.platform(platform))).toEqual({
    S3OutputLocation: 's3://artifacts/',
    TargetPlatform: { Os: 'ANDROID', Arch: 'ARM_EABI' },
  });
});
