import { Aws } from 'aws-cdk-lib';
import { DataInputConfig } from '../../../src';
import { compilationJob, newStack, requestOf } from '../sample-job';

const rendered = (dataInputConfig: DataInputConfig) =>
  (requestOf({ dataInputConfig }).InputConfig as { DataInputConfig: unknown }).DataInputConfig;

test('an object is rendered as JSON', () => {
  expect(rendered(DataInputConfig.fromObject({ a: [1, 3], b: [1] }))).toBe('{"a":[1,3],"b":[1]}');
});

test('a list is rendered as JSON', () => {
  expect(rendered(DataInputConfig.fromArray([[1, 3, 224, 224]]))).toBe('[[1,3,224,224]]');
});

test('a string is sent as it is, whether or not it is JSON', () => {
  expect(rendered(DataInputConfig.fromString("{'input': [1, 3, 224, 224]}"))).toBe("{'input': [1, 3, 224, 224]}");
});

test('an object may hold tokens', () => {
  expect(rendered(DataInputConfig.fromObject({ [Aws.STACK_NAME]: [1] }))).toEqual({
    'Fn::Join': ['', ['{"', { Ref: 'AWS::StackName' }, '":[1]}']],
  });
});

test.each([
  ['no characters', ''],
  ['too many', 'x'.repeat(16_385)],
])('fails with %s', (_, text) => {
  expect(() => compilationJob(newStack(), 'Compile', { dataInputConfig: DataInputConfig.fromString(text) })).toThrow(
    `Stack/Compile: 'dataInputConfig' must be 1 to 16384 characters (it has ${text.length} characters), got`,
  );
});
