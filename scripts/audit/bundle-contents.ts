import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const TASKS = path.join(ROOT, '.projen', 'tasks.json');
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

interface Metafile {
  readonly outputs: {
    readonly [file: string]: { readonly inputs: { readonly [file: string]: { readonly bytesInOutput: number } } };
  };
}

/** The names of the bundles of the package, by their entries. */
export function bundleNames(): string[] {
  return Object.keys(readTasks()).flatMap((name) => (name.startsWith('bundle:') ? [name.slice('bundle:'.length)] : []));
}

/** Makes a bundle anew, as the build makes it, and says what is in it. */
export function makeBundle(name: string): Bundle {
  const [{ execArgs = [] }] = readTasks()[`bundle:${name}`].steps;
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
