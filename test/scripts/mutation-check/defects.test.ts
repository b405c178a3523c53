import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { sourceWith } from '../../../scripts/mutation-check/defect';
import { DEFECTS } from '../../../scripts/mutation-check/defects';

const ROOT = join(__dirname, '..', '..', '..');

test('no two defects have the same name', () => {
  const names = DEFECTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(DEFECTS.map((defect) => [defect.name, defect] as const))('%s', (_, defect) => {
  const source = readFileSync(join(ROOT, defect.folder ?? 'lambda', defect.file), 'utf8');

  test('changes the source as it is now', () => {
    expect(sourceWith(defect, source)).not.toBe(source);
  });

  test('is a program still', () => {
    const { diagnostics } = ts.transpileModule(sourceWith(defect, source), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });
});
