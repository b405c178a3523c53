import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from './batch-record';
import { lines } from './json-lines';
import { modelAnswer, type Tokens } from './model-answer';
import type { ModelInvocationJob } from './model-invocation-job';
import type { JsonObject } from '../json-value';

/** Statuses in which a job leaves what it has got to. */
const WITH_RESULTS = ['Completed', 'PartiallyCompleted', 'Stopped'];
const BUFFER_CHARACTERS = 1024 ** 2;

/** Stands for the buckets that batch jobs write to: a folder with one folder for each bucket. */
export class BatchOutput {
  /** Where the results of jobs are. */
  public readonly folders: string[] = [];
  private readonly written = new Set<ModelInvocationJob>();

  constructor(private readonly folder: string) {}

  /** Writes the results of a job, if it has ended and has some. */
  public write(job: ModelInvocationJob): void {
    if (!job.finished || this.written.has(job)) return;
    this.written.add(job);
    if (!WITH_RESULTS.includes(job.status) || job.records.processed === 0) return;
    const folder = join(this.folder, job.outputUri.replace(/^s3:\/\/|\/$/g, ''));
    mkdirSync(folder, { recursive: true });
    const tokens = writeRecords(job, folder);
    const manifest = { ...job.records.describe(), inputTokenCount: tokens.input, outputTokenCount: tokens.output };
    writeFileSync(join(folder, 'manifest.json.out'), JSON.stringify(manifest));
    this.folders.push(folder);
  }
}

/** Writes a file for each input file that is here; returns how many tokens the records have. */
function writeRecords(job: ModelInvocationJob, folder: string): Tokens {
  const { records, input, modelId, request } = job;
  const invocationType = String(request.modelInvocationType ?? 'InvokeModel');
  let index = 0;
  let tokens: Tokens = { input: 0, output: 0 };
  for (const { name, path } of input.files) {
    const file = new BufferedFile(join(folder, `${name}.out`));
    for (const { text } of lines(path)) {
      if (index >= records.processed) break;
      const record = readRecord(text);
      if (typeof record === 'string') continue;
      const { recordId = generatedRecordId(index), modelInput } = record;
      if (records.fails(index++)) {
        file.append(failedRecord(recordId, modelInput));
        continue;
      }
      const answer = modelAnswer(modelId, invocationType, modelInput);
      tokens = { input: tokens.input + answer.tokens.input, output: tokens.output + answer.tokens.output };
      file.append({ modelInput, modelOutput: answer.modelOutput, recordId });
    }
    file.close();
  }
  return tokens;
}

/** As the service numbers records that have no id. */
function generatedRecordId(index: number): string {
  return `R${String(index + 1).padStart(10, '0')}`;
}

function failedRecord(recordId: string, modelInput: JsonObject): JsonObject {
  return { modelInput, error: { errorCode: 400, errorMessage: 'Rehearsed failure of this record.' }, recordId };
}

/** A file of JSON lines that is written piece by piece. */
class BufferedFile {
  private readonly file: number;
  private text = '';

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  public append(line: JsonObject): void {
    this.text += `${JSON.stringify(line)}\n`;
    if (this.text.length >= BUFFER_CHARACTERS) this.flush();
  }

  public close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeFileSync(this.file, this.text);
    this.text = '';
  }
}
