import type { Dimension } from './file-facts';
import type { MessageVisitor } from './proto-stream';
import { signedNumber } from './signed-number';

/** More than this, of names that are weights, is not kept. */
const MOST_NAMES = 20_000;
const MOST_FILES = 100;
const MOST_DOMAINS = 10;
const EXTERNAL = 1;
/** Where values lie in another file: its path, and from where on how many bytes. */
const PLACE = ['location', 'offset', 'length'];

/** GraphProto: nodes, weights and inputs. The graphs in its nodes' attributes are looked into for weights and operators. */
export class OnnxGraph implements MessageVisitor {
  public hasNodes = false;
  private readonly weights = new Set<string>();
  private readonly valueInfos: ValueInfo[] = [];
  /** One for all weights, and one for all tensors in attributes: a model may have millions. */
  private readonly tensor: Tensor;
  private readonly attributeTensor: Tensor;

  constructor(
    /** The files that weights lie in, and how many bytes each has at least. */
    public readonly externalFiles = new Map<string, number>(),
    /** What the operators of the nodes belong to. */
    public readonly domains = new Set<string>(),
  ) {
    this.tensor = new Tensor(externalFiles, this.weights);
    this.attributeTensor = new Tensor(externalFiles);
  }

  /** The inputs but for weights, which older files list among them; undefined where there are too many to tell. */
  public get inputs() {
    if (this.weights.size >= MOST_NAMES || this.valueInfos.length >= MOST_NAMES) return undefined;
    return this.valueInfos.filter(({ name }) => !this.weights.has(name)).map(({ name, shape }) => ({ name, shape }));
  }

  public get hasInputs(): boolean {
    return this.inputs?.length !== 0;
  }

  public message(field: number): MessageVisitor | undefined {
    if (field === 1) return this.node();
    if (field === 5) return this.tensor;
    // sparse weights have a tensor of values
    if (field === 15) return { message: (sparse) => (sparse === 1 ? this.tensor : undefined) };
    if (field !== 11 || this.valueInfos.length >= MOST_NAMES) return undefined;
    const info = new ValueInfo();
    this.valueInfos.push(info);
    return info;
  }

  /** NodeProto: the domain of its operator, and AttributeProto, which may have tensors and graphs. */
  private node(): MessageVisitor {
    this.hasNodes = true;
    const attribute: MessageVisitor = {
      message: (field) => {
        if (field === 5 || field === 10) return this.attributeTensor;
        return field === 6 || field === 11 ? new OnnxGraph(this.externalFiles, this.domains) : undefined;
      },
    };
    return {
      wants: (field) => field === 7,
      bytes: (_, value) => {
        if (this.domains.size < MOST_DOMAINS) this.domains.add(value.toString());
      },
      message: (field) => (field === 5 ? attribute : undefined),
    };
  }
}

/** TensorProto, but for its values. */
class Tensor implements MessageVisitor {
  private name = '';
  private isExternal = false;
  /** Where the values lie in another file, as texts. */
  private readonly external = new Map<string, string>();

  /**
   * @param names Takes the names of weights. @default - they do not matter
   */
  constructor(
    private readonly files: Map<string, number>,
    private readonly names?: Set<string>,
  ) {}

  public number(field: number, value: number): void {
    if (field === 14) this.isExternal = value === EXTERNAL;
  }

  public wants(field: number): boolean {
    return field === 8 && this.names !== undefined && this.names.size < MOST_NAMES;
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
        if (PLACE.includes(entry.key)) this.external.set(entry.key, entry.value);
      },
    };
  }

  public end(): void {
    if (this.names && this.names.size < MOST_NAMES) this.names.add(this.name);
    if (this.isExternal) this.noteExternal();
    this.name = '';
    this.isExternal = false;
    this.external.clear();
  }

  private noteExternal(): void {
    const [location = '', offset, length] = PLACE.map((key) => this.external.get(key));
    if (!this.files.has(location) && this.files.size >= MOST_FILES) return;
    const end = [offset, length].reduce((sum, text) => sum + (Number(text) || 0), 0);
    this.files.set(location, Math.max(end, this.files.get(location) ?? 0));
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
