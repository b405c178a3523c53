import { App, Lazy, Stack } from 'aws-cdk-lib';
import { assetFolderKey } from '../../../src/access/asset-folder-key';

const SOURCE = { member: 'input', inputPath: 'records', otherwise: 'a file' } as const;
const keyOf = (objectKey: string) =>
  assetFolderKey(
    new Stack(new App(), 'Stack'),
    { bucketName: 'assets', objectKey, httpUrl: '', s3ObjectUrl: '' },
    'f00d',
    SOURCE,
  );

test('ends after the hash, with a slash, however deep the file lies', () => {
  expect(keyOf('apps/f00d/a.csv')).toBe('apps/f00d/');
  expect(keyOf('f00d/year/a.csv')).toBe('f00d/');
});

test('fails where the synthesizer does not say the key', () => {
  expect(() => keyOf(Lazy.string({ produce: () => 'later' }))).toThrow(
    "Stack: 'input' must be a file, as the synthesizer of the stack does not say where it puts assets, got 'records'",
  );
});
