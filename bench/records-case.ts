/*
 * One reading of records in a process of its own: `records-case.ts <reader> <file>` prints a Reading as JSON.
 */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { printReading } from './reading';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { familyOf } from '../src/bedrock/request-body/model-family';
import { type RequestCheck, requestCheckOf } from '../src/bedrock/request-body/request-check';

/** Who reads: the library; the library without a look at requests; or `readline` and `JSON.parse` with the same checks. */
export type Reader = 'checked' | 'frame' | 'readline';

const CLAUDE = familyOf(['anthropic.claude-sonnet-4-20250514-v1:0']);
const CHECK = requestCheckOf(ModelInvocationType.INVOKE_MODEL, CLAUDE);
const FRAME = requestCheckOf(ModelInvocationType.INVOKE_MODEL, undefined);

function readAll(path: string, checkRequest: RequestCheck): void {
  const files = [{ path, name: 'records.jsonl', size: statSync(path).size }];
  const rules = { checkRequest, minimumRecords: 100, maximumBytes: 5 * 2 ** 30 };
  // how far it is would only be in the way
  const progress = new ReadingProgress('Bench', undefined, () => undefined);
  new InputReading(files, rules, progress, (text) => new Error(text)).run();
}

async function readLineByLine(path: string): Promise<void> {
  const ids = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const { recordId, modelInput } = JSON.parse(line) as { recordId: string; modelInput?: Record<string, unknown> };
    if (typeof modelInput !== 'object' || ids.has(recordId)) throw new Error(line);
    ids.add(recordId);
    CHECK(modelInput, (_, text) => {
      throw new Error(text);
    });
  }
}

const READERS: { readonly [reader in Reader]: (path: string) => unknown } = {
  checked: (path) => readAll(path, CHECK),
  frame: (path) => readAll(path, FRAME),
  readline: readLineByLine,
};

const [reader, file] = process.argv.slice(2);
void printReading(() => READERS[reader as Reader](file));
