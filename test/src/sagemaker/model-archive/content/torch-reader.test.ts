import type { FileFacts } from '../../../../../src/sagemaker/model-archive/content/file-facts';
import { TorchReader } from '../../../../../src/sagemaker/model-archive/content/torch-reader';
import { zip64Of, zipOf } from '../sample-models';

function factsOf(content: Buffer): FileFacts {
  const reader = new TorchReader(content.length);
  reader.take(content);
  return reader.facts();
}
const foundIn = (content: Buffer) => factsOf(content).problems.map(({ found }) => found);

const SCRIPT = ['m/data.pkl', 'm/code/__torch__.py', 'm/constants.pkl', 'm/version'];
const STATE_DICT = 'a state dict, or other data that torch.save has written: it has no constants.pkl and no code';

/** What PyTorch before 1.6 writes: a number, the version, the machine, and the object, each as a pickle. */
const oldFile = (object: string) =>
  Buffer.concat([
    Buffer.from('80028a0a6cfc9c46f9206aa85019', 'hex'),
    Buffer.from(`.\u0080\u0002M\u00e9\u0003.\u0080\u0002}q\0(X\r\0\0\0little_endianu.\u0080\u0002${object}`, 'latin1'),
  ]);

test('a TorchScript model may be a zip archive with ZIP64', () => {
  expect(foundIn(zip64Of(SCRIPT))).toEqual([]);
  expect(foundIn(zip64Of(['m/archive_format', 'm/models/model.json']))).toEqual([
    'a program that torch.export has written',
  ]);
});

test('TorchScript of PyTorch before 1.4 has a model.json', () => {
  expect(foundIn(zipOf(['m/model.json', 'm/code/m.py', 'm/version']))).toEqual([]);
});

test('files of PyTorch before 1.6 are pickles', () => {
  expect(foundIn(oldFile('ccollections\nOrderedDict\n)R.'))).toEqual([STATE_DICT]);
  expect(foundIn(oldFile('}q\0.'))).toEqual([STATE_DICT]);
  expect(factsOf(oldFile('cmine\nNet\n)R.')).problems).toMatchObject([
    { found: 'a module that is pickled whole, of the class mine.Net', warning: 'neoModelFormat' },
  ]);
});

test('files of PyTorch before 0.1.10 are tar archives', () => {
  const tar = Buffer.alloc(1024);
  tar.write('sys_info');
  tar.write('ustar', 257);
  expect(foundIn(tar)).toEqual([
    'data that torch.save of PyTorch 0.1.9 or older has written: a tar archive without code',
  ]);
  tar.write('other___');
  expect(foundIn(tar)).toEqual(['a tar archive']);
});

test.each([
  ['a number', 'K\u0005.'],
  ['a parameter', 'ctorch._utils\n_rebuild_parameter\n'],
  ['a dictionary by protocol 4', '}\u0094.'],
])('%s is data', (_, object) => {
  expect(foundIn(zipOf(['m/data.pkl'], Buffer.from(`m/data.pkl\u0080\u0002${object}`, 'latin1')))).toEqual([
    STATE_DICT,
  ]);
});

test('says that a version since 2.1 has written it', () => {
  expect(factsOf(zipOf([...SCRIPT, 'm/.data/serialization_id'])).version).toBe('2.1 or newer');
  expect(factsOf(zipOf(SCRIPT)).version).toBeUndefined();
});
