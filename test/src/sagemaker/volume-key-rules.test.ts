import { volumeKeyRules } from '../../../src/sagemaker/volume-key-rules';
import { sentence } from '../../../src/validation/finding';

const KEY = { VolumeKmsKeyId: 'key' };
const textsOf = (resources: object) => [...volumeKeyRules('ResourceConfig', { ...resources })].map(sentence);

test.each([
  {},
  { InstanceType: 'ml.p4d.24xlarge' },
  { ...KEY, InstanceType: 'ml.m5.large' },
  { ...KEY, InstanceType: { Ref: 'Type' } },
  { ...KEY, InstanceGroups: [{ InstanceType: 'ml.m5.large' }] },
])('has nothing against %j', (resources) => {
  expect(textsOf(resources)).toEqual([]);
});

test.each([
  [{ ...KEY, InstanceType: 'ml.p4d.24xlarge' }, 'ml.p4d.24xlarge'],
  [{ ...KEY, InstanceGroups: [{ InstanceType: 'ml.m5.large' }, { InstanceType: 'ml.g5.xlarge' }] }, 'ml.g5.xlarge'],
])('fails for instances that encrypt their storage by themselves: %j', (resources, type) => {
  const member = "'volumeEncryptionKey' (ResourceConfig.VolumeKmsKeyId)";
  expect(textsOf(resources)).toEqual([
    `${member} must not be given for ${type}, which has storage of its own that it encrypts by itself`,
  ]);
});
