import { type FileFacts, type FileProblem, MalformedFile, type ModelInput } from './file-facts';
import { BeyondSample, FlatTable } from './flat-table';
import { SampledReader } from './sampled-reader';

const ALLOWED = 'a TensorFlow Lite model, which has the identifier TFL3';
const IDENTIFIER = 'TFL3';
/** Converters write the tables before the weights; of what they have written otherwise, nothing is said. */
const HEAD_BYTES = 4 * 1024 * 1024;
const MOST_INPUTS = 100;

/** The names of tensors' types, by their numbers in the schema. */
const TYPES = [
  ...['FLOAT32', 'FLOAT16', 'INT32', 'UINT8', 'INT64', 'STRING', 'BOOL', 'INT16', 'COMPLEX64', 'INT8', 'FLOAT64'],
  ...['COMPLEX128', 'UINT64', 'RESOURCE', 'VARIANT', 'UINT32', 'UINT16', 'INT4'],
];
const TAKEN_TYPES = ['FLOAT32', 'UINT8'];

/** Where members are in their tables. */
const MODEL = { subgraphs: 2 };
const SUBGRAPH = { tensors: 0, inputs: 1 };
const TENSOR = { shape: 0, type: 1, name: 3, signature: 7 };

/**
 * Reads a TensorFlow Lite model: tables by their numbers in version 3 of its FlatBuffers schema (3a).
 *
 * @see https://github.com/tensorflow/tensorflow/blob/v2.9.0/tensorflow/lite/schema/schema_v3a.fbs
 */
export class TfliteReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: { head: HEAD_BYTES, tail: 0 }, own: 'TensorFlow Lite' });
  }

  protected factsOf(head: Buffer): FileFacts {
    const advice = 'convert the model with tf.lite.TFLiteConverter, and pack what it returns';
    if (head.subarray(4, 8).toString('latin1') !== IDENTIFIER) {
      return { problems: [{ allowed: ALLOWED, found: 'a file without it', advice }] };
    }
    try {
      return inputsOf(head, this.size);
    } catch (error) {
      if (error instanceof BeyondSample) return { problems: [] };
      if (!(error instanceof MalformedFile)) throw error;
      return { problems: [{ allowed: ALLOWED, found: `a damaged one: ${error.message}`, advice }] };
    }
  }
}

function inputsOf(head: Buffer, size: number): FileFacts {
  const graph = FlatTable.root(head, size).tables(MODEL.subgraphs, 1)[0];
  if (!graph) throw new MalformedFile('it has no graph');
  const inputs: ModelInput[] = [];
  const problems: FileProblem[] = [];
  for (const index of graph.numbers(SUBGRAPH.inputs, MOST_INPUTS)) {
    const tensor = graph.tableAt(SUBGRAPH.tensors, index);
    const name = tensor.text(TENSOR.name);
    // the signature has -1 where the shape has 1 and another size would do
    const shape = tensor.numbers(TENSOR.shape, 64);
    const signature = tensor.numbers(TENSOR.signature, 64);
    const sizes = signature.length === shape.length ? signature : shape;
    // no sizes are those of a single number, or are not known
    inputs.push({ name, shape: sizes.length > 0 ? sizes.map((each) => (each > 0 ? each : '')) : undefined });
    const type = tensor.byte(TENSOR.type);
    const typeName = TYPES[type] ?? `number ${type}`;
    if (!TAKEN_TYPES.includes(typeName)) problems.push(typeProblem(name, typeName));
  }
  return { problems, inputs };
}

function typeProblem(name: string, type: string): FileProblem {
  return {
    allowed: `a model whose inputs are ${TAKEN_TYPES.join(' or ')}, which is what Neo's public loader takes`,
    found: `the input '${name.slice(0, 100)}' of the type ${type}`,
    advice: 'convert it with inference_input_type=tf.uint8 or tf.float32',
    warning: 'neoModelInput',
  };
}
