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
  'state-machine',
  'test/jest',
  'test/lambda',
  'test/src/engine/tick-loop.test.ts',
  'test/tsconfig.json',
  'scripts/mutation-check',
  'unconfirmed',
  'package.json',
  'tsconfig.json',
];
const MODULES = 'node_modules';

/** A copy of as much of the tree as it takes to try the handler. */
export class TreeCopy {
  /** The tree as it is now: what is changed in it later does not matter any more. */
  public static ofNow(): TreeCopy {
    return new TreeCopy(ROOT);
  }

  public readonly folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-mutation-'));

  private constructor(from: string) {
    for (const part of PARTS) cpSync(path.join(from, part), path.join(this.folder, part), { recursive: true });
    symlinkSync(path.join(ROOT, MODULES), path.join(this.folder, MODULES));
  }

  /** A copy of this one with a defect. */
  public with(defect: Defect): TreeCopy {
    const source = this.sourceWith(defect);
    const copy = new TreeCopy(this.folder);
    writeFileSync(copy.fileOf(defect), source);
    return copy;
  }

  /** The source with a defect in it. Throws where the source has changed so that it is not clear where the defect goes. */
  public sourceWith(defect: Defect): string {
    return sourceWith(defect, readFileSync(this.fileOf(defect), 'utf8'));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private fileOf({ file, folder = 'lambda' }: Defect): string {
    return path.join(this.folder, folder, file);
  }
}
