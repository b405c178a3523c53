/*
 * Sizes and times, beside a peer in the same run.
 *
 * `npm run bench` prints a table, `npm run bench -- --json` the same as JSON; `--short` measures each time once.
 */
import { tableOf } from './figure';
import { measureHandler } from './handler';
import { measureResources } from './resources';
import { measureSynthesis } from './synthesis';

const isShort = process.argv.includes('--short');
const figures = [...measureResources(), ...measureSynthesis(isShort ? 1 : 7), ...measureHandler(isShort ? 3 : 21)];
const text = process.argv.includes('--json') ? JSON.stringify(figures, null, 2) : tableOf(figures);
process.stdout.write(`${text}\n`);
