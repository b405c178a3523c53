import { posix } from 'node:path';

/** The bytes of a number in protobuf. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

/** A field of a protobuf message: a number, a text, bytes, or a message of fields. */
export function field(number: number, value: number | string | Buffer | readonly Buffer[]): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number * 8), varint(value)]);
  const bytes = typeof value === 'string' ? Buffer.from(value) : Array.isArray(value) ? Buffer.concat(value) : value;
  return Buffer.concat([varint(number * 8 + 2), varint((bytes as Buffer).length), bytes as Buffer]);
}

/** What an ONNX model has besides what every one has. */
export interface SampleOnnx {
  readonly ir?: number;
  readonly opset?: number;
  readonly inputs?: { readonly [name: string]: readonly (number | string)[] };
  readonly weights?: readonly string[];
  /** The file that the weights lie in. */
  readonly location?: string;
}

export function onnxModel({ ir = 7, opset = 12, inputs = {}, weights = [], location }: SampleOnnx = {}): Buffer {
  const tensor = (name: string) => [
    field(8, name),
    ...(location === undefined ? [] : [field(13, [field(1, 'location'), field(2, location)]), field(14, 1)]),
  ];
  const valueInfo = (name: string, shape: readonly (number | string)[]) => {
    const dimensions = shape.map((size) => field(1, [typeof size === 'number' ? field(1, size) : field(2, size)]));
    return [field(1, name), field(2, [field(1, [field(1, 1), field(2, dimensions)])])];
  };
  const graph = [
    field(2, 'graph'),
    ...weights.map((name) => field(5, tensor(name))),
    ...Object.entries(inputs).map(([name, shape]) => field(11, valueInfo(name, shape))),
  ];
  return Buffer.concat([field(1, ir), field(8, [field(1, ''), field(2, opset)]), field(7, graph)]);
}

/** A SavedModel whose signature has inputs: by key, the tensor and the shape. */
export function savedModel(
  inputs: { readonly [key: string]: readonly [tensor: string, shape: readonly number[]] } = {},
): Buffer {
  const shapeOf = (shape: readonly number[]) =>
    shape.map((size) => field(2, size < 0 ? [Buffer.from('08ffffffffffffffffff01', 'hex')] : [field(1, size)]));
  const entries = Object.entries(inputs).map(([key, [tensor, shape]]) =>
    field(1, [field(1, key), field(2, [field(1, tensor), field(2, 1), field(3, shapeOf(shape))])]),
  );
  const signature = field(5, [field(1, 'serving_default'), field(2, entries)]);
  return Buffer.concat([field(1, 1), field(2, [field(2, 'graph'), signature])]);
}

/** A frozen graph with placeholders: by name, the shape. */
export function frozenGraph(inputs: { readonly [name: string]: readonly number[] } = { input: [1, 4] }): Buffer {
  return Buffer.concat(
    Object.entries(inputs).map(([name, shape]) => {
      const sizes = shape.map((size) => field(2, [field(1, size)]));
      const attribute = field(5, [field(1, 'shape'), field(2, [field(7, sizes)])]);
      return field(1, [field(1, name), field(2, 'Placeholder'), attribute]);
    }),
  );
}

/** A zip archive that is nothing but its directory, behind what is given. */
export function zipOf(names: readonly string[], before: Buffer | string = ''): Buffer {
  const start = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from(before)]);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, end]);
}

export function torchScript(): Buffer {
  return zipOf(['m/data.pkl', 'm/code/__torch__.py', 'm/constants.pkl', 'm/version']);
}

/** A TensorFlow Lite model with one input. */
export function tfliteModel({
  name = 'input',
  shape = [1, 4] as readonly number[],
  signature = [] as readonly number[],
  type = 0,
} = {}): Buffer {
  const bytes = Buffer.alloc(512);
  const int = (at: number, value: number) => bytes.writeInt32LE(value, at);
  const reference = (from: number, to: number) => int(from, to - from);
  /** A table at a place, with members of four bytes each after it; the places of members are right before. */
  const table = (at: number, members: readonly (number | undefined)[]) => {
    const places = at - 4 - 2 * members.length;
    bytes.writeUInt16LE(4 + 2 * members.length, places);
    bytes.writeUInt16LE(4 + 4 * members.length, places + 2);
    int(at, at - places);
    members.forEach((target, index) => {
      if (target === undefined) return;
      bytes.writeUInt16LE(4 + 4 * index, places + 4 + 2 * index);
      reference(at + 4 + 4 * index, target);
    });
  };
  const list = (at: number, values: readonly number[]) =>
    [values.length, ...values].forEach((v, i) => int(at + 4 * i, v));
  int(0, 40);
  bytes.write('TFL3', 4);
  table(40, [undefined, undefined, 80]);
  list(80, [1, 0]);
  reference(84, 120);
  table(120, [140, 150]);
  list(140, [1]);
  reference(144, 200);
  list(150, [0]);
  bytes.fill(0, 158, 176);
  table(200, [260, 0, undefined, 320, undefined, undefined, undefined, 400]);
  bytes.writeUInt8(type, 208);
  list(260, shape);
  bytes.writeInt32LE(Buffer.byteLength(name), 320);
  bytes.write(name, 324);
  list(400, signature);
  return bytes;
}

export function kerasModel(config: unknown = { class_name: 'Functional', config: { layers: [] } }): Buffer {
  const signature = Buffer.from('\u0089HDF\r\n\u001a\n', 'latin1');
  return Buffer.concat([signature, Buffer.from(`\0\0model_config\0\0${JSON.stringify(config)}\0\0`)]);
}

export function mxnetParameters(...names: readonly string[]): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(0x112);
  return Buffer.concat([head, Buffer.from(names.map((name) => `arg:${name}\0`).join(''))]);
}

/** The binary format: parameters, and the names of the objective and of the booster. */
export function xgboostBinary(): Buffer {
  return Buffer.concat([Buffer.from('binf'), Buffer.alloc(144), Buffer.from('reg:squarederror\0gbtree')]);
}

const CONTENTS: { readonly [ending: string]: () => Buffer } = {
  '.onnx': () => onnxModel(),
  '.pt': torchScript,
  '.pth': torchScript,
  '.tflite': () => tfliteModel(),
  '.h5': () => kerasModel(),
  '.pb': () => savedModel(),
  '.cfg': () => Buffer.from('[net]\nbatch=1\n'),
  '.model': xgboostBinary,
  '.weights': () => Buffer.alloc(20),
  '.params': () => mxnetParameters('fc_weight'),
  '.json': () => Buffer.from('{"nodes":[]}'),
};

/** What a file has in it where a test does not care: a model, where its name is one of a model. */
export function sampleContent(path: string): Buffer {
  return CONTENTS[posix.extname(path)]?.() ?? Buffer.from(`content of ${path}`);
}
