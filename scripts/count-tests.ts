/* Prints how many tests of a JUnit report have passed and failed: `count-tests.ts <report>`. */
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const [suites] = /<testsuites[^>]*>/.exec(readFileSync(file, 'utf8')) ?? [''];
const count = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suites)?.[1] ?? 0);
const failed = count('failures') + count('errors');
process.stdout.write(`${count('tests') - failed} passed, ${failed} failed\n`);
