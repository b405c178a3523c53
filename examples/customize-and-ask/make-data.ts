import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { askedRecords, trainingRecords } from './couplet-records';
import { sonnetsOf } from '../batch-inference/sonnet-records';

const sonnets = sonnetsOf(readFileSync(path.join(__dirname, '..', 'batch-inference', 'sonnets.txt'), 'utf8'));
writeFileSync(path.join(__dirname, 'train.jsonl'), trainingRecords(sonnets));
writeFileSync(path.join(__dirname, 'records.jsonl'), askedRecords(sonnets));
