import { statSync } from 'node:fs';
import { readRecord } from './batch-record';
import { lines } from './json-lines';
import type { AssetStore } from '../cloud-assembly/asset-store';

const MIN_RECORDS = 100;
/** The models that take fewer. */
const SMALLER_MIN_RECORDS: readonly (readonly [model: RegExp, records: number])[] = [[/\bmeta\.llama4-scout-/, 50]];
const MAX_FILE_BYTES = 1024 ** 3;
const MAX_JOB_BYTES = 5 * 1024 ** 3;
/** Of a job whose input nobody has here. */
const ASSUMED_RECORDS = 1000;

/** A file of records. */
export interface InputFile {
  /** The last part of its key. */
  readonly name: string;
  /** Where it lies on this machine. */
  readonly path: string;
}

/** What a batch job reads. */
export interface BatchInput {
  /** Those that are here. */
  readonly files: readonly InputFile[];
  readonly records: number;
  /** Why the service refuses it, if it does. */
  readonly problem?: string;
}

/** Whose input it is. */
export interface BatchInputJob {
  readonly arn: string;
  readonly modelId: string;
}

/** Looks at the input as the service does before it schedules a job, where it is one of the assembly's own assets. */
export function readBatchInput(s3Uri: string, job: BatchInputJob, assets: AssetStore): BatchInput {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(s3Uri) ?? [];
  if (!bucket || !assets.owns(bucket)) return { files: [], records: ASSUMED_RECORDS };
  const refused = (problem: string): BatchInput => ({ files: [], records: 0, problem });
  const single = assets.file(bucket, key);
  const keys = single ? [key] : assets.filesBelow(bucket, key).filter((name) => name.endsWith('.jsonl'));
  if (keys.length === 0) return refused(`The input ${s3Uri} does not exist or has no .jsonl files.`);
  if (single && !key.endsWith('.jsonl')) return refused(`The input ${s3Uri} is not a .jsonl file.`);
  const files = keys.map((name) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    path: assets.file(bucket, name) ?? '',
  }));
  const problem = sizeProblem(files);
  if (problem !== undefined) return refused(problem);
  return checked(files, job);
}

function sizeProblem(files: readonly InputFile[]): string | undefined {
  const sizes = files.map(({ path }) => statSync(path).size);
  const large = sizes.findIndex((size) => size > MAX_FILE_BYTES);
  if (large >= 0) return `The input file ${files[large].name} is larger than ${MAX_FILE_BYTES} bytes.`;
  const sum = sizes.reduce((a, b) => a + b, 0);
  return sum > MAX_JOB_BYTES ? `The input files are larger than ${MAX_JOB_BYTES} bytes together.` : undefined;
}

function checked(files: readonly InputFile[], { arn, modelId }: BatchInputJob): BatchInput {
  let records = 0;
  for (const { name, path } of files) {
    for (const { number, text } of lines(path)) {
      const record = readRecord(text);
      if (typeof record === 'string') return { files, records: 0, problem: `Line ${number} of ${name} ${record}.` };
      records++;
    }
  }
  const minimum = SMALLER_MIN_RECORDS.find(([model]) => model.test(modelId))?.[1] ?? MIN_RECORDS;
  if (records >= minimum) return { files, records };
  const problem = `Batch job ${arn} contains less records (${records}) than the required minimum of: ${minimum}`;
  return { files, records, problem };
}
