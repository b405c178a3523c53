import {
  Framework as FrameworkOfApi,
  TargetDevice as TargetDeviceOfApi,
  TargetPlatformAccelerator as AcceleratorOfApi,
  TargetPlatformArch as ArchOfApi,
  TargetPlatformOs as OsOfApi,
} from '@aws-sdk/client-sagemaker';
import { Framework, TargetDevice, TargetPlatformAccelerator, TargetPlatformArch, TargetPlatformOs } from '../../../src';

const valuesOf = (enumeration: object) =>
  Object.values(enumeration)
    .map((member: string | { value: string }) => (typeof member === 'string' ? member : member.value))
    .sort();

test.each([
  ['Framework', Framework, FrameworkOfApi],
  ['TargetDevice', TargetDevice, TargetDeviceOfApi],
  ['TargetPlatformOs', TargetPlatformOs, OsOfApi],
  ['TargetPlatformArch', TargetPlatformArch, ArchOfApi],
  ['TargetPlatformAccelerator', TargetPlatformAccelerator, AcceleratorOfApi],
])('%s has all the values of the API, and no others', (_, ours, theirs) => {
  expect(valuesOf(ours)).toEqual(valuesOf(theirs));
});
