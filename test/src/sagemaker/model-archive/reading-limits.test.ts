import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { END_OF_TAR, sampleFolder, tarOf } from './sample-archive';

/** What an archive may take whatever is in it, on any machine: memory of the whole process, and CPU time. */
const MOST_MEGABYTES = 200;
const MOST_SECONDS = 10;

const { folder, write } = sampleFolder();

interface Outcome {
  readonly texts: readonly string[];
  readonly megabytes: number;
  readonly seconds: number;
}

/** Reads an archive in a process of its own. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { archiveProblems } from './archive-problems';
const texts = ['ONNX', 'KERAS', 'PYTORCH'].flatMap((framework) => archiveProblems(process.argv[2], framework));
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({
  texts: texts.map(({ text }) => text),
  // what Linux says of the process alone: the usual figure begins with the memory of its parent
  megabytes: (Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024) / 1e6,
  seconds: (user + system) / 1e6,
}));`;
const program = path.join(folder, 'program.js');
const resolveDir = path.join(__dirname, '../../../../src/sagemaker/model-archive');

beforeAll(() => {
  const stdin = { contents: PROGRAM, resolveDir, loader: 'ts' } as const;
  buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: program });
});

function read(content: Buffer): Outcome {
  const file = write('model.tar.gz', content);
  return JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' })) as Outcome;
}

/** A member that the header says is large, and as many bytes of it, the same ones again and again. */
function bomb(name: string, bytes: Buffer, megabytes: number): Buffer {
  const part = gzipSync(Buffer.alloc(1_048_576, bytes));
  const header = gzipSync(tarOf({ path: name, size: megabytes * 1_048_576 }).subarray(0, 512));
  return Buffer.concat([header, ...Array<Buffer>(megabytes).fill(part), gzipSync(END_OF_TAR)]);
}

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));

test.each<readonly [what: string, content: () => Buffer]>([
  ['a gigabyte of zeros', () => bomb('a.onnx', Buffer.alloc(1), 1024)],
  ['256 MB of messages in messages', () => bomb('a.onnx', Buffer.from([0x3a, 0x7f]), 256)],
  ['256 MB of JSON that never ends', () => bomb('a.h5', Buffer.from('{"class_name":'), 256)],
  ['fifty thousand members', () => gzipSync(tarOf(...many(50_000, (index) => `${index}.txt`)), { level: 1 })],
  ['twenty thousand models', () => gzipSync(tarOf(...many(20_000, (index) => `${index}.onnx`)), { level: 1 })],
  [
    'a pax header of a hundred megabytes',
    () => {
      const size = 100 * 1_048_576;
      const header = tarOf({ path: 'PaxHeader', type: 'ExtendedHeader', size });
      const part = gzipSync(Buffer.alloc(1_048_576, 'path=a'));
      return Buffer.concat([gzipSync(header), ...Array<Buffer>(100).fill(part)]);
    },
  ],
])('%s ends soon, in little memory, and in words that can be read', (_, content) => {
  const { texts, megabytes, seconds } = read(content());
  expect(texts.length).toBeGreaterThan(0);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(5000);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});
