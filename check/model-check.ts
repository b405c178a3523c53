import { closeSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkContents } from './archive-check';
import type { CheckedFile } from './checked-file';
import { ArchiveContents } from '../src/sagemaker/model-archive/archive-contents';
import type { MemberReader } from '../src/sagemaker/model-archive/member-reader';

const PIECE_BYTES = 64 * 1024;
const SAVED_MODEL = /^saved_model\.(pb|pbtxt)$/;
const VARIABLES = 'variables';

/**
 * Reads a model that is not packed yet, as a compilation job would read an archive with it: alone, or as a SavedModel with
 * its variables.
 *
 * @param framework The framework as the API spells it; without one, each that the file may be for is tried.
 */
export function checkModel(path: string, framework?: string): CheckedFile {
  const contents = new ArchiveContents();
  pack(contents, path, basename(path));
  if (SAVED_MODEL.test(basename(path))) packVariables(contents, join(dirname(path), VARIABLES));
  return { ...checkContents(path, contents, framework), kind: 'model' };
}

function packVariables(contents: ArchiveContents, folder: string): void {
  if (!statsOf(folder)?.isDirectory()) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statsOf(file)?.isFile()) pack(contents, file, `${VARIABLES}/${name}`);
  }
}

function pack(contents: ArchiveContents, file: string, path: string): void {
  const reader = contents.add({ path, isFile: true, size: statSync(file).size });
  if (reader) readThrough(file, reader);
}

function readThrough(path: string, reader: MemberReader): void {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      reader.take(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  reader.end();
}

function statsOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
