import fc from 'fast-check';
import {
  flatStructure,
  pickledText,
  type PickleStep,
  pickleStructure,
  StructureWriter,
  withMutation,
  writeUbjson,
} from './drawn-structures';
import { factsOf } from './read-sample';
import { tryValues } from '../../../../property';

/** What any file may take, in seconds of CPU time: many times what it does. */
const LONGEST_READING = 10;
const LONGEST_TEXT = 2000;
const MOST_INPUTS = 100;
const PIECE_BYTES = fc.constantFrom(1, 13, 16_384);
const NAME = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 20 }));

/** Whatever a file is: a person can read what is wrong with it, and soon, in whatever pieces it comes. */
function expectFindings(name: string, framework: string, content: Buffer, pieceBytes: number) {
  const start = process.cpuUsage();
  const facts = factsOf(name, framework, content, pieceBytes);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(LONGEST_READING);
  const { problems, inputs = [] } = facts;
  for (const { allowed, found, advice } of problems) {
    expect(`${allowed}${found}${advice}`.length).toBeLessThan(LONGEST_TEXT);
  }
  expect(problems.length).toBeLessThanOrEqual(MOST_INPUTS);
  expect(inputs.length).toBeLessThanOrEqual(MOST_INPUTS);
  expect(facts).toEqual(factsOf(name, framework, content));
  return facts;
}

describe('a TensorFlow Lite model', () => {
  const SIZES = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });
  const TENSOR = fc.record({ name: NAME, shape: SIZES, isOpen: fc.boolean(), type: fc.constantFrom(0, 3, 9, 200) });
  const GRAPH = fc.array(TENSOR, { minLength: 1, maxLength: 6 }).chain((tensors) =>
    fc.record({
      tensors: fc.constant(tensors),
      inputs: fc.array(fc.nat({ max: tensors.length - 1 }), { minLength: 1, maxLength: 8 }),
      graphs: fc.integer({ min: 1, max: 3 }),
    }),
  );

  const MODEL = withMutation(GRAPH, ({ tensors, inputs, graphs }) => {
    const tensor = ({ name, shape, isOpen, type }: (typeof tensors)[number]) => {
      const signature = isOpen ? { integers: shape.map(() => -1) } : undefined;
      const none = undefined;
      return { members: [{ integers: shape }, { byte: type }, none, { text: name }, none, none, none, signature] };
    };
    const graph = () => ({ members: [{ items: tensors.map(tensor) }, { integers: inputs }] });
    const all = { items: Array.from({ length: graphs }, graph) };
    return flatStructure({ members: [undefined, undefined, all, { text: 'made by hand' }] }, 'TFL3');
  });

  test('says its inputs, and whatever its tables point at has an end', () => {
    const property = fc.property(MODEL, PIECE_BYTES, ({ value, valid, mutated }, pieceBytes) => {
      const { inputs, problems } = expectFindings('a.tflite', 'TFLITE', valid, pieceBytes);
      const used = value.inputs.map((index) => value.tensors[index]);
      const shapes = used.map(({ shape, isOpen }) =>
        shape.length === 0 ? undefined : shape.map((size) => (isOpen ? '' : size)),
      );
      expect(inputs?.map(({ shape }) => shape)).toEqual(shapes);
      expect(problems).toHaveLength(used.filter(({ type }) => type !== 0 && type !== 3).length);
      expectFindings('a.tflite', 'TFLITE', mutated, pieceBytes);
    });
    tryValues(property, 150);
  });
});

describe('a Keras model in HDF5', () => {
  const LAYER = fc.record({
    name: fc.string({ maxLength: 20 }),
    shape: fc.array(fc.option(fc.integer({ min: 1, max: 5000 })), { maxLength: 5 }),
  });
  const FILE = fc.record({
    layers: fc.array(LAYER, { minLength: 1, maxLength: 5 }),
    nested: fc.json(),
    version: fc.constantFrom(0, 1, 2, 3),
    userBlock: fc.constantFrom(0, 512, 1024),
    before: fc.nat({ max: 300 }),
    keras: fc.constantFrom('2.9.0', '3.3.3'),
  });

  const MODEL = withMutation(FILE, ({ layers, nested, version, userBlock, before, keras }) => {
    const own = layers.map(({ name, shape }) => ({
      class_name: 'InputLayer',
      config: { name, batch_input_shape: shape, more: JSON.parse(nested) as unknown },
    }));
    const config = JSON.stringify({ class_name: 'Functional', config: { layers: own } });
    const write = (total: number) => {
      const writer = new StructureWriter();
      writer.raw(Buffer.alloc(userBlock)).raw('\u0089HDF\r\n\u001a\n').number(version, 1);
      const isOld = version < 2;
      if (isOld) {
        writer
          .raw('\0\0\0\0')
          .number(8, 1)
          .number(8, 1)
          .raw('\0')
          .raw(Buffer.alloc(version === 0 ? 8 : 12));
      } else {
        writer.number(8, 1).number(8, 1).raw('\0');
      }
      writer
        .number(0, 8)
        .number(2n ** 64n - 1n, 8)
        .number(total, 8);
      // the version is in the global heap, at which its attribute points by a length, an address and a number
      const heap = writer.length;
      writer.raw('GCOL\u0001\0\0\0').number(4096, 8);
      writer.number(1, 2).number(1, 2).raw('\0\0\0\0').number(keras.length, 8).raw(keras.padEnd(8, '\0'));
      writer.raw(Buffer.alloc(before)).raw('keras_version\0').raw(Buffer.alloc(8));
      writer.number(keras.length, 4).number(heap, 8).number(1, 4);
      writer.raw(`model_config\0\0`).raw(Buffer.from(config)).raw('\0\0');
      return writer;
    };
    return write(write(0).length).structure;
  });

  test('says its inputs and its version, and whatever its superblock and its heap say has an end', () => {
    const property = fc.property(MODEL, PIECE_BYTES, ({ value, valid, mutated }, pieceBytes) => {
      const { inputs, problems, version } = expectFindings('a.h5', 'KERAS', valid, pieceBytes);
      expect(problems).toEqual([]);
      expect(version).toBe(value.keras);
      expect(inputs).toEqual(value.layers.map(({ name, shape }) => ({ name, shape: shape.map((size) => size ?? '') })));
      expectFindings('a.h5', 'KERAS', mutated, pieceBytes);
    });
    tryValues(property, 120);
  });
});

