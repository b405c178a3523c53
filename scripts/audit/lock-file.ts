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

/** The folder of the package that a package is installed below. */
function ownerOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf(NODE_MODULES) - 1));
}
