import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { type Net, OutOfTime } from './net';
import { runProgram } from './run-program';
import type { TreeCopy } from './tree-copy';

const NAME = 'simulation';
const ENTRY = 'scripts/mutation-check/first-violation.ts';

/** The simulation of the lifecycle where nothing goes wrong, in every scenario: takes seconds, and notices most. */
export const SIMULATION_WITHOUT_FAULTS: Net = { name: NAME, tryOn: (copy, _, seconds) => simulate(copy, [], seconds) };

/** The simulation with faults, in its short form: the first violation is what it has noticed. */
export const SIMULATION: Net = { name: NAME, tryOn: (copy, _, seconds) => simulate(copy, ['--faults'], seconds) };

async function simulate(
  { folder }: TreeCopy,
  args: readonly string[],
  seconds: number | undefined,
): Promise<string | undefined> {
  const { code, output, isTimedOut } = await runProgram(folder, [bundleIn(folder), ...args], seconds);
  if (isTimedOut) throw new OutOfTime(`The simulation has no end within ${seconds} seconds`);
  if (code !== 0) throw new Error(`The simulation has ended with ${code}: ${output}`);
  return output === '' ? undefined : output;
}

/** The bundle of a copy, which is made once. */
export function bundleIn(folder: string): string {
  const outfile = path.join(folder, 'first-violation.js');
  if (existsSync(outfile)) return outfile;
  buildSync({
    absWorkingDir: folder,
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
