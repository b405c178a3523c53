/* Prints how many tests of a JUnit report have passed and failed: `count-tests.ts <report>`. */
import { readFileSync } from 'node:fs';
import { testCounts } from './count-tests/test-counts';

const [file] = process.argv.slice(2);
try {
  const { passed, failed } = testCounts(readFileSync(file, 'utf8'));
  console.log(`${passed} passed, ${failed} failed`);
} catch (error) {
  console.error(`${file}: ${(error as Error).message}`);
  process.exitCode = 1;
}
