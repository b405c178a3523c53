/* Writes the table of what is looked at in inputs into README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withInputsTable } from './inputs-table/inputs-table';

const README = join(__dirname, '..', 'README.md');
writeFileSync(README, withInputsTable(readFileSync(README, 'utf8')));
