/** What is read of package-lock.json. */
export interface LockFile {
  /** By the folder that a package is installed in; that of this package is the empty text. */
  readonly packages: { readonly [folder: string]: LockedPackage };
}

export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  /** Whether the package came in the archive of another. */
  readonly inBundle?: boolean;
  readonly dependencies?: { readonly [name: string]: string };
  readonly bundleDependencies?: readonly string[];
}

const NODE_MODULES = 'node_modules/';

/**
 * What lets a lock file install something else than was tested: a package without the hash of its archive, or an address
 * that it must come from. What came in the archive of another package is covered by the hash of that.
 */
export function lockFileProblems({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([folder, locked]) => {
    if (folder === '') return [];
    const problems = locked.resolved === undefined ? [] : [`${folder} is bound to the address ${locked.resolved}`];
    return isVouchedFor(packages, folder) ? problems : [...problems, `${folder} has no hash`];
  });
}

/** The packages that a user of this one installs with it: what it depends on, and what that depends on in turn. */
export function runtimeFolders({ packages }: LockFile): string[] {
  const folders = new Set<string>();
  const visit = (folder: string): void => {
    for (const name of Object.keys(packages[folder].dependencies ?? {})) {
      const found = folderOf(packages, name, folder);
      if (found === undefined) throw new Error(`${folder} depends on ${name}, which the lock file does not have`);
      if (folders.has(found)) continue;
      folders.add(found);
      visit(found);
    }
  };
  visit('');
  return [...folders].sort();
}

/** The name of the package in a folder. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf(NODE_MODULES) + NODE_MODULES.length);
}

function isVouchedFor(packages: LockFile['packages'], folder: string): boolean {
  const locked = packages[folder];
  if (locked.integrity !== undefined) return /^sha(256|384|512)-/.test(locked.integrity);
  const owner = ownerOf(folder);
  return locked.inBundle === true && owner !== '' && isVouchedFor(packages, owner);
}

/** As Node.js looks for a package: in the folder of the one that asks, and in those above. */
function folderOf(packages: LockFile['packages'], name: string, from: string): string | undefined {
  const candidate = `${from === '' ? '' : `${from}/`}${NODE_MODULES}${name}`;
  if (candidate in packages) return candidate;
  return from === '' ? undefined : folderOf(packages, name, ownerOf(from));
}

/** The folder of the package that a package is installed below. */
function ownerOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf(NODE_MODULES) - 1));
}
