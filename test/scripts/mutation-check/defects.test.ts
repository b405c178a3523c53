import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { sourceWith } from '../../../scripts/mutation-check/defect';
import { DEFECTS } from '../../../scripts/mutation-check/defects';

const ROOT = join(__dirname, '..', '..', '..');
const sourceOf = (folder: string, file: string) => readFileSync(join(ROOT, folder, file), 'utf8');
/** What an operation says of itself: a defect that asks it for anything else changes nothing. */
const OPERATION = ['operation.ts', 'operation-time.ts'].map((file) => sourceOf('lambda', file)).join('');

test('no two defects have the same name', () => {
  const names = DEFECTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(DEFECTS.map((defect) => [defect.name, defect] as const))('%s', (_, defect) => {
  const source = sourceOf(defect.folder ?? 'lambda', defect.file);

  test('changes the source as it is now', () => {
    expect(sourceWith(defect, source)).not.toBe(source);
  });

  test('is a program still', () => {
    const { diagnostics } = ts.transpileModule(sourceWith(defect, source), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });

  test('asks an operation only for what it has', () => {
    const asked = [...defect.replacement.matchAll(/\boperation\.(\w+)/g)].map(([, name]) => name);
    expect(asked.filter((name) => !new RegExp(`\\b${name}\\b`).test(OPERATION))).toEqual([]);
  });
});
