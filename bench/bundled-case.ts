import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { buildSync } from 'esbuild';

/** What a reading took, in a process of its own. */
export interface Reading {
  /** Of CPU time, without the loading of modules. */
  readonly milliseconds: number;
  /** The most memory that the process ever had, Node.js and modules included. */
  readonly megabytes: number;
}

/** A file of this folder as one program: nothing that compiles it runs beside what is measured. */
export class BundledCase {
  private readonly program: string;

  /** @param folder Where the program is written. */
  constructor(name: string, folder: string) {
    this.program = path.join(folder, `${name}.js`);
    const entryPoints = [path.join(__dirname, `${name}.ts`)];
    buildSync({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile: this.program });
  }

  public run(...args: readonly string[]): Reading {
    return JSON.parse(execFileSync(process.execPath, [this.program, ...args], { encoding: 'utf8' })) as Reading;
  }
}
