import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';

const BLOCK = 512;
/** About how much of an archive is the same again and again, each time as a compressed part of its own. */
const PART_BYTES = 1_000_000;
/** The same where a part has more of something than is remembered of it. */
const MANY_BYTES = 4_000_000;

/** Archives of any size: what they begin with, and a part that is repeated. */
interface SampleArchive {
  readonly path: string;
  readonly part: Buffer;
  /** What the model in it begins with, where so many bytes follow. */
  begin(following: number): Buffer;
}

/** Models that differ in where the time goes: in large fields, in many small ones, in a search, and in many members. */
export const SAMPLE_ARCHIVES = {
  'ONNX, large weights': () => onnx(100_000),
  'ONNX, small weights': () => onnx(1000),
  'ONNX, tiny weights': () => onnxOfMany(100),
  'ONNX, many inputs': () => onnxOf(input, MANY_BYTES),
  'Keras, HDF5': () => ({ path: 'model.h5', begin: () => Buffer.from(HDF5, 'latin1'), part: floats(PART_BYTES) }),
  'files of 8 kB': () => files(8 * 1024),
  'files of 1 kB': () => files(1024),
  'files of 200 bytes': () => files(200),
} as const satisfies { readonly [name: string]: () => SampleArchive | Buffer };
export type SampleArchiveName = keyof typeof SAMPLE_ARCHIVES;

const HDF5 = '\u0089HDF\r\n\u001a\nmodel_config{"class_name": "Functional", "config": {"layers": []}}';

/** Writes a compressed tar archive of about so many bytes of content. */
export function writeArchive(file: string, name: SampleArchiveName, bytes: number): void {
  const descriptor = openSync(file, 'w');
  const sample = SAMPLE_ARCHIVES[name]();
  const part = Buffer.isBuffer(sample) ? sample : sample.part;
  const times = Math.ceil(bytes / part.length);
  const write = (content: Buffer) => writeSync(descriptor, gzipSync(content, { level: 1 }));
  let length = 0;
  if (!Buffer.isBuffer(sample)) {
    const begin = sample.begin(times * part.length);
    length = begin.length + times * part.length;
    write(Buffer.concat([header(sample.path, length), begin]));
  }
  const compressed = gzipSync(part, { level: 1 });
  for (let count = 0; count < times; count++) writeSync(descriptor, compressed);
  write(Buffer.alloc(((BLOCK - (length % BLOCK)) % BLOCK) + 2 * BLOCK));
  closeSync(descriptor);
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  new Header({ path, type: 'File', mode: 0o644, size }).encode(block);
  return block;
}

/** Numbers as weights are: small, and with nothing to compress but their exponents. */
function floats(bytes: number): Buffer {
  const random = randomFillSync(new Uint8Array(bytes));
  const numbers = Float32Array.from({ length: Math.ceil(bytes / 4) }, (_, index) => random[index] / 1000 - 0.1);
  for (let index = 0; index < numbers.length; index++) numbers[index] += random[index * 3] / 1e6;
  return Buffer.from(numbers.buffer);
}

/** ModelProto with its version, its operator set, and a graph of tensors with so many bytes of values each. */
function onnx(tensorBytes: number): SampleArchive {
  const values = floats(tensorBytes);
  const tensor = (index: number) =>
    field(5, Buffer.concat([field(8, Buffer.from(`weight.${index}`)), field(9, values)]));
  return onnxOf(tensor);
}

/** The same, where each tensor has a name and values of its own, as more tensors have than are remembered. */
function onnxOfMany(tensorBytes: number): SampleArchive {
  const values = floats(MANY_BYTES);
  const tensor = (index: number) => {
    const own = values.subarray(index * tensorBytes, (index + 1) * tensorBytes);
    return field(5, Buffer.concat([field(8, Buffer.from(`weight.${index}`)), field(9, own)]));
  };
  return onnxOf(tensor, MANY_BYTES);
}

/** The graph's fields of which a part has many. */
function onnxOf(content: (index: number) => Buffer, bytes = PART_BYTES): SampleArchive {
  const count = Math.floor(bytes / content(0).length);
  const part = Buffer.concat(Array.from({ length: count }, (_, index) => content(index)));
  const begin = (following: number) =>
    Buffer.concat([Buffer.from([8, 7]), field(8, Buffer.from([16, 12])), lengthOf(7, following)]);
  return { path: 'model.onnx', begin, part };
}

/** ValueInfoProto: a name, and a type of numbers of any count. */
function input(index: number): Buffer {
  const dimension = field(1, field(2, Buffer.from('batch')));
  const type = field(2, field(1, Buffer.concat([Buffer.from([8, 1]), field(2, dimension)])));
  return field(11, Buffer.concat([field(1, Buffer.from(`input.${index}`)), type]));
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([lengthOf(number, content.length), content]);
}

/** The tag and the length of a field. */
function lengthOf(number: number, length: number): Buffer {
  const bytes = [number * 8 + 2];
  let rest = length;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

/** Small files, as the packages have them that models are served with: no two are alike, and text is what they are. */
function files(size: number): Buffer {
  const members = Array.from({ length: Math.ceil(PART_BYTES / (size + BLOCK)) }, (_, index) => {
    const path = `code/lib/python3.11/site-packages/package_${index % 97}/module_${index}.py`;
    const content = Buffer.alloc(Math.ceil(size / BLOCK) * BLOCK);
    content.write(program(index, size), 'latin1');
    return Buffer.concat([header(path, size), content]);
  });
  return Buffer.concat(members);
}

const WORDS = 'model data input predict batch weight shape layer config path value index name result read load'.split(
  ' ',
);

/** A program of so many bytes. */
function program(seed: number, bytes: number): string {
  const lines: string[] = [];
  for (let line = seed * 31, length = 0; length < bytes; line++) {
    const word = (step: number) => WORDS[(line * step + seed) % WORDS.length];
    const text = `    self.${word(3)}_${line % 1009} = ${word(5)}(${word(7)}, ${word(11)}=${(line * 7919) % 65_521})\n`;
    lines.push(text);
    length += text.length;
  }
  return lines.join('').slice(0, bytes);
}
