import type { Dimension, FileFacts, FileProblem } from './file-facts';
import { type MessageVisitor, ProtoStream } from './proto-stream';
import { SampledReader } from './sampled-reader';
import { signedNumber } from './signed-number';

const ALLOWED = 'an ONNX model with a graph (ModelProto)';
/** What Neo's tables have: ONNX 1.7.0, whose operator set is 12, and whose file format (IR) is 7. */
const DOCUMENTED = { release: '1.7', opset: 12, ir: 7 };
/** More than this, of names that are weights, is not kept. */
const MOST_NAMES = 20_000;
const EXTERNAL = 1;

/**
 * Reads an ONNX model: fields by the numbers of onnx.proto3 of ONNX 1.16, which have not changed since IR version 3.
 *
 * @see https://github.com/onnx/onnx/blob/v1.16.0/onnx/onnx.proto3
 * @see https://github.com/onnx/onnx/blob/v1.16.0/docs/Versioning.md
 */
export class OnnxReader extends SampledReader {
  private readonly model = new OnnxModel();
  private readonly stream: ProtoStream;

  constructor(size: number) {
    super(size, { allowed: ALLOWED });
    this.stream = new ProtoStream(this.model, size);
  }

  public override take(piece: Buffer): void {
    super.take(piece);
    this.stream.take(piece);
  }

  protected factsOf(): FileFacts {
    const malformed = this.stream.end();
    const { ir, hasGraph, inputs, externalFiles } = this.model;
    if (malformed !== undefined || !hasGraph || ir === undefined) {
      const reason = malformed ?? (hasGraph ? 'it has no IR version' : 'it has no graph');
      const advice = 'export the model once more, for example with torch.onnx.export, and check it with onnx.checker';
      return { problems: [{ allowed: ALLOWED, found: `no such: ${reason}`, advice }] };
    }
    return { problems: [...this.model.versionProblems()], inputs, neededFiles: externalFiles };
  }
}

class OnnxModel implements MessageVisitor {
  public ir?: number;
  public hasGraph = false;
  private opset = 0;
  private readonly weights = new Set<string>();
  private readonly files = new Set<string>();
  private readonly valueInfos: ValueInfo[] = [];
  /** One for all of them: a model may have millions. */
  private readonly tensor = new Tensor(this.weights, this.files);

  /** The inputs but for weights, which older files list among them; undefined where there are too many to tell. */
  public get inputs() {
    if (this.weights.size >= MOST_NAMES || this.valueInfos.length >= MOST_NAMES) return undefined;
    return this.valueInfos.filter(({ name }) => !this.weights.has(name)).map(({ name, shape }) => ({ name, shape }));
  }

  public get externalFiles(): readonly string[] {
    return [...this.files];
  }

  public *versionProblems(): Iterable<FileProblem> {
    const { release, opset, ir } = DOCUMENTED;
    const newer: string[] = [];
    if (this.opset > opset) newer.push(`the operator set ${this.opset}`);
    if (this.ir! > ir) newer.push(`the IR version ${this.ir}`);
    if (newer.length === 0) return;
    yield {
      allowed: `a model of ONNX ${release} or older (operator set ${opset}, IR version ${ir}), as Neo's documentation has it`,
      found: `one with ${newer.join(' and ')}`,
      advice: `export it with opset_version=${opset}`,
      warning: 'neoModelVersion',
    };
  }

  public number(field: number, value: number): void {
    if (field === 1) this.ir = value;
  }

  public message(field: number): MessageVisitor | undefined {
    if (field === 8) return this.operatorSet();
    if (field !== 7) return undefined;
    this.hasGraph = true;
    return {
      message: (inner) => {
        if (inner === 5) return this.tensor;
        // sparse weights have a tensor of values
        if (inner === 15) return { message: (sparse) => (sparse === 1 ? this.tensor : undefined) };
        if (inner !== 11 || this.valueInfos.length >= MOST_NAMES) return undefined;
        const info = new ValueInfo();
        this.valueInfos.push(info);
        return info;
      },
    };
  }

  private operatorSet(): MessageVisitor {
    let domain = '';
    let version = 0;
    return {
      wants: (field) => field === 1,
      bytes: (_, value) => (domain = value.toString()),
      number: (field, value) => {
        if (field === 2) version = value;
      },
      end: () => {
        if (domain === '' || domain === 'ai.onnx') this.opset = Math.max(this.opset, version);
      },
    };
  }
}

/** TensorProto, but for its values. */
class Tensor implements MessageVisitor {
  private name = '';
  private isExternal = false;
  private location = '';

  constructor(
    private readonly names: Set<string>,
    private readonly files: Set<string>,
  ) {}

  public number(field: number, value: number): void {
    if (field === 14) this.isExternal = value === EXTERNAL;
  }

  public wants(field: number): boolean {
    return field === 8 && this.names.size < MOST_NAMES;
  }

  public bytes(_: number, value: Buffer): void {
    this.name = value.toString();
  }

  public message(field: number): MessageVisitor | undefined {
    if (field !== 13) return undefined;
    const entry = { key: '', value: '' };
    return {
      wants: (inner) => inner === 1 || inner === 2,
      bytes: (inner, value) => (entry[inner === 1 ? 'key' : 'value'] = value.toString()),
      end: () => {
        if (entry.key === 'location') this.location = entry.value;
      },
    };
  }

  public end(): void {
    if (this.names.size < MOST_NAMES) this.names.add(this.name);
    if (this.isExternal && this.files.size < 100) this.files.add(this.location);
    this.name = '';
    this.isExternal = false;
    this.location = '';
  }
}

/** ValueInfoProto: a name and a TypeProto, whose tensor_type has a TensorShapeProto. */
class ValueInfo implements MessageVisitor {
  public name = '';
  public shape?: Dimension[];

  public wants(field: number): boolean {
    return field === 1;
  }

  public bytes(_: number, value: Buffer): void {
    this.name = value.toString();
  }

  public message(field: number): MessageVisitor | undefined {
    const shape: MessageVisitor = { message: (inner) => (inner === 1 ? this.dimension() : undefined) };
    const tensor: MessageVisitor = {
      message: (inner) => {
        if (inner !== 2) return undefined;
        this.shape = [];
        return shape;
      },
    };
    return field === 2 ? { message: (inner) => (inner === 1 ? tensor : undefined) } : undefined;
  }

  private dimension(): MessageVisitor {
    let size: Dimension = '';
    return {
      number: (field, value) => {
        if (field === 1 && signedNumber(value) > 0) size = value;
      },
      wants: (field) => field === 2,
      bytes: (_, value) => (size = value.toString()),
      end: () => {
        if (this.shape!.length < 64) this.shape!.push(size);
      },
    };
  }
}
