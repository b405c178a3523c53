import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { END_OF_TAR, type SampleEntry, sampleFolder, tarOf } from './sample-archive';
import { ArchiveContents } from '../../../../src/sagemaker/model-archive/archive-contents';
import { readEntries } from '../../../../src/sagemaker/model-archive/archive-entries';
import { UnusableArchive } from '../../../../src/sagemaker/model-archive/unusable-archive';
import { FRAMEWORK_NAMES } from '../../../../src/sagemaker/neo/neo-frameworks';
import { tryValues } from '../../../property';

const { write } = sampleFolder();
const LONGEST_TEXT = 5000;

/** Whatever an archive is, a person can read what is wrong with it. */
function expectProblems(content: Buffer): void {
  const texts: string[] = [];
  try {
    const contents = new ArchiveContents();
    readEntries(write('model.tar.gz', content), (entry) => contents.add(entry));
    for (const framework of FRAMEWORK_NAMES) {
      texts.push(...contents.problems(framework, "'model.tar.gz'").map(({ text }) => text));
      contents.inputs(framework);
    }
  } catch (error) {
    if (!(error instanceof UnusableArchive)) throw error;
    texts.push(error.message);
  }
  // eslint-disable-next-line no-control-regex
  expect(texts.filter((text) => text.length > LONGEST_TEXT || /[\u0000-\u0009\u000b-\u001f]/.test(text))).toEqual([]);
}

const NAME = fc.oneof(
  fc.constantFrom('a.onnx', 'a.pt', 'a.h5', 'saved_model.pb', 'a.tflite', 'xgboost-model', 'a.cfg', 'a.weights'),
  fc.constantFrom('/', '..', '../a.onnx', './a.onnx', 'a/../../b.onnx', '/etc/a.onnx', '.hidden', 'a\nb.onnx', 'a/'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
);

const ENTRY: fc.Arbitrary<SampleEntry> = fc.oneof(
  { weight: 3, arbitrary: NAME },
  fc.record({
    path: NAME,
    type: fc.constantFrom('File', 'Directory', 'FIFO', 'SparseFile', 'ExtendedHeader', 'NextFileHasLongPath'),
    size: fc.constantFrom(0, 1, 511, 512, 513, 2 ** 20, 2 ** 33, 2 ** 52),
  } as const),
  fc.record({ path: NAME, type: fc.constantFrom('Link', 'SymbolicLink'), linkpath: NAME } as const),
);

/** A record of a pax header: its length, which may lie, its name and its value. */
const PAX = fc.tuple(
  fc.constantFrom('path', 'linkpath', 'size', 'GNU.sparse.major', 'uid', '__proto__'),
  fc.oneof(fc.constantFrom('-1', '1e99', '99999999999999999999', '../a.onnx', ''), fc.string()),
  fc.constantFrom(0, 0, 0, 1, -3, 1000),
);

function paxOf([name, value, lie]: readonly [string, string, number]): Buffer {
  const rest = ` ${name}=${value}\n`;
  const length = Buffer.byteLength(rest) + 2;
  const record = Buffer.from(`${length + lie}${rest}`);
  const header = tarOf({ path: 'PaxHeader', type: 'ExtendedHeader', size: record.length });
  return Buffer.concat([header, record, Buffer.alloc(512 - (record.length % 512))]);
}

const CHANGES = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 });

function changed(bytes: Buffer, changes: readonly (readonly [at: number, byte: number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
  return copy;
}

test('an archive of any entries has problems that can be read', () => {
  const members = fc.array(
    fc.oneof(
      ENTRY.map((entry) => tarOf(entry)),
      PAX.map(paxOf),
    ),
    { maxLength: 5 },
  );
  const property = fc.property(members, CHANGES, fc.boolean(), (parts, changes, hasEnd) => {
    const tar = Buffer.concat([...parts, ...(hasEnd ? [END_OF_TAR] : [])]);
    expectProblems(gzipSync(changed(tar, changes), { level: 1 }));
  });
  tryValues(property, 300);
});

test('a compressed file that is damaged or cut off has problems that can be read', () => {
  const compressed = gzipSync(Buffer.concat([tarOf('a.onnx', 'b.pt', 'c.h5'), END_OF_TAR]));
  const property = fc.property(CHANGES, fc.nat({ max: compressed.length }), (changes, length) => {
    expectProblems(changed(compressed.subarray(0, length), changes));
  });
  tryValues(property, 200);
});
