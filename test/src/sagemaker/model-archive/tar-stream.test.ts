import fc from 'fast-check';
import { Parser, type ReadEntry } from 'tar';
import { END_OF_TAR, type SampleEntry, tarOf } from './sample-archive';
import { DamagedTar } from '../../../../src/sagemaker/model-archive/tar-header';
import { TarStream } from '../../../../src/sagemaker/model-archive/tar-stream';
import { tryValues } from '../../../property';

const BLOCK = 512;

interface Read {
  readonly path: string;
  readonly linkpath?: string;
  readonly content: string;
}

/** What is read of an archive that comes in pieces of so many bytes. */
function readBy(archive: Buffer, pieceBytes = archive.length): Read[] {
  const members: { path: string; linkpath: string; content: string; isSparse?: true }[] = [];
  const tar = new TarStream(({ path, linkpath, isSparse }) => {
    const member = { path, linkpath, content: '', ...(isSparse && { isSparse }) };
    members.push(member);
    return { take: (piece) => (member.content += piece.toString('latin1')), end: () => (member.content += '.') };
  });
  for (let at = 0; at < archive.length; at += pieceBytes) tar.take(archive.subarray(at, at + pieceBytes));
  expect(tar.isInMember).toBe(false);
  return members;
}

/** The same, as the library has it that npm unpacks packages with. */
function readByTar(archive: Buffer): Read[] {
  const members: { path: string; linkpath: string; content: string }[] = [];
  const parser = new Parser({ strict: true });
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.on('entry', (entry: ReadEntry) => {
    const member = { path: entry.path, linkpath: entry.linkpath ?? '', content: '' };
    members.push(member);
    entry.on('end', () => (member.content += '.'));
    entry.on('data', (piece: Buffer) => (member.content += piece.toString('latin1')));
  });
  parser.end(archive);
  return members;
}

const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);

/** A header about the next member, or about all. */
function about(type: 'ExtendedHeader' | 'GlobalExtendedHeader' | 'NextFileHasLongPath', text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([tarOf({ path: 'about', type, size: content.length }), padded(content)]);
}

