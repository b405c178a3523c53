import { readdirSync, type Stats, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { InputKind } from './checked-file';
import { UsageError } from './usage-error';
import type { RecordForm } from '../src/bedrock/evaluation/data/evaluation-forms';
import { RECORDS_FILE } from '../src/bedrock/input/record-files';
import { firstBytesOf, isGzip } from '../src/local-file/file-signature';

/** What a person may say that a file is. */
export const NAMED_KINDS = ['model', 'model-folder', 'records', 'training-data', 'prompts', 'data'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

const SAVED_MODEL = 'saved_model.pb';
/** What the transformers library saves a model in, or an adapter to one; they are read where a model is imported into Bedrock. */
const SAVED_BY_TRANSFORMERS = /^(config|adapter_config)\.json$|\.safetensors$/;
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

/** What only the lines of evaluations have. */
const PROMPT_MEMBER = /"(referenceResponse|modelResponses|conversationTurns)"\s*:/;
/** What those have whose answers were made elsewhere. */
const ANSWER_MEMBER = /"(modelResponses|output)"\s*:/;

/** What a file is read as: what the person says, or what its name and its beginning tell. Fails for what is no file. */
export function inputKindOf(path: string, named?: NamedKind): InputKind {
  const stats = statsOf(path);
  if (stats.isDirectory()) return folderKindOf(path, named);
  if (!stats.isFile()) throw new UsageError('it is no regular file');
  if (named === 'model-folder') throw new UsageError('it is a file: give the folder that it is in');
  const first = beginningOf(path);
  if (named === 'model') return isArchive(path, first) ? 'model archive' : 'model';
  if (named === 'training-data') return 'training data';
  if (named !== undefined) return named;
  if (ARCHIVE.test(path)) return 'model archive';
  if (isModelName(path)) return 'model';
  const text = first.toString('latin1');
  if (extname(path).toLowerCase() !== '.jsonl') return REQUEST_MEMBER.test(text) ? 'records' : 'data';
  if (RECORD_MEMBER.test(text)) return 'records';
  if (TRAINING_MEMBER.test(text)) return 'training data';
  return PROMPT_MEMBER.test(text) ? 'prompts' : 'data';
}

/** What the lines of an evaluation look like, by the beginning of the file. */
export function recordFormOf(path: string): RecordForm {
  const text = beginningOf(path).toString('latin1');
  const isAnswered = ANSWER_MEMBER.test(text);
  if (!text.includes('"conversationTurns"')) return isAnswered ? 'answered prompts' : 'prompts';
  if (!isAnswered) return 'questions';
  return text.includes('"retrievedResults"') ? 'found passages' : 'answered questions';
}

/** What a folder is read as: records, or a model that the transformers library has saved. */
function folderKindOf(path: string, named: NamedKind | undefined): InputKind {
  if (named === 'records') return named;
  const names = namesIn(path);
  if (named === 'model-folder') return 'model folder';
  const hasRecords = names.some((name) => RECORDS_FILE.test(name));
  const isPacked = names.includes(SAVED_MODEL);
  const isImported = !isPacked && names.some((name) => SAVED_BY_TRANSFORMERS.test(name));
  const hasModel = isPacked || names.some(isModelName);
  if (named === undefined && (hasRecords || !(isImported || hasModel))) return 'records';
  if (isImported && (named === undefined || named === 'model')) return 'model folder';
  const whole = isPacked ? `tar -czf model.tar.gz -C ${path} .` : 'tar -czf model.tar.gz -C <folder> <file>';
  const pack = `pack the model, for example with ${whole}, and give the archive`;
  const wayOut = hasModel && !hasRecords ? pack : 'give the files';
  throw new UsageError(`it is a folder, and only records or a model to be imported may be in one: ${wayOut}`);
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

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(error);
  }
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
