import { builtInChannelRules } from '../../../../src/sagemaker/training/built-in-channel-rules';
import { sentence } from '../../../../src/validation/finding';

const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
const KMEANS = '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1';
const told = (channels: unknown, TrainingImage = XGBOOST) =>
  [
    ...builtInChannelRules({
      AlgorithmSpecification: { TrainingImage, TrainingInputMode: 'File' },
      InputDataConfig: channels,
    }),
  ].map((finding) => `${finding.warning === undefined ? '' : `[${finding.warning}] `}${sentence(finding)}`);
const train = (more: object = {}) => ({ ChannelName: 'train', ...more });

test.each([
  [[train()]],
  [[train({ ContentType: 'csv' }), { ChannelName: 'validation', ContentType: 'text/csv; label_size=1' }]],
  [[train({ ContentType: 'application/x-parquet', InputMode: 'Pipe' }), { ChannelName: 'code', ContentType: 'a' }]],
  [[train({ ContentType: { Ref: 'Type' } })]],
  [[{ ChannelName: { Ref: 'Name' } }]],
  [{ Ref: 'Channels' }],
])('has nothing against %j', (channels) => {
  expect(told(channels)).toEqual([]);
});

const TYPES = 'text/csv, text/libsvm, text/x-libsvm, application/x-parquet, application/x-recordio-protobuf';

test.each([
  [
    [{ ChannelName: 'training' }],
    "'inputs' (InputDataConfig) must have a channel 'train', from which the algorithm 'sagemaker-xgboost' reads its training data, got 'training'",
  ],
  [
    undefined,
    "'inputs' (InputDataConfig) must have a channel 'train', from which the algorithm 'sagemaker-xgboost' reads its training data, got none",
  ],
  [
    [train(), { ChannelName: 'test' }],
    "'inputs.test' (InputDataConfig[1].ChannelName) must be one of the channels that this algorithm takes, and fails with any other: train, validation, code",
  ],
  [
    [train({ ContentType: 'application/jsonlines' })],
    `'inputs.train.contentType' (InputDataConfig[0].ContentType) must be a type of data that this algorithm reads: ${TYPES}, got 'application/jsonlines'`,
  ],
  [
    [train({ ContentType: 'text/csv; label_size=2' })],
    "'inputs.train.contentType' (InputDataConfig[0].ContentType) must have one label, which is the first column, as in 'text/csv', got 'text/csv; label_size=2'",
  ],
  [
    [train({ InputMode: 'Pipe' })],
    "'inputs.train.contentType' (InputDataConfig[0].ContentType) must be 'text/csv' or another that the input mode Pipe is for, or that mode be left out: it reads no LIBSVM, got none, which is taken for text/libsvm",
  ],
])('fails with %j', (channels, text) => {
  expect(told(channels)).toEqual([text]);
});

test('warns of other algorithms without a channel for training', () => {
  expect(told([train(), { ChannelName: 'test', ContentType: 'application/json' }], KMEANS)).toEqual([]);
  expect(told([{ ChannelName: 'training' }], KMEANS)).toEqual([
    "[cdk-ml-jobs:builtInAlgorithm] 'inputs' (InputDataConfig) should have a channel 'train', from which the algorithm 'kmeans' reads its training data, got 'training'",
  ]);
});