function record(name: string, value: string): string {
  const rest = ` ${name}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (`${length}`.length + Buffer.byteLength(rest) !== length) length = `${length}`.length + Buffer.byteLength(rest);
  return `${length}${rest}`;
}

const pax = (name: string, value: string) => about('ExtendedHeader', record(name, value));
const file = (path: string, text = 'text') => tarOf({ path, content: Buffer.from(text) });

/** A header with other bytes in a place, and a checksum that fits. */
function patched(archive: Buffer, at: number, bytes: Buffer): Buffer {
  const copy = Buffer.from(archive);
  bytes.copy(copy, at);
  copy.fill(' ', 148, 156);
  const sum = copy.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return copy;
}

describe('of a member', () => {
  test('a name of another alphabet is read, whether in its header or before it', () => {
    const names = ['modèle/重み.onnx', `${'重'.repeat(60)}.onnx`];
    const archive = Buffer.concat([file(names[0]), pax('path', names[1]), file('short')]);
    expect(readBy(archive).map(({ path }) => path)).toEqual(names);
  });

  test('the path in a header of GNU tar is read, and a line feed in one of pax', () => {
    const long = `${'folder/'.repeat(40)}a.onnx`;
    const archive = Buffer.concat([
      about('NextFileHasLongPath', `${long}\0`),
      file('short'),
      pax('path', 'a\nb=c.onnx'),
      file('short'),
      file('short'),
    ]);
    expect(readBy(archive).map(({ path }) => path)).toEqual([long, 'a\nb=c.onnx', 'short']);
  });

  test.each([
    ['in octal digits', Buffer.from('         4 \0'), 'text'],
    ['in bytes, as GNU tar has those of 8 GB and more', Buffer.from('800000000000000000000004', 'hex'), 'text'],
    ['left out', Buffer.alloc(12), ''],
  ])('the size may be %s', (_, size, content) => {
    const whole = patched(file('a.onnx'), 124, size);
    const archive = content === '' ? whole.subarray(0, BLOCK) : whole;
    expect(readBy(archive)).toEqual([{ path: 'a.onnx', linkpath: '', content: `${content}.` }]);
  });

  test('the size of pax stands above its own, and one of all does so for all', () => {
    const archive = Buffer.concat([
      about('GlobalExtendedHeader', record('size', '3')),
      file('a'),
      pax('size', '2'),
      file('b'),
      file('c'),
    ]);
    expect(readBy(archive).map(({ content }) => content)).toEqual(['tex.', 'te.', 'tex.']);
  });

  test('it is a folder without anything, where a file has a name like one', () => {
    const folder = patched(file('a').subarray(0, BLOCK), 0, Buffer.from('a/'));
    expect(readBy(Buffer.concat([folder, file('b')]))).toEqual([
      { path: 'a/', linkpath: '', content: '.' },
      { path: 'b', linkpath: '', content: 'text.' },
    ]);
  });

  test('that tar has left the zeros out of, the name is the one of the file', () => {
    const records = record('GNU.sparse.major', '1') + record('GNU.sparse.name', 'a.onnx');
    const archive = Buffer.concat([about('ExtendedHeader', records), file('GNUSparseFile.7/a.onnx')]);
    expect(readBy(archive)).toEqual([{ path: 'a.onnx', linkpath: '', content: 'text.', isSparse: true }]);
  });
});

test.each<[what: string, archive: Buffer, reason: string]>([
  ['a checksum of something else', Buffer.from(file('a')).fill('b', 0, 1), 'checksum failure'],
  ['a size that is negative', patched(file('a'), 124, Buffer.alloc(12, 255)), 'invalid size'],
  ['a size beyond all sizes', patched(file('a'), 124, Buffer.from(`80${'ff'.repeat(11)}`, 'hex')), 'invalid size'],
  ['no path', patched(file('a'), 0, Buffer.alloc(1)), 'path is required'],
  ['a link to nothing', patched(file('a'), 156, Buffer.from('2')), 'linkpath required'],
  ['a file that points at another', patched(file('a'), 157, Buffer.from('b')), 'linkpath forbidden'],
  [
    'a long map of a sparse file',
    patched(file('a'), 156, Buffer.from(`S${'\0'.repeat(325)}\u0001`)),
    'the map of a sparse file goes on',
  ],
])('refuses %s', (_, archive, reason) => {
  expect(() => readBy(archive)).toThrow(new DamagedTar(reason));
});

test('a record of pax whose length lies ends what the header says', () => {
  const lying = about('ExtendedHeader', `${record('comment', 'x')}99 path=a\n${record('path', 'b')}`);
  expect(readBy(Buffer.concat([lying, file('c')])).map(({ path }) => path)).toEqual(['c']);
});

const NAME = fc.oneof(
  // a folder has no content
  fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '-', 'é'), maxLength: 120 }).map((start) => `${start}c`),
  fc.constantFrom('a/b/c.onnx', 'é'.repeat(50), `${'f/'.repeat(70)}g`),
);
const FILE: fc.Arbitrary<SampleEntry> = fc.record({
  path: NAME,
  content: fc.uint8Array({ maxLength: 1200 }).map((bytes) => Buffer.from(bytes)),
});
const LINK: fc.Arbitrary<SampleEntry> = fc.record({
  path: NAME,
  type: fc.constantFrom('Link', 'SymbolicLink'),
  linkpath: fc.string({ unit: fc.constantFrom('a', '/', '.'), minLength: 1, maxLength: 90 }),
} as const);
const MEMBER = fc.oneof(
  { weight: 4, arbitrary: FILE.map((entry) => tarOf(entry)) },
  { weight: 1, arbitrary: LINK.map((entry) => tarOf(entry)) },
  {
    weight: 1,
    arbitrary: fc.tuple(NAME, FILE).map(([path, entry]) => Buffer.concat([pax('path', path), tarOf(entry)])),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(NAME, FILE)
      .map(([path, entry]) => Buffer.concat([about('NextFileHasLongPath', `${path}\0`), tarOf(entry)])),
  },
);

test('any archive is read as another library has it, in pieces of any length', () => {
  const property = fc.property(
    fc.array(MEMBER, { maxLength: 6 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 3000 }),
    (members, hasEnd, pieceBytes) => {
      const archive = Buffer.concat([...members, ...(hasEnd ? [END_OF_TAR] : [])]);
      expect(readBy(archive, pieceBytes)).toEqual(members.length === 0 ? [] : readByTar(archive));
    },
  );
  tryValues(property, 400);
});
