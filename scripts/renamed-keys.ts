/* Reads the translated examples for keys that are others than in TypeScript: `renamed-keys.ts <tablet>`. */
import { readFileSync } from 'node:fs';
import { renamedKeys, type Tablet } from './rosetta/renamed-keys';

const [file] = process.argv.slice(2);
const tablet = JSON.parse(readFileSync(file, 'utf8')) as Tablet;
const renamed = renamedKeys(tablet);
renamed.forEach((line) => console.error(line));
console.log(`Examples: ${Object.keys(tablet.snippets).length} translated, ${renamed.length} keys renamed`);
if (renamed.length > 0) process.exitCode = 1;
