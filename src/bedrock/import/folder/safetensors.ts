import { closeSync, openSync, readSync } from 'node:fs';
import type { ModelFile } from './model-files';
import { archiveKind, firstBytesOf } from '../../../local-file/file-signature';
import { isPlainObject } from '../../../validation/plain-object';

/** What cannot be read as safetensors. The message is a clause that says what it is. */
export class UnusableWeights extends Error {}

const LENGTH_BYTES = 8;
/** What the format allows: https://github.com/huggingface/safetensors#format */
const LONGEST_HEADER = 100_000_000;
const METADATA = '__metadata__';

/**
 * The types of the tensors in a file of safetensors: its header says them, and how long the file must be. Throws
 * `UnusableWeights`.
 */
export function readSafetensors({ path, size }: ModelFile): ReadonlySet<string> {
  const archive = archiveKind(firstBytesOf(path));
  if (archive !== undefined) throw new UnusableWeights(`which is ${archive}: get the file itself, or what is in it`);
  const file = openSync(path, 'r');
  try {
    const length = headerLength(bytesAt(file, 0, LENGTH_BYTES), size);
    return typesIn(bytesAt(file, LENGTH_BYTES, length), size - LENGTH_BYTES - length);
  } finally {
    closeSync(file);
  }
}

function headerLength(bytes: Buffer, size: number): number {
  if (bytes.length < LENGTH_BYTES) throw new UnusableWeights(`which has ${size} bytes only`);
  const length = bytes.readBigUInt64LE();
  if (length > LONGEST_HEADER) throw new UnusableWeights('which does not begin as safetensors do');
  if (length > size - LENGTH_BYTES) throw new UnusableWeights('which is cut off in its header: get it once more');
  return Number(length);
}

/** @param rest How many bytes the file has behind its header. */
function typesIn(header: Buffer, rest: number): ReadonlySet<string> {
  const tensors = Object.entries(parsed(header)).filter(([name]) => name !== METADATA);
  const types = new Set<string>();
  let end = 0;
  for (const [, tensor] of tensors) {
    const { dtype, data_offsets: offsets } = isPlainObject(tensor) ? tensor : {};
    const last: unknown = Array.isArray(offsets) ? offsets[1] : undefined;
    if (typeof dtype !== 'string' || typeof last !== 'number') throw new UnusableWeights('whose header has no tensors');
    types.add(dtype);
    end = Math.max(end, last);
  }
  if (tensors.length === 0) throw new UnusableWeights('which has no tensors');
  if (end > rest) throw new UnusableWeights(`which is cut off: it lacks ${end - rest} bytes. Get it once more`);
  return types;
}

function parsed(header: Buffer): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(header.toString('utf8'));
    if (isPlainObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnusableWeights('whose header is no JSON');
}

function bytesAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, position));
}
