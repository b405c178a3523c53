import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Metafile } from 'esbuild';
import { libraryBundle } from '../library-bundle/library-bundle';

const ROOT = path.join(__dirname, '..', '..');
const TASKS = path.join(ROOT, '.projen', 'tasks.json');
const TASK = 'bundle:';
const OUTFILE = '--outfile=';
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** A bundle as it comes out of the sources now. */
export interface Bundle {
  readonly code: Buffer;
  /** The folders of the packages that have code in it. */
  readonly packageFolders: readonly string[];
  /** Where the build puts it, and what is there. */
  readonly built: Buffer;
}

interface Tasks {
  readonly tasks: { readonly [name: string]: { readonly steps: readonly { readonly execArgs?: readonly string[] }[] } };
}

/** The name of the bundle that is the library itself, which jsii has compiled before. */
export const LIBRARY = 'library';

/** The names of the bundles of the package: the library, and the others by their entries. */
export function bundleNames(): string[] {
  const entries = Object.keys(readTasks()).filter((name) => name.startsWith(TASK));
  return [LIBRARY, ...entries.map((name) => name.slice(TASK.length))];
}

/** Makes a bundle anew, as the build makes it, and says what is in it. */
export async function makeBundle(name: string): Promise<Bundle> {
  return name === LIBRARY ? makeLibrary() : makeByTask(name);
}

async function makeLibrary(): Promise<Bundle> {
  const { code, metafile, outfile } = await libraryBundle();
  return { code, packageFolders: packageFolders(metafile), built: readFileSync(path.join(ROOT, outfile)) };
}

function makeByTask(name: string): Bundle {
  const [{ execArgs = [] }] = readTasks()[TASK + name].steps;
  const [program, ...options] = execArgs;
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-audit-'));
  try {
    const [code, metafile] = [path.join(folder, 'index.js'), path.join(folder, 'metafile.json')];
    const others = options.filter((option) => !option.startsWith(OUTFILE));
    const own = [`${OUTFILE}${code}`, `--metafile=${metafile}`];
    execFileSync(path.join(ROOT, 'node_modules', '.bin', program), [...others, ...own], { cwd: ROOT });
    const outfile = options.find((option) => option.startsWith(OUTFILE))!.slice(OUTFILE.length);
    return {
      code: readFileSync(code),
      packageFolders: packageFolders(JSON.parse(readFileSync(metafile, 'utf8')) as Metafile),
      built: readFileSync(path.join(ROOT, outfile)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function packageFolders({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 && PACKAGE_FOLDER.exec(file)) || []);
  return [...new Set(folders)].sort();
}

function readTasks(): Tasks['tasks'] {
  return (JSON.parse(readFileSync(TASKS, 'utf8')) as Tasks).tasks;
}
