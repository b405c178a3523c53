/** What the services' models say of each kind of job. */
const JOB_FACTS = 'src/validation/service-model/job-facts.ts';

/**
 * What each folder may import of other folders: whole folders, folders in them, or files. The compiler and ESLint are
 * both configured from this table. Tests are not in it, as they may import anything.
 */
const MAY_IMPORT: { readonly [folder: string]: readonly string[] } = {
  src: [],
  // all that crosses between the constructs and the handler
  lambda: ['src/contract.ts'],
  // it runs the handler's bundle, and checks requests against the same tables as the constructs
  rehearsal: ['src/validation/service-model', 'state-machine', 'unconfirmed'],
  // the readers of the constructs, of which none that it calls needs the CDK: a test looks into what they import
  check: ['src'],
  // real models and records, which the check is tried with
  corpus: ['src', 'check'],
  // the interpreter of state machines
  'state-machine': [],
  // what nobody has confirmed of AWS: the simulation and the rehearsal play it both ways
  unconfirmed: [JOB_FACTS],
  // the real handler and the definition of its state machine
  simulation: ['lambda', 'src/contract.ts', 'src/engine/tick-loop.ts', 'state-machine', 'unconfirmed'],
  examples: ['src'],
  bench: ['src', 'rehearsal', 'simulation'],
  // the pages show what the rehearsal and the check print, and what the handler makes of messages
  scripts: ['src', 'check', 'lambda', 'rehearsal', 'simulation', 'unconfirmed'],
};

/** What comes with a file that may be imported, for that reads it or hands it on. */
const COMES_WITH: { readonly [file: string]: readonly string[] } = {
  'src/contract.ts': [JOB_FACTS, 'src/job-attributes.ts', 'src/run-metric.ts'],
  [JOB_FACTS]: ['src/validation/service-model/job-facts.json', 'src/validation/service-model/job-kind-key.ts'],
};

/** Folders of TypeScript besides src/ and test/: each is type-checked on its own, against the imports it is allowed. */
export const FOLDERS = Object.keys(MAY_IMPORT).filter((folder) => folder !== 'src');

/** A zone of the ESLint rule import/no-restricted-paths. */
export interface ImportZone {
  readonly target: string;
  readonly from: string | readonly string[];
  /** What the files of the target may import nevertheless: paths relative to `from`. */
  readonly except?: readonly string[];
  readonly message: string;
}

/** Whether a folder may import all of another. */
export function mayImportAllOf(folder: string, other: string): boolean {
  return MAY_IMPORT[folder].includes(other);
}

/** What a folder may import, and what that may import in turn: all that the compiler meets when it checks the folder. */
export function reachable(folder: string): string[] {
  const found = new Set<string>();
  const visit = (paths: readonly string[]): void => {
    for (const path of paths.filter((each) => !found.has(each))) {
      found.add(path);
      visit(MAY_IMPORT[path] ?? COMES_WITH[path] ?? []);
    }
  };
  visit(MAY_IMPORT[folder]);
  return [...found].filter((path) => !contains([...found], path));
}

/** For each folder, the others of which it may import nothing, and those of which it may import only parts. */
export function importZones(): ImportZone[] {
  const folders = [...Object.keys(MAY_IMPORT), 'test'];
  return Object.entries(MAY_IMPORT).flatMap(([folder, imports]) => {
    const target = `./${folder}`;
    const allowed = imports.length > 0 ? `only ${imports.join(', ')}` : 'nothing';
    const message = `${folder}/ may import ${allowed} from other folders`;
    const partsOf = (other: string) => imports.filter((path) => contains([other], path));
    const restricted = folders.filter((other) => other !== folder && !imports.includes(other));
    const closed = restricted.filter((other) => partsOf(other).length === 0);
    const open = restricted.filter((other) => partsOf(other).length > 0);
    return [
      { target, from: closed.map((other) => `./${other}`), message },
      ...open.map((other) => {
        const except = partsOf(other).map((path) => `./${path.slice(other.length + 1)}`);
        return { target, from: `./${other}`, except, message };
      }),
    ];
  });
}

function contains(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
