import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { atMost, type Figure, median } from './figure';
import type { Validation } from './validation-case';

const JOBS = 150;
const LARGEST_SHARE = 10;

/** How much of the time to synthesize jobs goes into the check of their requests. */
export function measureValidation(rounds: number): Figure[] {
  const validations = Array.from({ length: rounds }, () => synthesize());
  const name = `check of the requests of ${JOBS} jobs of four kinds`;
  const share = median(validations.map(({ check, synthesis }) => (100 * check) / synthesis));
  return [
    { name, value: median(validations.map(({ check }) => check)), unit: 'ms of CPU' },
    atMost(`${name}: share of their synthesis`, share, LARGEST_SHARE, '%'),
  ];
}

function synthesize(): Validation {
  const program = [require.resolve('tsx/cli'), '--tsconfig', path.join(__dirname, 'tsconfig.json')];
  const file = path.join(__dirname, 'validation-case.ts');
  return JSON.parse(execFileSync(process.execPath, [...program, file, `${JOBS}`], { encoding: 'utf8' })) as Validation;
}
