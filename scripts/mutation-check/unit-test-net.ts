import type { Defect } from './defect';
import { type Net, OutOfTime } from './net';
import { runProgram } from './run-program';

const TIMEOUT_SECONDS = 120;
const JEST = 'node_modules/jest/bin/jest.js';
const TESTS = 'test/lambda';
const LONGEST_OUTPUT = 2000;
const FAILED_TEST = /^\s*● (.+)$/m;

/** The tests of the handler: the first one that fails is what they have noticed. */
export const UNIT_TESTS: Net = {
  name: 'unit tests',
  tryOn: async ({ folder }, defect) => {
    // the tests of the source itself are the most likely to notice, and are run in a moment
    const own = defect && (await firstFailure(folder, testOf(defect)));
    return own ?? firstFailure(folder, TESTS);
  },
};

function testOf({ file, folder = 'lambda' }: Defect): string {
  return `test/${folder}/${file.replace(/\.ts$/, '')}`;
}

async function firstFailure(folder: string, tests: string): Promise<string | undefined> {
  const args = [JEST, '--ci', '--bail', '--maxWorkers=1', '--passWithNoTests', '--rootDir', folder, tests];
  const { code, output, isTimedOut } = await runProgram(folder, args, TIMEOUT_SECONDS);
  if (isTimedOut) throw new OutOfTime(`The tests have no end within ${TIMEOUT_SECONDS} seconds`);
  if (code === 0) return undefined;
  const [, test] = FAILED_TEST.exec(output) ?? [];
  if (test === undefined) throw new Error(`The tests have ended with ${code}: ${output.slice(0, LONGEST_OUTPUT)}`);
  return test;
}
