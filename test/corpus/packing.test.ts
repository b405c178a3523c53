import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKINGS, packInto } from '../../corpus/packing';
import { readEntries } from '../../src/sagemaker/model-archive/archive-entries';
import { sampleFolder } from '../src/sagemaker/model-archive/sample-archive';

const { folder } = sampleFolder();

test.each([
  ['tar czf', ['saved/model.pb', 'saved/variables/a']],
  ['tar czf .', ['', 'saved/model.pb', 'saved/variables/a']],
  ['SageMaker', ['/', 'saved/model.pb', 'saved/variables/a']],
  ['in a folder', ['model/', 'model/saved/model.pb', 'model/saved/variables/a']],
  ['macOS', ['saved/._model.pb', 'saved/model.pb', 'saved/variables/._a', 'saved/variables/a']],
] as const)('packs a folder as %s', (packing, paths) => {
  mkdirSync(join(folder, 'files', 'variables'), { recursive: true });
  writeFileSync(join(folder, 'files', 'model.pb'), 'a');
  writeFileSync(join(folder, 'files', 'variables', 'a'), 'b');
  const archive = join(folder, 'model.tar.gz');
  packInto(archive, packing, { saved: join(folder, 'files') });
  const found: string[] = [];
  readEntries(archive, ({ path }) => void found.push(path));
  expect(found).toEqual(paths);
  expect(PACKINGS).toContain(packing);
});
