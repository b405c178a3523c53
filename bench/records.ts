import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { BundledCase, type Reading } from './bundled-case';
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
  readonly memory: number;
}
const FULL: Amounts = { frame: 20, speed: 100, memory: 1000 };
const SHORT: Amounts = { frame: 20, speed: 20, memory: 20 };

/** The words of a record: of a short one, what is around the text takes most of the time; of a long one, the text. */
const FORMS = { short: () => 20, long: (number: number) => 200 + (number % 400) } as const;
type Form = keyof typeof FORMS;

/** How long it takes to read the records of a batch inference job and how much memory, beside the ways there are. */
export function measureRecords(isShort: boolean): Figure[] {
  const { frame, speed, memory } = isShort ? SHORT : FULL;
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    const program = new BundledCase('records-case', folder);
    const file = path.join(folder, 'records.jsonl');
    const compare = (form: Form, megabytes: number, readers: readonly Reader[]) => {
      writeRecords(file, megabytes * 1_000_000, FORMS[form]);
      const name = `input: ${megabytes} MB of ${form} records`;
      return { name, times: inTurns(isShort ? 1 : 7, readers, (reader) => program.run(reader, file).milliseconds) };
    };
    const figures = (Object.keys(FORMS) as Form[]).flatMap((form) => [
      ...frameFigures(compare(form, frame, ['checked', 'frame'])),
      ...speedFigures(compare(form, speed, ['checked', 'readline'])),
    ]);
    writeRecords(file, memory * 1_000_000, FORMS.long);
    return [...figures, memoryFigure(memory, program.run('checked', file))];
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

function memoryFigure(amount: number, { megabytes }: Reading): Figure {
  return atMost(`input: memory of a process that reads ${amount} MB, in all`, megabytes, LARGEST_MEMORY_MB, 'MB');
}

/** Records as they are sent to a model: an id, a text, and parameters. */
function writeRecords(file: string, bytes: number, wordsOf: (number: number) => number): void {
  const descriptor = openSync(file, 'w');
  let written = 0;
  for (let first = 0; written < bytes; first += RECORDS_AT_ONCE) {
    const lines = Array.from({ length: RECORDS_AT_ONCE }, (_, index) => {
      const number = first + index;
      return JSON.stringify(record(number, wordsOf(number)));
    });
    written += writeSync(descriptor, `${lines.join('\n')}\n`);
  }
  closeSync(descriptor);
}

function record(number: number, length: number) {
  const words = Array.from({ length }, (_, index) => WORDS[(number * 7 + index * 13) % WORDS.length]);
  return {
    recordId: `CALL${String(number).padStart(7, '0')}`,
    modelInput: {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 512,
      temperature: 0.2,
      system: 'You summarize calls in one sentence.',
      messages: [{ role: 'user', content: [{ type: 'text', text: `Summarize this call: ${words.join(' ')}` }] }],
    },
  };
}
