import { errorOf, warningsOf } from './job-findings';
import {
  CompilationTarget,
  DataInputConfig,
  Framework,
  TargetDevice,
  type TargetPlatform,
  TargetPlatformArch,
  TargetPlatformOs,
} from '../../../../src';

const ARM: TargetPlatform = { os: TargetPlatformOs.LINUX, arch: TargetPlatformArch.ARM64 };

const warnings = (framework: string, device: string | TargetPlatform, frameworkVersion?: string) =>
  warningsOf({
    framework: Framework.of(framework),
    frameworkVersion,
    dataInputConfig: DataInputConfig.fromString("{'input': [1, 3, 224, 224]}"),
    target:
      typeof device === 'string'
        ? CompilationTarget.device(TargetDevice.of(device))
        : CompilationTarget.platform(device),
  });

describe('the framework', () => {
  test.each([
    ['XGBOOST', 'ml_c5'],
    ['MXNET', 'ml_inf1'],
    ['PYTORCH', 'ml_m6g'],
    ['TENSORFLOW', 'coreml'],
    ['DARKNET', 'jetson_nano'],
    ['TFLITE', 'rasp3b'],
    ['PYTORCH', ARM],
  ])('may be %s for %j', (framework, device) => {
    expect(warnings(framework, device)).toEqual([]);
  });

  test.each([
    ['TFLITE', 'ml_c5', 'ml_c5: MXNET, ONNX, KERAS, PYTORCH, TENSORFLOW, XGBOOST'],
    ['ONNX', 'ml_inf1', 'ml_inf1: MXNET, PYTORCH, TENSORFLOW'],
    ['MXNET', 'ml_trn1', 'ml_trn1: PYTORCH, TENSORFLOW'],
    ['KERAS', 'coreml', 'coreml: PYTORCH, TENSORFLOW'],
    ['SKLEARN', 'rasp4b', 'rasp4b: MXNET, ONNX, KERAS, PYTORCH, TENSORFLOW, TFLITE, XGBOOST, DARKNET'],
    ['SKLEARN', ARM, 'LINUX ARM64: MXNET, ONNX, KERAS, PYTORCH, TENSORFLOW, TFLITE, XGBOOST, DARKNET'],
  ])('warns of %s for %j', (framework, device, documented) => {
    expect(warnings(framework, device)).toEqual([
      `'framework' (InputConfig.Framework) is ${framework}, and Neo's documentation has for ${documented} [ack: cdk-ml-jobs:neoFramework]`,
    ]);
  });

  test('may be any for a device that the library does not know', () => {
    expect(warnings('SKLEARN', 'ml_x1').filter((text) => text.includes('neo'))).toEqual([]);
  });
});

describe('the version', () => {
  test.each([
    ['PYTORCH', 'ml_c5', '1.8'],
    ['PYTORCH', 'ml_g4dn', '2.0.1'],
    ['TENSORFLOW', 'ml_p3', '1.15.3'],
    ['TENSORFLOW', 'ml_c5', '2.9'],
    ['PYTORCH', 'ml_inf1', '1.9'],
    ['PYTORCH', 'ml_trn1', '1.13'],
    ['MXNET', 'ml_inf1', '1.5.1'],
    ['TFLITE', 'rasp3b', '1.15'],
    ['TENSORFLOW', 'jetson_xavier', '2.4'],
    ['PYTORCH', ARM, '1.13'],
    ['PYTORCH', ARM, '1.6'],
    ['TENSORFLOW', ARM, '2.9'],
  ])('of %s for %j may be %s', (framework, device, version) => {
    expect(warnings(framework, device, version)).toEqual([]);
  });

  test.each([
    ['PYTORCH', 'ml_c5', '1.9', 'PYTORCH on ml_c5: 1.4, 1.5, 1.6, 1.7, 1.8, 1.12, 1.13, 2.0'],
    ['TENSORFLOW', 'ml_m5', '2.10', 'TENSORFLOW on ml_m5: 1.15, 2.9'],
    ['PYTORCH', 'ml_inf1', '1.10', 'PYTORCH on ml_inf1: 1.9 and earlier'],
    ['PYTORCH', ARM, '1.9', 'PYTORCH on LINUX ARM64: 1.8 and earlier, 1.12, 1.13, 2.0'],
  ])('of %s for %j should not be %s', (framework, device, version, documented) => {
    expect(warnings(framework, device, version)).toEqual([
      `'frameworkVersion' (InputConfig.FrameworkVersion) is '${version}', and Neo's documentation has for ${documented} [ack: cdk-ml-jobs:neoFrameworkVersion]`,
    ]);
  });

  test('is better left out for a framework that has none', () => {
    expect(warnings('XGBOOST', 'ml_c5', '1.3')).toEqual([
      "'frameworkVersion' (InputConfig.FrameworkVersion) is '1.3', and the API takes it for MXNET, PYTORCH, TENSORFLOW, TFLITE only: leave it out for XGBOOST [ack: cdk-ml-jobs:neoFrameworkVersion]",
    ]);
  });

  test.each(['coreml', 'imx8mplus', 'amba_cv22'])('is better left out for %s', (device) => {
    expect(warnings('PYTORCH', device, '1.8')).toEqual([
      `'frameworkVersion' (InputConfig.FrameworkVersion) is '1.8', and Neo takes it for part of the devices only: leave it out for ${device} [ack: cdk-ml-jobs:neoFrameworkVersion]`,
    ]);
  });

  test('may be a number in an override', () => {
    const framework = Framework.PYTORCH;
    const dataInputConfig = DataInputConfig.fromArray([[1, 3, 224, 224]]);
    const requestOverrides = { InputConfig: { FrameworkVersion: 1.13 } };
    expect(warningsOf({ framework, dataInputConfig, requestOverrides })).toEqual([]);
    expect(errorOf({ framework, dataInputConfig, requestOverrides })).toBeUndefined();
  });
});
