/*
 * Sizes and times, beside a peer in the same run.
 *
 * `npm run bench` prints a table, `npm run bench -- --json` the same as JSON; `--short` measures fewer times,
 * rehearses no job of a day, and reads less. `--memory` measures nothing but the memory that 1 GB of input takes.
 */
import { measureArchives, measureArchivesMemory } from './archives';
import { type Figure, tableOf } from './figure';
import { measureFirstEvent } from './first-event';
import { functionNode } from './function-node';
import { measureHandler } from './handler';
import { measureLoad } from './load';
import { measureLoading } from './loading';
import { measurePace } from './pace';
import { measureRecords, measureRecordsMemory } from './records';
import { measureResources } from './resources';
import { measureSynthesis } from './synthesis';
import { measureThrottledLoad } from './throttled-load';
import { measureValidation } from './validation';

async function main(): Promise<void> {
  const isShort = process.argv.includes('--short');
  const figures = process.argv.includes('--memory') ? memoryFigures(1000) : await allFigures(isShort);
  const text = process.argv.includes('--json') ? JSON.stringify(figures, null, 2) : tableOf(figures);
  process.stdout.write(`${text}\n`);
}

function memoryFigures(megabytes: number): Figure[] {
  return [...measureRecordsMemory(megabytes), ...measureArchivesMemory(megabytes)];
}

async function allFigures(isShort: boolean): Promise<Figure[]> {
  return [
    ...measureResources(),
    ...measureLoading(isShort ? 5 : 15),
    ...measureFirstEvent(isShort ? 1 : 7),
    ...measureSynthesis(isShort ? 1 : 7),
    ...measureValidation(isShort ? 1 : 7),
    ...measureHandler(isShort ? 3 : 21, functionNode(isShort)),
    ...(await measurePace(isShort ? 3 : 5, isShort ? 1 : 24)),
    ...(await measureLoad()),
    ...(await measureThrottledLoad(isShort)),
    ...measureRecords(isShort),
    ...measureArchives(isShort),
    ...memoryFigures(isShort ? 20 : 1000),
  ];
}

void main();