describe('an XGBoost model in UBJSON', () => {
  const SCORE = fc.oneof(
    fc.constant('5E-1'),
    fc.array(fc.float({ noNaN: true }), { maxLength: 3 }).map((s) => `[${s}]`),
  );
  const DOCUMENT = fc.record({ trees: fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 4 }), score: SCORE });

  const MODEL = withMutation(DOCUMENT, ({ trees, score }) => {
    const writer = new StructureWriter();
    const learner = { gradient_booster: { model: { trees } }, learner_model_param: { base_score: score } };
    writeUbjson(writer, { learner, more: null });
    // the version ends the document
    const { bytes, numbers } = writer.structure;
    const end = Buffer.from('i\u0007version[#L\0\0\0\0\0\0\0\u0003i\u0003i\u0001i\u0001}', 'latin1');
    return { bytes: Buffer.concat([bytes.subarray(0, -1), end]), numbers };
  });

  test('is told, and whatever its lengths say has an end', () => {
    const property = fc.property(MODEL, PIECE_BYTES, ({ value, valid, mutated }, pieceBytes) => {
      const { problems } = expectFindings('xgboost-model', 'XGBOOST', valid, pieceBytes);
      const text = value.score.startsWith('[') ? 'UBJSON of XGBoost 3.1 or newer' : 'UBJSON of XGBoost 3.1.1';
      expect(problems).toMatchObject([{ found: expect.stringContaining(text) }]);
      expectFindings('xgboost-model', 'XGBOOST', mutated, pieceBytes);
    });
    tryValues(property, 120);
  });
});

describe('a pickle', () => {
  const WORD = fc.string({ unit: fc.constantFrom('a', 'B', '_', '1'), minLength: 1, maxLength: 12 });
  const STEP: fc.Arbitrary<PickleStep> = fc.oneof(
    WORD.map(pickledText),
    WORD.map((text): PickleStep => ['c', `${text}\n${text}\n`]),
    fc.nat({ max: 255 }).map((value): PickleStep => ['K', value]),
    fc.nat({ max: 255 }).map((index): PickleStep => ['h', index]),
    fc
      .constantFrom('}', ')', ']', '(', 't', 'u', 'e', 'R', 'b', '\u0094', '\u0093', '0', 'N')
      .map((opcode): PickleStep => [opcode]),
  );
  const OBJECT = fc.record({
    protocol: fc.constantFrom(2, 3, 4, 5),
    module: fc.constantFrom('sklearn.svm._classes', 'xgboost.core', 'own.module', 'collections'),
    name: WORD,
    steps: fc.array(STEP, { maxLength: 20 }),
  });

  const FILE = withMutation(OBJECT, ({ protocol, module, name, steps }) => {
    const byName: readonly PickleStep[] =
      protocol >= 4
        ? [pickledText(module), ['\u0094'], pickledText(name), ['\u0094'], ['\u0093']]
        : [['c', `${module}\n${name}\n`]];
    return pickleStructure(protocol, [...byName, [')'], ['\u0081'], ...steps, ['.']]);
  });

  test('is known by its class, and whatever its opcodes do, none of them is done', () => {
    const property = fc.property(FILE, PIECE_BYTES, ({ value, valid, mutated }, pieceBytes) => {
      const { problems } = expectFindings('a.joblib', 'SKLEARN', valid, pieceBytes);
      const { module, name } = value;
      if (module.startsWith('sklearn')) expect(problems).toEqual([]);
      else if (module.startsWith('collections')) expect(problems[0].found).toBe('a pickle of an array or other data');
      else expect(problems[0].found).toBe(`a pickle of the class ${module}.${name}`);
      for (const content of [valid, mutated]) {
        expectFindings('a.joblib', 'SKLEARN', content, pieceBytes);
        expectFindings('xgboost-model', 'XGBOOST', content, pieceBytes);
        expectFindings('a.pth', 'PYTORCH', content, pieceBytes);
      }
    });
    tryValues(property, 120);
  });
});
