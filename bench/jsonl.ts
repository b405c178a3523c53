import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { atMost, type Figure, median } from './figure';
import type { Reader, Reading } from './jsonl-case';
import { inTurns, ratioOf } from './pairs';

const LARGEST_MEMORY_MB = 150;
const RECORDS_AT_ONCE = 1000;
const WORDS = 'the customer called about an invoice that was paid twice and asked for the amount to be returned'.split(
  ' ',
);

/** How long it takes to read the records of a batch inference job and how much memory, beside the plain way. */
export function measureJsonl(megabytes: number, rounds: number): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    const file = path.join(folder, 'records.jsonl');
    writeRecords(file, megabytes * 1_000_000);
    const readings: Record<Reader, Reading[]> = { checked: [], plain: [] };
    inTurns(rounds, Object.keys(readings) as Reader[], (reader) => {
      const reading = read(file, reader);
      readings[reader].push(reading);
      return reading.milliseconds;
    });
    return figuresOf(readings, `${megabytes} MB of records`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf({ checked, plain }: Record<Reader, Reading[]>, records: string): Figure[] {
  const timesOf = (readings: Reading[]) => readings.map(({ milliseconds }) => milliseconds);
  const memoryOf = (readings: Reading[]) => median(readings.map(({ addedMegabytes }) => addedMegabytes));
  return [
    { name: `input: reading and checking ${records}`, value: median(timesOf(checked)), unit: 'ms of CPU' },
    {
      name: `input: readFileSync, split and JSON.parse of ${records}`,
      value: median(timesOf(plain)),
      unit: 'ms of CPU',
    },
    atMost(`input: ${records}, against the plain way`, ratioOf(timesOf(checked), timesOf(plain)), 1, '×'),
    atMost(`input: memory added by ${records}`, memoryOf(checked), LARGEST_MEMORY_MB, 'MB'),
    { name: `input: memory added by the plain way`, value: memoryOf(plain), unit: 'MB' },
  ];
}

/** Records as they are sent to a model: an id, a text of some thousand characters, and parameters. */
function writeRecords(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w');
  let written = 0;
  for (let first = 0; written < bytes; first += RECORDS_AT_ONCE) {
    const lines = Array.from({ length: RECORDS_AT_ONCE }, (_, index) => JSON.stringify(record(first + index)));
    written += writeSync(descriptor, `${lines.join('\n')}\n`);
  }
  closeSync(descriptor);
}

function record(number: number) {
  const text = Array.from(
    { length: 200 + (number % 400) },
    (_, index) => WORDS[(number * 7 + index * 13) % WORDS.length],
  );
  return {
    recordId: `CALL${String(number).padStart(7, '0')}`,
    modelInput: {
      messages: [{ role: 'user', content: [{ text: `Summarize this call: ${text.join(' ')}` }] }],
      system: [{ text: 'You summarize calls in one sentence.' }],
      inferenceConfig: { maxTokens: 512, temperature: 0.2 },
    },
  };
}

function read(file: string, reader: Reader): Reading {
  const program = [require.resolve('tsx/cli'), '--tsconfig', path.join(__dirname, 'tsconfig.json')];
  const output = execFileSync(
    process.execPath,
    [...program, path.join(__dirname, 'jsonl-case.ts'), reader, file],
    // how far the reading is would only be in the way
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return JSON.parse(output) as Reading;
}
