import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { BundledCase } from './bundled-case';
import { atLeast, atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';
import type { Reader } from './records-case';

const LARGEST_MEMORY_MB = 150;
/** What it may cost to look at requests, beside the reading that looks at nothing but what every record is. */
const LARGEST_RATIO = 1.15;
/** How many times as fast as the way that Node.js has for it. */
const LEAST_SPEED = 1.5;
const RECORDS_AT_ONCE = 1000;
const WORDS = 'the customer called about an invoice that was paid twice and asked for the amount to be returned'.split(
  ' ',
);

/** How much is read for each figure, in megabytes. */
interface Amounts {
  readonly frame: number;
  readonly speed: number;
}
const FULL: Amounts = { frame: 20, speed: 100 };
const SHORT: Amounts = { frame: 20, speed: 20 };

/**
 * The requests of records: of a short one, what is around the text takes most of the time; of a long one, the text. Numbers
 * may be others in each, and no two conversations have as many turns of as many parts.
 */
const FORMS = {
  short: (number: number) => request(number, 20),
  long: (number: number) => request(number, 200 + (number % 400)),
  'numbered, short': (number: number) => ({
    ...request(number, 20),
    max_tokens: 100 + (number % 997),
    temperature: (number % 101) / 100,
  }),
  'ever different': (number: number) => ({ ...request(number, 20), messages: conversation(number) }),
} as const satisfies { readonly [name: string]: (number: number) => object };
type Form = keyof typeof FORMS;

/** How long it takes to read the records of a batch inference job and how much memory, beside the ways there are. */
export function measureRecords(isShort: boolean): Figure[] {
  const { frame, speed } = isShort ? SHORT : FULL;
  return inFolder((program, file) => {
    const compare = (form: Form, megabytes: number, readers: readonly Reader[]) => {
      writeRecords(file, megabytes * 1_000_000, FORMS[form]);
      const name = `input: ${megabytes} MB of ${form} records`;
      return { name, times: inTurns(isShort ? 1 : 7, readers, (reader) => program.run(reader, file).milliseconds) };
    };
    return (Object.keys(FORMS) as Form[]).flatMap((form) => [
      ...frameFigures(compare(form, frame, ['checked', 'frame'])),
      ...speedFigures(compare(form, speed, ['checked', 'readline'])),
    ]);
  });
}

/** How much memory it takes to read so many megabytes of records, of which each is another. */
export function measureRecordsMemory(megabytes: number): Figure[] {
  return inFolder((program, file) => {
    writeRecords(file, megabytes * 1_000_000, FORMS['ever different']);
    const { megabytes: memory } = program.run('checked', file);
    const name = `input: memory of a process that reads ${megabytes} MB, in all`;
    return [atMost(name, memory, LARGEST_MEMORY_MB, 'MB')];
  });
}

/** Measures with a program and a file that are gone afterwards. */
function inFolder(measure: (program: BundledCase, file: string) => Figure[]): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    return measure(new BundledCase('records-case', folder), path.join(folder, 'records.jsonl'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Comparison {
  readonly name: string;
  readonly times: { readonly [reader in Reader]: number[] };
}

function frameFigures({ name, times: { checked, frame } }: Comparison): Figure[] {
  return [
    { name: `${name}: reading and checking`, value: median(checked), unit: 'ms of CPU' },
    atMost(`${name}: against no look at requests`, ratioOf(checked, frame), LARGEST_RATIO, '×'),
  ];
}

function speedFigures({ name, times: { checked, readline } }: Comparison): Figure[] {
  return [
    { name: `${name}: readline and JSON.parse with the same checks`, value: median(readline), unit: 'ms of CPU' },
    atLeast(`${name}: how many times as fast as that`, ratioOf(readline, checked), LEAST_SPEED, '×'),
  ];
}

/** Records as they are sent to a model: an id, a text, and parameters. */
function writeRecords(file: string, bytes: number, requestOf: (number: number) => object): void {
  const descriptor = openSync(file, 'w');
  let written = 0;
  for (let first = 0; written < bytes; first += RECORDS_AT_ONCE) {
    const lines = Array.from({ length: RECORDS_AT_ONCE }, (_, index) => {
      const number = first + index;
      const recordId = `CALL${String(number).padStart(7, '0')}`;
      return JSON.stringify({ recordId, modelInput: requestOf(number) });
    });
    written += writeSync(descriptor, `${lines.join('\n')}\n`);
  }
  closeSync(descriptor);
}

function request(number: number, length: number) {
  return {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 512,
    temperature: 0.2,
    system: 'You summarize calls in one sentence.',
    messages: [turn('user', [`Summarize this call: ${words(number, length)}`])],
  };
}

/** Turns of parts, as many of each as the digits of a number say. */
function conversation(number: number) {
  const digits = [...String((number * 7919) % 999_983)].map(Number);
  return digits.map((digit, index) => {
    const parts = Array.from({ length: 1 + digit }, (_, part) => words(number + part, 5 + digit));
    return turn(index % 2 === 0 ? 'user' : 'assistant', parts);
  });
}

function turn(role: string, parts: readonly string[]) {
  return { role, content: parts.map((text) => ({ type: 'text', text })) };
}

function words(number: number, length: number): string {
  return Array.from({ length }, (_, index) => WORDS[(number * 7 + index * 13) % WORDS.length]).join(' ');
}
