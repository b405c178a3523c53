import { channelRules } from '../../../../src/sagemaker/training/training-channel-rules';
import { sentence } from '../../../../src/validation/finding';

const s3 = (members: object) => ({ S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/', ...members } });
const textsOf = (channel: object, more: object = {}) =>
  [
    ...channelRules({
      AlgorithmSpecification: { TrainingInputMode: 'File' },
      InputDataConfig: [{ ChannelName: 'train', DataSource: s3({}), ...channel }],
      ...more,
    }),
  ].map(sentence);

test.each([
  {},
  { CompressionType: 'None', RecordWrapperType: 'None' },
  { InputMode: 'Pipe', CompressionType: 'Gzip', RecordWrapperType: 'RecordIO' },
  { DataSource: s3({ S3DataType: 'ManifestFile' }) },
  { InputMode: 'Pipe', DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: ['a'] }) },
  { InputMode: 'FastFile', DataSource: s3({ S3Uri: 's3://data/train' }) },
  { DataSource: s3({ S3Uri: 's3://data/train.csv' }) },
  // what only the deployment knows
  { InputMode: { Ref: 'Mode' }, CompressionType: 'Gzip' },
  { CompressionType: { Ref: 'Compression' } },
])('has nothing against %j', (channel) => {
  expect(textsOf(channel)).toEqual([]);
});

test.each([
  [
    { CompressionType: 'Gzip' },
    "'inputs.train.compression' (InputDataConfig[0].CompressionType) must be left out, or 'None', for the input mode File: it needs Pipe, got 'Gzip'",
  ],
  [
    { InputMode: 'FastFile', RecordWrapperType: 'RecordIO' },
    "'inputs.train.recordWrapper' (InputDataConfig[0].RecordWrapperType) must be left out, or 'None', for the input mode FastFile: it needs Pipe, got 'RecordIO'",
  ],
  [
    { InputMode: 'FastFile', DataSource: s3({ S3DataType: 'ManifestFile' }) },
    "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3DataType) must be S3Prefix for the input mode FastFile, got 'ManifestFile'",
  ],
  [
    { DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: ['a'] }) },
    "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3DataType) must be another kind of data for the input mode File: an augmented manifest needs Pipe, got 'AugmentedManifestFile'",
  ],
])('fails with %j', (channel, text) => {
  expect(textsOf(channel)).toEqual([text]);
});

test('warns of images of an augmented manifest that are not wrapped for an algorithm that is built in', () => {
  const channel = {
    InputMode: 'Pipe',
    ContentType: 'application/x-image',
    DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: ['a'] }),
  };
  const algorithm = (repository: string) => ({
    AlgorithmSpecification: { TrainingImage: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${repository}:1` },
  });
  expect(textsOf(channel, algorithm('mine'))).toEqual([]);
  expect(textsOf(channel, algorithm('image-classification'))).toEqual([
    "'inputs.train.recordWrapper' (InputDataConfig[0].RecordWrapperType) should be 'RecordIO' for the content type 'application/x-image': the records of an augmented manifest are not wrapped by themselves",
  ]);
});

test.each([
  [
    { InputMode: 'FastFile', DataSource: s3({ S3Uri: 's3://data/train.csv' }) },
    "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3Uri) is the name of one file, got 's3://data/train.csv', and the input mode FastFile shows the folder that a prefix is: give the folder, which ends in a slash, or the input mode File",
  ],
  [
    { DataSource: s3({ S3Uri: 's3://data/a//b/' }) },
    "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3Uri) has two slashes in a row in its key, got 's3://data/a//b/': they are a folder without a name, which the container does not see as one. Leave one of them out, if the keys have one only",
  ],
  [
    { InputMode: 'Pipe', DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: ['a', 'b', 'a'] }) },
    "'inputs.train.attributeNames' (InputDataConfig[0].DataSource.S3DataSource.AttributeNames) has 'a' twice",
  ],
  [
    { InputMode: 'Pipe', DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: [] }) },
    "'inputs.train.attributeNames' (InputDataConfig[0].DataSource.S3DataSource.AttributeNames) must be a list of at least one attribute of the records of an augmented manifest, got []",
  ],
  [
    {
      InputMode: 'Pipe',
      ContentType: 'application/x-recordio',
      DataSource: s3({ S3DataType: 'AugmentedManifestFile', AttributeNames: ['a'] }),
    },
    "'inputs.train.recordWrapper' (InputDataConfig[0].RecordWrapperType) should be 'RecordIO' for the content type 'application/x-recordio': the records of an augmented manifest are not wrapped by themselves",
  ],
])('tells of %j', (channel, text) => {
  expect(textsOf(channel)).toEqual([text]);
});

describe('the groups of instances that a channel names', () => {
  const named = { DataSource: s3({ InstanceGroupNames: ['workers', { Ref: 'Group' }] }) };
  const member =
    "'inputs.train.instanceGroupNames' (InputDataConfig[0].DataSource.S3DataSource.InstanceGroupNames) must be";

  test('must be those of the job', () => {
    const groups = (...names: unknown[]) => ({
      ResourceConfig: { InstanceGroups: names.map((InstanceGroupName) => ({ InstanceGroupName })) },
    });
    expect(textsOf(named, groups('workers'))).toEqual([]);
    expect(textsOf(named, groups('leader', 'others'))).toEqual([`${member} of leader, others, got 'workers'`]);
    expect(textsOf(named)).toEqual([`${member} left out without 'instanceGroups', got 'workers'`]);
  });

  test('are not judged where only the deployment knows those of the job', () => {
    expect(textsOf(named, { ResourceConfig: { InstanceGroups: { Ref: 'Groups' } } })).toEqual([]);
    expect(textsOf(named, { ResourceConfig: { InstanceGroups: [{ Ref: 'Group' }] } })).toEqual([]);
  });
});
