import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { penguinRows } from './penguin-rows';

const penguins = path.join(__dirname, '..', 'compile-and-host', 'model', 'data', 'penguins.csv');
for (const [channel, rows] of Object.entries(penguinRows(readFileSync(penguins, 'utf8')))) {
  writeFileSync(path.join(__dirname, 'data', `${channel}.csv`), rows);
}
