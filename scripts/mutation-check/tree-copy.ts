import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type Defect, sourceWith } from './defect';

const ROOT = path.join(__dirname, '..', '..');
/** What the simulation and the tests of the handler consist of. */
const PARTS = [
  'lambda',
  'simulation',
  'src',
  'test/lambda',
  'test/tsconfig.json',
  'scripts/mutation-check',
  'package.json',
  'tsconfig.json',
];
const MODULES = 'node_modules';

/** A copy of as much of the tree as it takes to try the handler, with a defect or without any. */
export class TreeCopy {
  public readonly folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-mutation-'));

  constructor(defect?: Defect) {
    for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(this.folder, part), { recursive: true });
    symlinkSync(path.join(ROOT, MODULES), path.join(this.folder, MODULES));
    if (!defect) return;
    const file = path.join(this.folder, 'lambda', defect.file);
    writeFileSync(file, sourceWith(defect, readFileSync(file, 'utf8')));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
