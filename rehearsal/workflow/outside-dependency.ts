import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesOf } from './package-json';
import { RehearsalError } from '../rehearsal-error';

/** What a file says that an app depends on. */
interface Dependency {
  readonly name: string;
  /** Such as `^2`, or `file:../library.tgz`. */
  readonly source: string;
}

/**
 * Fails where an app depends on files outside its repository: continuous integration does not have them.
 *
 * @param folders Those of whose `package.json` or `requirements.txt` it installs what they name.
 */
export function checkDependencies(folders: readonly string[], root: string): void {
  for (const folder of folders) {
    for (const [file, dependencies] of [
      ['package.json', packagesOf(folder)],
      ['requirements.txt', requirementsOf(folder)],
    ] as const) {
      const outside = dependencies.find(({ source }) => isOutside(source, folder, root));
      if (outside) throw new RehearsalError(refusal(outside, join(folder, file), root));
    }
  }
}

function refusal({ name, source }: Dependency, file: string, root: string): string {
  return `${file} has ${name} from ${source}, which is outside the repository ${root}: continuous integration has no other files than the repository's. Put the archive into the repository, such as into ${join(root, 'vendor')}, install it from there, commit both, and run "cdk-ml-jobs init" again.`;
}

function packagesOf(folder: string): Dependency[] {
  return Object.entries(dependenciesOf(folder)).map(([name, source]) => ({ name, source }));
}

/** As pip reads them: `name @ file:///…`, or a path, which may be told to be editable. */
function requirementsOf(folder: string): Dependency[] {
  const path = join(folder, 'requirements.txt');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/) : [];
  return lines.map((line) => {
    const [, name, source] = /^(?:([\w.-]+)[^@]*@|-e|--editable)?\s*([^\s;#]*)/.exec(line.trim())!;
    return { name: name ?? 'a package', source };
  });
}

function isOutside(source: string, folder: string, root: string): boolean {
  const path = pathIn(source);
  if (path === undefined) return false;
  const fromRoot = relative(root, resolve(folder, path));
  return fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot);
}

/** The path of a source that is one; undefined where it is a version, or elsewhere. */
function pathIn(source: string): string | undefined {
  if (source.startsWith('file:///')) return fileURLToPath(source);
  const path = source.replace(/^(file|link|portal):/, '');
  return path !== source || /^\.{0,2}\//.test(path) ? path : undefined;
}
