import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { InputKind } from './checked-file';
import { UsageError } from './usage-error';
import { RECORDS_FILE } from '../src/bedrock/input/record-files';
import { firstBytesOf, isGzip } from '../src/local-file/file-signature';

/** What a person may say that a file is. */
export const NAMED_KINDS = ['model', 'records', 'training-data', 'data'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

const SAVED_MODEL = 'saved_model.pb';
const ARCHIVE = /\.(tar\.gz|tgz)$/;
/** How the names of models end, of which nothing else is likely to have one. */
const MODEL_ENDINGS =
  /^\.(onnx|ptl?|pth|tflite|h5|hdf5|keras|pb|pbtxt|params|weights|model|ubj|joblib|pkl|pickle|safetensors|ckpt|cbm)$/;
/** What the requests of records are called, whatever the name of their file is. */
const REQUEST_MEMBER = /^\s*\[?\s*\{[^{}]{0,200}"modelInput"\s*:\s*\{/;
/** What only records have. */
const RECORD_MEMBER = /"(modelInput|recordId)"\s*:/;
/** What only conversations have that a model is customized with. */
const TRAINING_MEMBER = /"schemaVersion"\s*:\s*"bedrock-conversation-/;

/** What a file is read as: what the person says, or what its name and its beginning tell. Fails for what is no file. */
export function inputKindOf(path: string, named?: NamedKind): InputKind {
  const stats = statsOf(path);
  if (stats.isDirectory()) {
    if (named === 'records' || (named === undefined && !isModelFolder(path))) return 'records';
    throw new UsageError(`it is a folder, and only records may be in one: ${wayOutOf(path)}`);
  }
  if (!stats.isFile()) throw new UsageError('it is no regular file');
  const first = beginningOf(path);
  if (named === 'model') return isArchive(path, first) ? 'model archive' : 'model';
  if (named === 'training-data') return 'training data';
  if (named !== undefined) return named;
  if (ARCHIVE.test(path)) return 'model archive';
  if (isModelName(path)) return 'model';
  const text = first.toString('latin1');
  if (extname(path).toLowerCase() !== '.jsonl') return REQUEST_MEMBER.test(text) ? 'records' : 'data';
  if (RECORD_MEMBER.test(text)) return 'records';
  return TRAINING_MEMBER.test(text) ? 'training data' : 'data';
}

/** A folder that has no records, and a model. */
function isModelFolder(path: string): boolean {
  const names = readdirSync(path);
  return (
    !names.some((name) => RECORDS_FILE.test(name)) && names.some((name) => name === SAVED_MODEL || isModelName(name))
  );
}

function wayOutOf(path: string): string {
  if (!isModelFolder(path)) return 'give the files';
  const whole = existsSync(join(path, SAVED_MODEL))
    ? `tar -czf model.tar.gz -C ${path} .`
    : 'tar -czf model.tar.gz -C <folder> <file>';
  return `pack the model, for example with ${whole}, and give the archive`;
}

/** Whether a file may hold lines of records, by its name: it is not that of a model, or of rows. */
export function mayHoldRecords(path: string): boolean {
  return !ARCHIVE.test(path) && !isModelName(path) && extname(path).toLowerCase() !== '.csv';
}

/** The name goes first: joblib compresses estimators with gzip, too. */
function isArchive(path: string, first: Buffer): boolean {
  return ARCHIVE.test(path) || (!isModelName(path) && isGzip(first));
}

function isModelName(path: string): boolean {
  return MODEL_ENDINGS.test(extname(path).toLowerCase());
}

function statsOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(error);
  }
}

/** Also finds out whether the file can be read at all. */
function beginningOf(path: string): Buffer {
  try {
    return firstBytesOf(path);
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError('there is no such file');
  return new UsageError(`it cannot be read: ${message}`);
}
