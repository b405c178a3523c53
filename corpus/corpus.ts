/*
 * Judges real models and records: fetches them by exact version, packs them in the ways in which people and tools do,
 * reads each as `cdk-ml-jobs check` does, and prints what was accepted, warned and refused. Fails where that is not
 * what the cases say. `--heavy` also takes the libraries that take gigabytes, `--only <text>` some of the origins.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CACHE } from './cache';
import { HEAVY_MODELS } from './cases/heavy-models';
import { PUBLISHED_MODELS } from './cases/published-models';
import { RECORD_CASES } from './cases/record-cases';
import { SKLEARN_MODELS } from './cases/sklearn-models';
import { XGBOOST_MODELS } from './cases/xgboost-models';
import type { ModelCase, Origin, RecordCase } from './corpus-case';
import { type Expectation, judge } from './judgement';
import { originFile, originName } from './origin-folder';
import { PACKINGS, packInto } from './packing';
import { checkFile } from '../check/file-check';

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : '';
const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
let [judged, wrong] = [0, 0];

function isWanted(origin: Origin): boolean {
  const isHeavy = 'maker' in origin && origin.isHeavy === true;
  return originName(origin).includes(only) && (!isHeavy || args.includes('--heavy'));
}

function report(name: string, file: ReturnType<typeof checkFile>, expected: Expectation): void {
  const { verdict, text, differences } = judge(file, expected);
  judged++;
  if (differences.length > 0) wrong++;
  console.log(
    `${differences.length > 0 ? '✗' : '✓'} ${verdict.padEnd(8)}  ${name}${text === '' ? '' : `\n    ${text}`}`,
  );
  differences.forEach((line) => console.log(`    ${line}`));
}

function judgeModel({ origin, files, framework, ...expected }: ModelCase): void {
  const sources = Object.fromEntries(Object.entries(files).map(([path, source]) => [path, originFile(origin, source)]));
  for (const packing of PACKINGS) {
    const archive = join(folder, 'model.tar.gz');
    packInto(archive, packing, sources);
    const name = `${originName(origin)}  ${Object.keys(files).join(', ')} ← ${Object.values(files).join(', ')}`;
    report(`${name}  for ${framework}, ${packing}`, checkFile(archive, { framework }), expected);
  }
}

function judgeRecords({ name, origin, questions, request, invoke, modelId, ...expected }: RecordCase): void {
  const lines = gunzipSync(readFileSync(originFile(origin, questions)))
    .toString()
    .trim()
    .split('\n');
  const texts = lines.map((line) => (JSON.parse(line) as { readonly prompt: string }).prompt);
  const records = texts.map((text, index) => JSON.stringify({ recordId: `Q${index}`, modelInput: request(text) }));
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, records.join('\n'));
  report(`${originName(origin)}  ${name}`, checkFile(file, { invoke, modelId, as: 'records' }), expected);
}

try {
  console.log(`What is fetched is kept in ${CACHE}.`);
  const models = [...PUBLISHED_MODELS, ...SKLEARN_MODELS, ...XGBOOST_MODELS, ...HEAVY_MODELS];
  models.filter(({ origin }) => isWanted(origin)).forEach(judgeModel);
  RECORD_CASES.filter(({ origin }) => isWanted(origin)).forEach(judgeRecords);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${judged} judged, ${wrong} otherwise than expected.`);
process.exitCode = wrong > 0 || judged === 0 ? 1 : 0;
