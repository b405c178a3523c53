import type { Dimension, FileFacts, FileProblem, ModelInput } from './file-facts';
import { type MessageVisitor, ProtoStream } from './proto-stream';
import { SampledReader } from './sampled-reader';
import { signedNumber } from './signed-number';

const SAVED_MODEL = 'a SavedModel';
const FROZEN_GRAPH = 'a SavedModel called saved_model.pb, or a frozen graph';
const MOST_INPUTS = 1000;
const SAVE_AGAIN = 'save the model once more with tf.saved_model.save, and pack the whole folder';
/** The operations that stand for variables in graphs of TensorFlow 1 and 2. */
const VARIABLES = ['Variable', 'VariableV2', 'VarHandleOp'];
/** What Keras and TensorFlow 2 put before the names of inputs. */
const SERVED = 'serving_default_';

/**
 * Reads a SavedModel or a frozen graph: fields by their numbers in TensorFlow 2.9's saved_model.proto, meta_graph.proto,
 * graph.proto and tensor_shape.proto.
 *
 * @see https://github.com/tensorflow/tensorflow/tree/v2.9.0/tensorflow/core/protobuf
 */
export class TensorflowReader extends SampledReader {
  private readonly model: SavedModel | FrozenGraph;
  private readonly stream?: ProtoStream;

  constructor(name: string, size: number) {
    const isSavedModel = name.startsWith('saved_model.');
    const own = name.endsWith('.pbtxt') ? 'text' : undefined;
    super(size, { allowed: isSavedModel ? SAVED_MODEL : FROZEN_GRAPH, own });
    this.model = isSavedModel ? new SavedModel() : new FrozenGraph();
    // the text format is taken for what it says it is
    if (name.endsWith('.pb')) this.stream = new ProtoStream(this.model, size);
  }

  public override take(piece: Buffer): void {
    super.take(piece);
    this.stream?.take(piece);
  }

  protected factsOf(): FileFacts {
    if (!this.stream) return { problems: [] };
    const malformed = this.stream.end();
    const { hasGraph, inputs, version, hasVariables } = this.model;
    if (malformed === undefined && hasGraph) {
      return { problems: [...this.model.problems()], inputs, version, hasVariables };
    }
    const found = `no such: ${malformed ?? 'it has no graph'}`;
    return { problems: [{ allowed: this.allowed, found, advice: SAVE_AGAIN }] };
  }
}

class SavedModel implements MessageVisitor {
  public hasGraph = false;
  public version?: string;
  private served?: readonly ModelInput[];
  private readonly graph = new Graph();

  public get inputs(): readonly ModelInput[] | undefined {
    return this.served;
  }

  public get hasVariables(): boolean {
    return this.graph.hasVariables;
  }

  public *problems(): Iterable<FileProblem> {
    if (this.served) return;
    yield {
      allowed: `${SAVED_MODEL} with a signature that says its inputs`,
      found: 'one without',
      advice: 'save it with tf.saved_model.save and the argument signatures',
      warning: 'neoModelFormat',
    };
  }

  /** MetaGraphDef: what is said of the graph (MetaInfoDef), the graph, and its signatures. */
  public message(field: number): MessageVisitor | undefined {
    if (field !== 2) return undefined;
    return {
      message: (inner) => {
        if (inner === 1) return this.information();
        if (inner === 5) return this.signature();
        if (inner !== 2) return undefined;
        this.hasGraph = true;
        return this.graph;
      },
    };
  }

  private information(): MessageVisitor {
    return { wants: (field) => field === 5, bytes: (_, value) => (this.version = value.toString().slice(0, 50)) };
  }

  private signature(): MessageVisitor {
    let name = '';
    const inputs: ModelInput[] = [];
    const definition: MessageVisitor = {
      message: (field) => (field === 1 && inputs.length < MOST_INPUTS ? signatureInput(inputs) : undefined),
    };
    return {
      wants: (field) => field === 1,
      bytes: (_, value) => (name = value.toString()),
      message: (field) => (field === 2 ? definition : undefined),
      end: () => {
        // maps have no order in protobuf
        const sorted = inputs.sort((one, other) => (one.name < other.name ? -1 : 1));
        if (name === 'serving_default' || (!this.served && inputs.length > 0)) this.served = sorted;
      },
    };
  }
}

