import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { type Net, OutOfTime } from './net';
import { runProgram } from './run-program';

const TIMEOUT_SECONDS = 120;
const ENTRY = 'scripts/mutation-check/first-violation.ts';

/** The simulation of the lifecycle, in its short form: the first violation is what it has noticed. */
export const SIMULATION: Net = {
  name: 'simulation',
  tryOn: async ({ folder }) => {
    const outfile = path.join(folder, 'first-violation.js');
    buildSync({
      absWorkingDir: folder,
      entryPoints: [ENTRY],
      outfile,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    const { code, output, isTimedOut } = await runProgram(folder, [outfile], TIMEOUT_SECONDS);
    if (isTimedOut) throw new OutOfTime(`The simulation has no end within ${TIMEOUT_SECONDS} seconds`);
    if (code !== 0) throw new Error(`The simulation has ended with ${code}: ${output}`);
    return output === '' ? undefined : output;
  },
};
