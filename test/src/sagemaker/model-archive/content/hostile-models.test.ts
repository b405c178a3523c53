import fc from 'fast-check';
import { factsOf, MODELS } from './read-sample';
import { tryValues } from '../../../../property';
import { field, varint, zipOf } from '../sample-models';

/** What a damaged file may take, in seconds of CPU time: many times what it does. */
const LONGEST_READING = 10;
const LONGEST_TEXT = 2000;

/** Whatever a file is, there are facts about it that a person can read, and soon. */
function expectFacts(name: string, framework: string, content: Buffer, pieceBytes: number): void {
  const start = process.cpuUsage();
  const { problems, inputs = [] } = factsOf(name, framework, content, pieceBytes);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(LONGEST_READING);
  const lengths = problems.map(({ allowed, found, advice }) => `${allowed}${found}${advice}`.length);
  expect(Math.max(0, ...lengths)).toBeLessThan(LONGEST_TEXT);
  expect(inputs.flatMap(({ shape = [] }) => shape.filter((size) => Number(size) < 0))).toEqual([]);
}

const PIECE_BYTES = fc.constantFrom(1, 7, 64, 16_384);
/** Numbers that lengths and offsets lie with. */
const ODD_NUMBER = fc.oneof(
  fc.constantFrom(0, 1, 4, 127, 128, 255, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 53, 2 ** 63),
  fc.nat({ max: 600 }),
);

/** What of a file is cut off, and which of its bytes, and numbers of four bytes, are others. */
const DAMAGE = fc.record({
  length: fc.nat({ max: 100 }),
  bytes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
  numbers: fc.array(fc.tuple(fc.nat(), ODD_NUMBER), { maxLength: 3 }),
});
type Damage = typeof DAMAGE extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(content: Buffer, { length, bytes, numbers }: Damage): Buffer {
  const copy = Buffer.from(content.subarray(0, Math.ceil(content.length * (1 - length / 100))));
  for (const [at, byte] of bytes) if (copy.length > 0) copy[at % copy.length] = byte;
  for (const [at, number] of numbers) {
    if (copy.length >= 4) copy.writeUInt32LE(number % 2 ** 32, at % (copy.length - 3));
  }
  return copy;
}

describe.each(MODELS)('%s for %s', (name, framework, content) => {
  test('has facts however it is damaged', () => {
    const property = fc.property(DAMAGE, PIECE_BYTES, (damage, pieceBytes) => {
      expectFacts(name, framework, damaged(content, damage), pieceBytes);
    });
    tryValues(property, 120);
  });

  test('has facts where it is text of any kind', () => {
    const text = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));
    const property = fc.property(text, fc.nat({ max: 30 }), PIECE_BYTES, (drawn, kept, pieceBytes) => {
      const begun = content.subarray(0, kept);
      expectFacts(name, framework, Buffer.concat([begun, Buffer.from(drawn)]), pieceBytes);
    });
    tryValues(property, 30);
  });

  test.each(deepTexts())('has facts where it is deep: %#', (text) => {
    for (const kept of [0, 4, 9, 64]) {
      expectFacts(name, framework, Buffer.concat([content.subarray(0, kept), Buffer.from(text)]), 16_384);
    }
  });
});

function deepTexts(): string[] {
  return ['[', '{"a":', '{"class_name":', '{"nodes":[', '(', '[net]\n', 'arg:'].map((part) => part.repeat(20_000));
}

/** Fields of protobuf with any numbers, in any depth; some have a length that lies. */
const { message: MESSAGE } = fc.letrec<{ message: Buffer; entry: Buffer }>((tie) => ({
  message: fc
    .array(tie('entry'), { maxLength: 5, depthIdentifier: 'message' })
    .map((entries) => Buffer.concat(entries)),
  entry: fc.oneof(
    { depthIdentifier: 'message', maxDepth: 6 },
    fc.tuple(fc.nat({ max: 20 }), ODD_NUMBER).map(([number, value]) => field(number, value)),
    fc.tuple(fc.nat({ max: 20 }), fc.string()).map(([number, text]) => field(number, text)),
    fc.tuple(fc.nat({ max: 20 }), tie('message')).map(([number, inner]) => field(number, inner)),
    fc
      .tuple(fc.nat({ max: 20 }), ODD_NUMBER, tie('message'))
      .map(([number, length, inner]) => Buffer.concat([varint(8 * number + 2), varint(length), inner])),
  ),
}));

test.each([
  ['a.onnx', 'ONNX'],
  ['saved_model.pb', 'TENSORFLOW'],
  ['frozen.pb', 'TENSORFLOW'],
])('%s has facts whatever messages are in it', (name, framework) => {
  const property = fc.property(MESSAGE, PIECE_BYTES, (content, pieceBytes) => {
    expectFacts(name, framework, content, pieceBytes);
    // in whatever pieces it comes
    expect(factsOf(name, framework, content, pieceBytes)).toEqual(factsOf(name, framework, content));
  });
  tryValues(property, 300);
});

test('a message in a message in a message… is taken, however deep', () => {
  let content: Buffer = Buffer.alloc(0);
  while (content.length < 20_000) content = field(7, content);
  expectFacts('a.onnx', 'ONNX', content, 16_384);
});

test('a zip archive has facts whatever its directory says', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('m/data.pkl', 'm/constants.pkl', 'm/code/a.py', '../a', 'a/'));
  const numbers = fc.array(fc.tuple(fc.nat({ max: 120 }), ODD_NUMBER), { maxLength: 4 });
  const property = fc.property(fc.array(name, { maxLength: 8 }), numbers, PIECE_BYTES, (names, others, pieceBytes) => {
    const content = zipOf(names);
    // from the end, where the directory is
    for (const [back, number] of others) {
      if (back + 4 <= content.length) content.writeUInt32LE(number % 2 ** 32, content.length - 4 - back);
    }
    expectFacts('a.pt', 'PYTORCH', content, pieceBytes);
  });
  tryValues(property, 400);
});
