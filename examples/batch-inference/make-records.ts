import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { sonnetRecords } from './sonnet-records';

const text = readFileSync(path.join(__dirname, 'sonnets.txt'), 'utf8');
writeFileSync(path.join(__dirname, 'records.jsonl'), sonnetRecords(text));
