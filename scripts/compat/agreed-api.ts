import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ROOT } from '../documentation/page';

/** The API that users were last told of, as jsii describes it, without its documentation. */
const AGREED = join(ROOT, 'compat', 'agreed-api.jsii.gz');

/** Where jsii leaves the API of today. */
const TODAY = join(ROOT, '.jsii');

/** What is no promise to anybody: texts, and where in the sources something is. */
const LEFT_OUT = ['dependencyClosure', 'readme', 'symbolId', 'locationInModule', 'locationInSource', 'fingerprint'];

/** What the documentation promises. */
const PROMISES = ['stability', 'deprecated', 'subclassable'];

/**
 * Runs a function with a folder in which the agreed API is, as a package that jsii can load: its dependencies are ours.
 */
export function withAgreedApi<Result>(run: (folder: string) => Result): Result {
  const parent = join(ROOT, 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'agreed-api-'));
  try {
    const assembly = gunzipSync(readFileSync(AGREED));
    writeFileSync(join(folder, '.jsii'), assembly);
    const { name, version, dependencies } = JSON.parse(assembly.toString()) as Record<string, unknown>;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, dependencies, jsii: {} }));
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes today's API the agreed one. */
export function agreeOnToday(): void {
  const assembly = JSON.parse(readFileSync(TODAY, 'utf8')) as object;
  writeFileSync(AGREED, gzipSync(JSON.stringify(promisesOf(assembly)), { level: 9 }));
}

/** What an assembly promises. */
export function promisesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(promisesOf);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !LEFT_OUT.includes(name));
  return Object.fromEntries(
    members.map(([name, member]) => [name, name === 'docs' ? only(member) : promisesOf(member)]),
  );
}

function only(docs: object): object {
  return Object.fromEntries(Object.entries(docs).filter(([name]) => PROMISES.includes(name)));
}
