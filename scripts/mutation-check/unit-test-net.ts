import type { Defect } from './defect';
import { type Net, OutOfTime } from './net';
import { runProgram } from './run-program';

const JEST = 'node_modules/jest/bin/jest.js';
const TESTS = 'test/lambda';
const LONGEST_OUTPUT = 2000;
const FAILED_TEST = /^\s*● (.+)$/m;

const NAME = 'unit tests';

/** The tests of the source itself: the most likely ones to notice, and run in a moment. */
export const OWN_TESTS: Net = {
  name: NAME,
  tryOn: async ({ folder }, defect, seconds) => (defect ? firstFailure(folder, testOf(defect), seconds) : undefined),
};

/** The tests of the handler: the first one that fails is what they have noticed. */
export const UNIT_TESTS: Net = {
  name: NAME,
  tryOn: ({ folder }, _, seconds) => firstFailure(folder, TESTS, seconds),
};

function testOf({ file, folder = 'lambda' }: Defect): string {
  return `test/${folder}/${file.replace(/\.ts$/, '')}`;
}

async function firstFailure(folder: string, tests: string, seconds?: number): Promise<string | undefined> {
  const args = [JEST, '--ci', '--bail', '--maxWorkers=1', '--passWithNoTests', '--rootDir', folder, tests];
  const { code, output, isTimedOut } = await runProgram(folder, args, seconds);
  if (isTimedOut) throw new OutOfTime(`The tests have no end within ${seconds} seconds`);
  if (code === 0) return undefined;
  const [, test] = FAILED_TEST.exec(output) ?? [];
  if (test === undefined) throw new Error(`The tests have ended with ${code}: ${output.slice(0, LONGEST_OUTPUT)}`);
  return test;
}
