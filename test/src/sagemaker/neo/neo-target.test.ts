import { Aws } from 'aws-cdk-lib';
import { neoTargetOf } from '../../../../src/sagemaker/neo/neo-target';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

const targetOf = (OutputConfig: unknown) => neoTargetOf({ OutputConfig });

test.each([
  ['ml_c5', 'cloud'],
  ['ml_inf1', 'inferentia'],
  ['ml_trn1', 'neuron'],
  ['coreml', 'coreml'],
  ['jetson_nano', 'edge'],
])('the device %s is of the kind %s', (device, kind) => {
  expect(targetOf({ TargetDevice: device })).toEqual({ kind, name: device, device });
});

test('of a device that AWS documents nothing about, the kind is not known', () => {
  expect(targetOf({ TargetDevice: 'deeplens' })).toEqual({ kind: undefined, name: 'deeplens', device: 'deeplens' });
});

test('every device of the API has a kind, but for those that AWS lists no more', () => {
  const devices = operationModel('sagemaker', 'CreateCompilationJob')!.shapes.TargetDevice.enum!;
  const unknown = devices.filter((TargetDevice) => targetOf({ TargetDevice }).kind === undefined);
  expect(unknown.sort()).toEqual(['deeplens', 'lambda', 'ml_eia2']);
});

test('a platform is called by its parts', () => {
  expect(targetOf({ TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' } })).toEqual({
    kind: 'platform',
    name: 'LINUX ARM64 NVIDIA',
  });
  expect(targetOf({ TargetPlatform: { Os: 'ANDROID', Arch: Aws.REGION } })).toEqual({
    kind: 'platform',
    name: 'ANDROID',
  });
});

test.each([undefined, {}, { TargetDevice: Aws.REGION }, { TargetPlatform: { Ref: 'Platform' } }])(
  'nothing is known of %j',
  (output) => {
    expect(targetOf(output)).toEqual({ kind: undefined, name: '' });
  },
);
