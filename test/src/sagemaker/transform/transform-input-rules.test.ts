import { transformInputRules } from '../../../../src/sagemaker/transform/transform-input-rules';
import { sentence } from '../../../../src/validation/finding';

const told = (input: object, more: object = {}) =>
  [...transformInputRules({ TransformInput: input, ...more })].map(
    (finding) => `[${finding.warning}] ${sentence(finding)}`,
  );

test.each<[object, object]>([
  [{}, {}],
  [{ ContentType: 'text/csv', SplitType: 'Line' }, { BatchStrategy: 'MultiRecord' }],
  [{ ContentType: 'text/csv; charset=utf-8' }, { BatchStrategy: 'SingleRecord' }],
  [{ ContentType: 'application/x-recordio-protobuf', SplitType: 'RecordIO' }, {}],
  [{ ContentType: 'Text/CSV', SplitType: 'Line' }, {}],
  [{ ContentType: 'application/x-parquet' }, {}],
  [{ ContentType: 'image/jpeg' }, {}],
  [{ ContentType: { Ref: 'Type' }, SplitType: { Ref: 'Split' } }, { BatchStrategy: 'MultiRecord' }],
])('has nothing against %j, %j', (input, more) => {
  expect(told(input, more)).toEqual([]);
});

test.each<[object, object, string]>([
  [
    { ContentType: 'csv' },
    {},
    "[cdk-ml-jobs:contentType] 'input.contentType' (TransformInput.ContentType) should be a MIME type, such as 'text/csv', got 'csv'",
  ],
  [
    { ContentType: 'application/json-lines' },
    {},
    "[cdk-ml-jobs:contentType] 'input.contentType' (TransformInput.ContentType) is 'application/json-lines': did you mean 'application/jsonlines'?",
  ],
  [
    { ContentType: 'text/csv', SplitType: 'RecordIO' },
    {},
    "[cdk-ml-jobs:splitType] 'input.splitType' (TransformInput.SplitType) is 'RecordIO', and 'contentType' is 'text/csv', which is cut into lines: give TransformSplitType.LINE",
  ],
  [
    { ContentType: 'Text/CSV; charset=utf-8', SplitType: 'RecordIO' },
    {},
    "[cdk-ml-jobs:splitType] 'input.splitType' (TransformInput.SplitType) is 'RecordIO', and 'contentType' is 'Text/CSV; charset=utf-8', which is cut into lines: give TransformSplitType.LINE",
  ],
  [
    { ContentType: 'text/csv' },
    { BatchStrategy: 'MultiRecord' },
    "[cdk-ml-jobs:batchStrategy] 'batchStrategy' is 'MultiRecord', and files are not cut into records without a 'splitType': give one, such as TransformSplitType.LINE",
  ],
  [
    { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/a//b/' } } },
    {},
    "[cdk-ml-jobs:doubleSlash] 'input' (TransformInput.DataSource.S3DataSource.S3Uri) has two slashes in a row in its key, got 's3://data/a//b/': they are a folder without a name, which the container does not see as one. Leave one of them out, if the keys have one only",
  ],
])('warns of %j, %j', (input, more, text) => {
  expect(told(input, more)).toEqual([text]);
});