/** An entry of the map of a signature's inputs: TensorFlow 1 knows an input by its tensor, TensorFlow 2 by its key. */
function signatureInput(inputs: ModelInput[]): MessageVisitor {
  let key = '';
  let tensor = '';
  let shape: Shape | undefined;
  const info: MessageVisitor = {
    wants: (field) => field === 1,
    bytes: (_, value) => (tensor = value.toString().replace(/:\d+$/, '')),
    message: (field) => (field === 3 ? (shape = new Shape()) : undefined),
  };
  return {
    wants: (field) => field === 1,
    bytes: (_, value) => (key = value.toString()),
    message: (field) => (field === 2 ? info : undefined),
    end: () => {
      inputs.push({ name: tensor === '' || tensor.startsWith(SERVED) ? key : tensor, shape: shape?.sizes });
    },
  };
}

/** GraphDef: nodes, each with its name, its operation, and its attributes, of which `shape` has a TensorShapeProto. */
class Graph implements MessageVisitor {
  public hasGraph = false;
  public hasVariables = false;
  private readonly placeholders: ModelInput[] = [];

  public get inputs(): readonly ModelInput[] | undefined {
    return this.placeholders.length > 0 ? this.placeholders : undefined;
  }

  public message(field: number): MessageVisitor | undefined {
    if (field !== 1) return undefined;
    let [name, operation] = ['', ''];
    let shape: Shape | undefined;
    return {
      wants: (inner) => inner === 1 || inner === 2,
      bytes: (inner, value) => {
        if (inner === 1) name = value.toString();
        else operation = value.toString();
      },
      message: (inner) =>
        inner === 5 && operation === 'Placeholder' ? shapeAttribute((found) => (shape = found)) : undefined,
      end: () => {
        if (name !== '' && operation !== '') this.hasGraph = true;
        if (VARIABLES.includes(operation)) this.hasVariables = true;
        if (operation !== 'Placeholder' || this.placeholders.length >= MOST_INPUTS) return;
        this.placeholders.push({ name, shape: shape?.sizes });
      },
    };
  }
}

class FrozenGraph extends Graph {
  public readonly version = undefined;

  public *problems(): Iterable<FileProblem> {
    if (!this.hasVariables) return;
    yield {
      allowed: 'a graph that is frozen: its variables are constants',
      found: 'one with variables, whose values are in other files',
      advice: 'freeze it, or pack a SavedModel with its folder variables',
      warning: 'neoModelFormat',
    };
  }
}

function shapeAttribute(found: (shape: Shape) => void): MessageVisitor {
  let key = '';
  let shape: Shape | undefined;
  return {
    wants: (field) => field === 1,
    bytes: (_, value) => (key = value.toString()),
    message: (field) =>
      field === 2 ? { message: (inner) => (inner === 7 ? (shape = new Shape()) : undefined) } : undefined,
    end: () => {
      if (key === 'shape' && shape) found(shape);
    },
  };
}

/** TensorShapeProto: sizes, of which -1 is open; or none, where not even their number is known. */
class Shape implements MessageVisitor {
  private readonly dimensions: Dimension[] = [];
  private isUnknown = false;

  public get sizes(): readonly Dimension[] | undefined {
    return this.isUnknown ? undefined : this.dimensions;
  }

  public number(field: number, value: number): void {
    if (field === 3 && value === 1) this.isUnknown = true;
  }

  public message(field: number): MessageVisitor | undefined {
    if (field !== 2) return undefined;
    let size: Dimension = '';
    return {
      number: (inner, value) => {
        if (inner === 1 && signedNumber(value) > 0) size = value;
      },
      end: () => {
        if (this.dimensions.length < 64) this.dimensions.push(size);
      },
    };
  }
}
