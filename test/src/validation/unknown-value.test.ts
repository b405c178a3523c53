import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Aws, Lazy, Token } from 'aws-cdk-lib';
import { isUnknown } from '../../../src/validation/unknown-value';

test.each([
  Aws.REGION,
  `a-${Aws.REGION}`,
  Lazy.string({ produce: () => 'a' }),
  Token.asNumber({ Ref: 'Count' }),
  Token.asList({ Ref: 'List' }),
  'dummy-value-for-/ml/profile',
  's3://dummy-value-for-/ml/bucket/x',
])('is unknown: %p', (value) => {
  expect(isUnknown(value)).toBe(true);
});

test.each(['', 'a', 0, -1, true, null, undefined, [], ['a'], {}])('is known: %p', (value) => {
  expect(isUnknown(value)).toBe(false);
});

/** What asks for tokens for another reason than to judge a value. */
const NO_CHECKS = [
  'access/asset-folder-key.ts', // where the synthesizer puts an asset
  'bedrock/batch-inference-model.ts', // an id that only the deployment knows, and no later synthesis
  'job/request-overrides.ts',
  'sagemaker/neo/json-text.ts', // who makes the JSON
  'text-in-template.ts', // what a reference looks like
  'validation/open-value.ts',
  'validation/presence.ts', // whether a token may come to nothing
  'validation/request-validation.ts',
  'validation/unknown-value.ts',
];

test('no check asks for tokens alone: a stand-in for what has yet to be looked up is as unknown', () => {
  const root = path.join(__dirname, '..', '..', '..', 'src');
  const asking = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && readFileSync(path.join(root, name), 'utf8').includes('Token.isUnresolved('),
  );
  expect(asking.sort()).toEqual(NO_CHECKS);
});
