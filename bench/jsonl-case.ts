/*
 * One reading of records in a process of its own, without the loading of modules:
 * `jsonl-case.ts <reader> <file>` prints a Reading as JSON.
 */
import { readFileSync, statSync } from 'node:fs';
import { cpuTime } from './cpu-time';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { requestCheckOf } from '../src/bedrock/request-body/request-check';

/** Who reads: the library, which checks the records, or the plain way, which only parses them. */
export type Reader = 'checked' | 'plain';

/** What a reading took. */
export interface Reading {
  /** Of CPU time. */
  readonly milliseconds: number;
  /** By how much the most memory that the process ever had grew. */
  readonly addedMegabytes: number;
}

const READERS: { readonly [reader in Reader]: (file: string) => unknown } = {
  checked: (path) => {
    const files = [{ path, name: 'records.jsonl', size: statSync(path).size }];
    const rules = {
      checkRequest: requestCheckOf(ModelInvocationType.CONVERSE, undefined),
      minimumRecords: 100,
      maximumBytes: 5 * 2 ** 30,
    };
    new InputReading(files, rules, new ReadingProgress('Bench'), (text) => new Error(text)).run();
  },
  plain: (path) =>
    readFileSync(path)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
};

const [reader, file] = process.argv.slice(2);
const memory = process.resourceUsage().maxRSS;
const start = cpuTime();
READERS[reader as Reader](file);
const reading: Reading = {
  milliseconds: cpuTime() - start,
  addedMegabytes: ((process.resourceUsage().maxRSS - memory) * 1024) / 1_000_000,
};
process.stdout.write(JSON.stringify(reading));
