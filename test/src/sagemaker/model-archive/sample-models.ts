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
  /** The nodes of the graph, as fields of it. */
  readonly nodes?: readonly Buffer[];
}

export function onnxModel({
  ir = 7,
  opset = 12,
  nodes = [field(1, [field(4, 'Relu')])],
  inputs = { x: [1, 'n'] },
  weights = [],
  location,
}: SampleOnnx = {}): Buffer {
  const tensor = (name: string) => [
    field(8, name),
    ...(location === undefined ? [] : [field(13, [field(1, 'location'), field(2, location)]), field(14, 1)]),
  ];
  const valueInfo = (name: string, shape: readonly (number | string)[]) => {
    const dimensions = shape.map((size) => field(1, [typeof size === 'number' ? field(1, size) : field(2, size)]));
    return [field(1, name), field(2, [field(1, [field(1, 1), field(2, dimensions)])])];
  };
  const graph = [
    ...nodes,
    field(2, 'graph'),
    ...weights.map((name) => field(5, tensor(name))),
    ...Object.entries(inputs).map(([name, shape]) => field(11, valueInfo(name, shape))),
  ];
  return Buffer.concat([field(1, ir), field(8, [field(1, ''), field(2, opset)]), field(7, graph)]);
}

/** A SavedModel whose signature has inputs: by key, the tensor and the shape. */
export function savedModel(
  inputs: { readonly [key: string]: readonly [tensor: string, shape: readonly number[]] } = { x: ['x:0', [-1]] },
  { version = '2.4.0', operations = ['AddV2'] as readonly string[] } = {},
): Buffer {
  const shapeOf = (shape: readonly number[]) =>
    shape.map((size) => field(2, size < 0 ? [Buffer.from('08ffffffffffffffffff01', 'hex')] : [field(1, size)]));
  const entries = Object.entries(inputs).map(([key, [tensor, shape]]) =>
    field(1, [field(1, key), field(2, [field(1, tensor), field(2, 1), field(3, shapeOf(shape))])]),
  );
  const signature = field(5, [field(1, 'serving_default'), field(2, entries)]);
  const graph = field(
    2,
    operations.map((operation) => field(1, [field(1, 'n'), field(2, operation)])),
  );
  return Buffer.concat([field(1, 1), field(2, [field(1, [field(5, version)]), graph, signature])]);
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

/** The same with ZIP64: a wide end, and where it is, in front of an end that leaves all numbers to it. */
export function zip64Of(names: readonly string[]): Buffer {
  const narrow = zipOf(names);
  const end = narrow.length - 22;
  const wide = Buffer.alloc(56);
  wide.write('PK\u0006\u0006', 'latin1');
  wide.writeBigUInt64LE(BigInt(narrow.readUInt32LE(end + 12)), 40);
  wide.writeBigUInt64LE(BigInt(narrow.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(end), 8);
  const last = Buffer.from(narrow.subarray(end));
  last.fill(255, 8, 20);
  return Buffer.concat([narrow.subarray(0, end), wide, locator, last]);
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

/** Names of parameters, each behind its length, with what comes before them. */
export function mxnetParameters(...names: readonly string[]): Buffer {
  return mxnetNames(...names.map((name) => `arg:${name}`));
}

export function mxnetNames(...names: readonly string[]): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const texts = names.flatMap((name) => [number(name.length), Buffer.from(name)]);
  return Buffer.concat([number(0x112), number(0), number(0), number(names.length), ...texts]);
}

/** The binary format: parameters, and the names of the objective and of the booster. */
export function xgboostBinary({ mark = 'binf', booster = 'gbtree' } = {}): Buffer {
  const names = ['reg:squarederror', booster].flatMap((name) => {
    const length = Buffer.alloc(8);
    length.writeUInt32LE(name.length);
    return [length, Buffer.from(name)];
  });
  return Buffer.concat([Buffer.from(mark), Buffer.alloc(136), ...names, Buffer.alloc(160)]);
}

/** The configuration of a network without layers. */
export const DARKNET_NETWORK = '[net]\nbatch=1\nheight = 8\nwidth=8\nchannels=3\n';

const CONTENTS: { readonly [ending: string]: () => Buffer } = {
  '.onnx': () => onnxModel(),
  '.pt': torchScript,
  '.pth': torchScript,
  '.tflite': () => tfliteModel(),
  '.h5': () => kerasModel(),
  '.pb': () => savedModel(),
  '.cfg': () => Buffer.from(DARKNET_NETWORK),
  '.model': xgboostBinary,
  '.weights': () => Buffer.alloc(24),
  '.joblib': () => Buffer.from('\u0080\u0003csklearn.svm\nSVC\n)\u0081.', 'latin1'),
  '.params': () => mxnetParameters('fc_weight'),
  '.json': () => Buffer.from('{"nodes":[]}'),
};

/** What a file has in it where a test does not care: a model, where its name is one of a model. */
export function sampleContent(path: string): Buffer {
  return CONTENTS[posix.extname(path)]?.() ?? Buffer.from(`content of ${path}`);
}

/** The index of variables: a sorted table with one block of entries, each a key and a value. */
export function variablesIndex(...entries: readonly (readonly [key: string, value: Buffer])[]): Buffer {
  const block = (all: readonly (readonly [key: string, value: Buffer])[]) => {
    const bytes = all.map(([key, value]) =>
      Buffer.concat([varint(0), varint(key.length), varint(value.length), Buffer.from(key), value]),
    );
    // one place where the block may be entered, and how many there are
    return Buffer.concat([...bytes, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
  };
  const trailer = Buffer.alloc(5);
  const handle = (offset: number, size: number) => Buffer.concat([varint(offset), varint(size)]);
  const data = block(entries);
  const index = block([['z', handle(0, data.length)]]);
  const handles = Buffer.concat([handle(0, 0), handle(data.length + trailer.length, index.length)]);
  const footer = Buffer.concat([handles, Buffer.alloc(40 - handles.length), Buffer.from('57fb808b247547db', 'hex')]);
  return Buffer.concat([data, trailer, index, trailer, footer]);
}
