import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shown } from '../../validation/shown';

/** What a file of records is called: batch inference takes no other. */
export const RECORDS_FILE = /\.jsonl$/;

/** A file of records. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

/** The files of an input. */
export interface InputFiles {
  /** Whether they are in a folder that is given as a whole. */
  readonly isFolder: boolean;
  readonly files: readonly InputFile[];
}

/** A path at which there is no input. The message says what there must be, and what was found. */
export class UnusableInput extends Error {}

/** The one file that a path names. Throws `UnusableInput`. */
export function recordFileAt(path: string): InputFiles {
  if (!existsSync(path)) throw unusable('the path of a file that exists', path);
  const isRecords = statSync(path).isFile() && RECORDS_FILE.test(path);
  if (!isRecords) throw unusable("the path of a file whose name ends in '.jsonl'", path);
  return recordFilesAt(path);
}

/** The one file that a path names, or the files of records directly in the folder that it names. Throws `UnusableInput`. */
export function recordFilesAt(inputPath: string): InputFiles {
  if (!existsSync(inputPath)) throw unusable('a file or a folder that exists', inputPath);
  const stats = statSync(inputPath);
  if (stats.isDirectory()) return { isFolder: true, files: filesIn(inputPath) };
  if (!stats.isFile() || !RECORDS_FILE.test(inputPath)) {
    const allowed = "the path of a file whose name ends in '.jsonl', or of a folder of such files";
    throw unusable(allowed, inputPath);
  }
  return { isFolder: false, files: [{ path: inputPath, name: basename(inputPath), size: stats.size }] };
}

function filesIn(folder: string): InputFile[] {
  const files: InputFile[] = [];
  for (const name of readdirSync(folder).sort()) {
    const isRecords = RECORDS_FILE.test(name);
    if (name.startsWith('.')) continue;
    const filePath = join(folder, name);
    const stats = statsOf(filePath, isRecords);
    if (stats?.isDirectory()) refuseRecordsIn(folder, name);
    else if (stats && isRecords) files.push(recordsFile(filePath, name, stats));
  }
  if (files.length > 0) return files;
  throw unusable("a folder with at least one file whose name ends in '.jsonl'", folder);
}

/** What a name in a folder stands for, symbolic links followed. Only a file of records has to be there. */
function statsOf(filePath: string, isRecords: boolean): Stats | undefined {
  try {
    return statSync(filePath);
  } catch (error) {
    if (!isRecords) return undefined;
    throw unusable(`a folder of files that can be read (${(error as Error).message})`, filePath);
  }
}

function recordsFile(filePath: string, name: string, stats: Stats): InputFile {
  if (!stats.isFile()) throw unusable("a folder whose '.jsonl' files are regular files", filePath);
  if (!/^[-!_*'().a-z0-9A-Z]+$/.test(name)) {
    const allowed = "a folder whose '.jsonl' files have names of letters, digits and -!_*'(). only";
    throw unusable(allowed, name);
  }
  return { path: filePath, name, size: stats.size };
}

/** Records in folders of a folder are easily forgotten: they are not uploaded, so that they must not be there. */
function refuseRecordsIn(folder: string, name: string): void {
  const found = readdirSync(join(folder, name)).find((file) => RECORDS_FILE.test(file) && !file.startsWith('.'));
  if (found === undefined) return;
  throw new UnusableInput(
    `must have all its '.jsonl' files directly in the folder '${folder}', got '${name}/${found}' in a folder of it`,
  );
}

function unusable(allowed: string, path: string): Error {
  return new UnusableInput(`must be ${allowed}, got ${shown(path)}`);
}
