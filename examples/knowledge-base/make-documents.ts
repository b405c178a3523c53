/* Writes the documents. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { sonnetDocuments } from './sonnet-documents';
import { sonnetsOf } from '../batch-inference/sonnet-records';

const folder = path.join(__dirname, 'documents');
mkdirSync(folder, { recursive: true });
const text = readFileSync(path.join(__dirname, '..', 'batch-inference', 'sonnets.txt'), 'utf8');
for (const [name, document] of sonnetDocuments(sonnetsOf(text))) writeFileSync(path.join(folder, name), document);
