import { type FileFacts, MalformedFile, type VariableShards } from './file-facts';
import { type MessageVisitor, ProtoStream } from './proto-stream';
import { SampledReader } from './sampled-reader';
import { type SortedEntry, sortedEntries } from './sorted-table';

const ALLOWED = "the index of a SavedModel's variables";
const ADVICE = 'save the model once more with tf.saved_model.save, and pack the whole folder';
/** The index of a model with thousands of variables has some hundred kilobytes; of a longer one, only the header is read. */
const HEAD_BYTES = 4 * 1024 * 1024;
const FOOTER_BYTES = 48;
/** The number that a table ends with. */
const MAGIC = '57fb808b247547db';
const MOST_SHARDS = 10_000;

/**
 * Reads which files the values of variables lie in: a sorted table, whose first value is a BundleHeaderProto, and all others are
 * BundleEntryProto (TensorFlow 2.9's tensor_bundle.proto; it has not changed since 1.0).
 *
 * @see https://github.com/tensorflow/tensorflow/blob/v2.9.0/tensorflow/core/protobuf/tensor_bundle.proto
 */
export class VariablesIndexReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: { head: HEAD_BYTES, tail: FOOTER_BYTES } });
  }

  protected factsOf(head: Buffer): FileFacts {
    if (!this.sample.tail.toString('hex').endsWith(MAGIC)) return damaged('one that is cut off or damaged');
    if (!this.sample.isWhole) return { problems: [] };
    try {
      return { problems: [], shards: shardsOf(sortedEntries(head)) };
    } catch (error) {
      if (!(error instanceof MalformedFile)) throw error;
      return damaged(`a damaged one: ${error.message}`);
    }
  }
}

function damaged(found: string): FileFacts {
  return { problems: [{ allowed: ALLOWED, found, advice: ADVICE }] };
}

function shardsOf(entries: Iterable<SortedEntry>): VariableShards | undefined {
  let count: number | undefined;
  let leastBytes: number[] = [];
  for (const { keyLength, value } of entries) {
    const [first = 0, , shard = 0, offset = 0, size = 0] = numbersOf(value);
    if (keyLength === 0) {
      count = first;
      if (count > MOST_SHARDS) return undefined;
      leastBytes = Array.from({ length: count }, () => 0);
    } else if (shard < leastBytes.length) {
      leastBytes[shard] = Math.max(leastBytes[shard], offset + size);
    }
  }
  if (count === undefined) throw new MalformedFile('it has no header');
  return { count, leastBytes };
}

/** The numbers of a message, by their fields: the first is at 0. */
function numbersOf(message: Buffer): readonly (number | undefined)[] {
  const numbers: (number | undefined)[] = [];
  const visitor: MessageVisitor = {
    number: (field, value) => {
      if (field <= 5) numbers[field - 1] = value;
    },
  };
  const stream = new ProtoStream(visitor, message.length);
  stream.take(message);
  const malformed = stream.end();
  if (malformed !== undefined) throw new MalformedFile(malformed);
  return numbers;
}
