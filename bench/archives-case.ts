/*
 * One reading of an archive in a process of its own: `archives-case.ts <reader> <file>` prints a Reading as JSON.
 */
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { printReading } from './reading';
import { modelArchiveAt } from '../src/sagemaker/model-archive/model-archive';
import { FRAMEWORK_NAMES } from '../src/sagemaker/neo/neo-frameworks';

/** Who reads: the library, which looks into the models; or nobody, and the archive is only decompressed. */
export type ArchiveReader = 'checked' | 'gunzip';

const NOWHERE = () => new Writable({ write: (_, __, done) => done() });

const READERS: { readonly [reader in ArchiveReader]: (path: string) => unknown } = {
  checked: (path) => {
    const contents = modelArchiveAt(path);
    for (const framework of FRAMEWORK_NAMES) contents.problems(framework, path);
  },
  gunzip: (path) => pipeline(createReadStream(path), createGunzip(), NOWHERE()),
};

const [reader, file] = process.argv.slice(2);
void printReading(() => READERS[reader as ArchiveReader](file));
