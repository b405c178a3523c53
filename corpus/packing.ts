import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';

const BLOCK = 512;

/** The ways in which people and tools pack the same files. */
export const PACKINGS = ['tar czf', 'tar czf .', 'SageMaker', 'in a folder', 'macOS'] as const;
export type Packing = (typeof PACKINGS)[number];

/** What each way makes of the path of a file. */
const PATHS: { readonly [packing in Packing]: (path: string) => string } = {
  'tar czf': (path) => path,
  'tar czf .': (path) => `./${path}`,
  // its tools for repacking add the folder itself, under the name '/'
  SageMaker: (path) => path,
  'in a folder': (path) => `model/${path}`,
  macOS: (path) => path,
};

/** Writes an archive with files, from their paths on this machine by those in the archive; folders are taken whole. */
export function packInto(archive: string, packing: Packing, files: { readonly [inArchive: string]: string }): void {
  const blocks = [...leading(packing)];
  for (const [name, source] of Object.entries(files)) {
    for (const [path, file] of filesIn(name, source)) {
      // macOS keeps what it knows of a file in a hidden one beside it
      if (packing === 'macOS') {
        blocks.push(...member(posix.join(posix.dirname(path), `._${posix.basename(path)}`), Buffer.from('Mac OS X')));
      }
      blocks.push(...member(PATHS[packing](path), readFileSync(file)));
    }
  }
  writeFileSync(archive, gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 1 }));
}

function leading(packing: Packing): Buffer[] {
  if (packing === 'SageMaker') return folder('/');
  return packing === 'tar czf .' ? folder('./') : packing === 'in a folder' ? folder('model/') : [];
}

function folder(path: string): Buffer[] {
  const header = Buffer.alloc(BLOCK);
  new Header({ path, type: 'Directory', mode: 0o755, size: 0 }).encode(header);
  return [header];
}

function member(path: string, content: Buffer): Buffer[] {
  const header = Buffer.alloc(BLOCK);
  new Header({ path, type: 'File', mode: 0o644, size: content.length }).encode(header);
  return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
}

function filesIn(name: string, source: string): (readonly [path: string, file: string])[] {
  if (!statSync(source).isDirectory()) return [[name, source]];
  return readdirSync(source)
    .sort()
    .flatMap((each) => filesIn(posix.join(name, each), posix.join(source, each)));
}
