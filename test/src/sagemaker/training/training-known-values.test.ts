import {
  CompressionType,
  OutputCompressionType,
  RecordWrapper,
  S3DataDistribution,
  TrainingInputMode as InputModeOfApi,
} from '@aws-sdk/client-sagemaker';
import {
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  TrainingRecordWrapper,
} from '../../../../src/sagemaker/training/training-input-options';
import { TrainingOutputCompression } from '../../../../src/sagemaker/training/training-output-compression';

test.each([
  ['TrainingInputMode', TrainingInputMode, InputModeOfApi],
  ['TrainingInputCompression', TrainingInputCompression, CompressionType],
  ['TrainingRecordWrapper', TrainingRecordWrapper, RecordWrapper],
  ['TrainingInputDistribution', TrainingInputDistribution, S3DataDistribution],
  ['TrainingOutputCompression', TrainingOutputCompression, OutputCompressionType],
])('%s has all the values of the API, and no others', (_, ours, theirs) => {
  expect(Object.values(ours).sort()).toEqual(Object.values(theirs).sort());
});
