import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { lazyImports } from './lazy-imports';

const ROOT = path.join(__dirname, '..', '..');

/** What jsii has made of the library. */
const ENTRY = 'lib/index.js';

/** The program that checks files: it is in the file of the library, since it has nearly all of its code from there. */
const CHECK = 'check/cli.ts';

/** What begins where a program imports of the library: it gets what jsii has made of it, as the constructs do. */
const SOURCE = /^(?:\.\.\/)+src\//;

/** What is read of the library's package.json. */
interface Manifest {
  /** What a user gets who imports the library. */
  readonly main: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: { readonly [name: string]: string };
}

/** The library in one file. */
export interface LibraryBundle {
  readonly code: Buffer;
  /** What is in it. */
  readonly metafile: Metafile;
  /** Where it is to be, from the top of the repository. */
  readonly outfile: string;
}

/**
 * Bundles the library, as jsii has compiled it, with the packages that it is made of: a user gets their code that is
 * used and nothing else of them, and one file is faster to load than hundreds. Its modules are loaded when they are
 * first used.
 */
export async function libraryBundle(): Promise<LibraryBundle> {
  if (!existsSync(path.join(ROOT, ENTRY))) throw new Error(`There is no ${ENTRY} to bundle: run npm run compile first`);
  const { main, engines, peerDependencies } = read('package.json', (text) => JSON.parse(text) as Manifest);
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: entry(), resolveDir: ROOT },
    outfile: main,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: `node${/\d+/.exec(engines.node)![0]}`,
    external: Object.keys(peerDependencies),
    // lines, and the names of classes' members, stay, which a stack trace needs that somebody reports
    minify: true,
    lineLimit: 800,
    logLevel: 'warning',
    plugins: [
      {
        name: 'lazy-imports',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.js$/ }, (file) =>
            isOwn(file.path) ? { contents: lazyImports(file.path), loader: 'js' } : undefined,
          ),
      },
      {
        name: 'compiled-sources',
        setup: ({ onResolve }) =>
          onResolve({ filter: SOURCE }, ({ path: imported }) => ({
            path: path.join(ROOT, imported.replace(SOURCE, 'lib/') + '.js'),
          })),
      },
    ],
  });
  return { code: Buffer.from(outputFiles[0].contents), metafile, outfile: main };
}

/**
 * A module that exports by name what the library exports: then the bundler writes the names so that Node.js finds them in
 * the text of the bundle, which it does when a module imports it. The program that checks is none of the library's
 * declarations, and is loaded when the command line calls it.
 */
function entry(): string {
  const names = read(ENTRY, (text) => [...text.matchAll(/Object\.defineProperty\(exports, "(\w+)", \{ enumerable/g)]);
  return `
    export { ${names.map(([, name]) => name).join(', ')} } from './${ENTRY}';
    export const checkProgram = { main: (...given) => require('./${CHECK}').main(...given) };
  `;
}

function isOwn(file: string): boolean {
  return file.startsWith(path.join(ROOT, 'lib') + path.sep);
}

function read<T>(file: string, parse: (text: string) => T): T {
  return parse(readFileSync(path.join(ROOT, file), 'utf8'));
}
