import { AssemblyType, BatchStrategy, CompressionType, JoinSource, SplitType } from '@aws-sdk/client-sagemaker';
import {
  TransformAssemblyType,
  TransformBatchStrategy,
  TransformCompression,
  TransformJoinSource,
  TransformSplitType,
} from '../../../../src';

test.each([
  ['TransformSplitType', TransformSplitType, SplitType],
  ['TransformBatchStrategy', TransformBatchStrategy, BatchStrategy],
  ['TransformAssemblyType', TransformAssemblyType, AssemblyType],
  ['TransformJoinSource', TransformJoinSource, JoinSource],
  ['TransformCompression', TransformCompression, CompressionType],
])('%s has all the values of the API, and no others', (_, ours, theirs) => {
  expect(Object.values<string>(ours).sort()).toEqual(Object.values<string>(theirs).sort());
});
