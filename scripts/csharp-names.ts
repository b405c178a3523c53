/* Reads the sources in C# that jsii-pacmak has made for names that clash: `csharp-names.ts <folder> <namespace>`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csharpClashes } from './csharp-names/csharp-clashes';
import { csharpType } from './csharp-names/csharp-type';

const [folder, namespace] = process.argv.slice(2);
const types = readdirSync(folder)
  .filter((name) => name.endsWith('.cs'))
  .flatMap((name) => csharpType(readFileSync(join(folder, name), 'utf8')) ?? []);
if (types.length === 0) throw new Error(`There are no types in ${folder}`);
const clashes = csharpClashes(types, namespace);
clashes.forEach((clash) => console.error(clash));
console.log(
  `C#: ${types.length} types, ${types.flatMap(({ members }) => members).length} members, ${clashes.length} clashes`,
);
if (clashes.length > 0) process.exitCode = 1;
