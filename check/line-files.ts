import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type InputFile, recordFilesAt, RECORDS_FILE } from '../src/bedrock/input/record-files';

/** Files of records. */
export interface LineFiles {
  readonly files: readonly InputFile[];
  /** Whether it is one file with another name than jobs take, which is read nevertheless. */
  readonly isMisnamed: boolean;
}

/** The one file that a path names, or the files of records in the folder that it names. Throws `UnusableInput`. */
export function lineFilesAt(path: string): LineFiles {
  const stats = statSync(path);
  if (!stats.isFile() || RECORDS_FILE.test(path)) return { files: recordFilesAt(path).files, isMisnamed: false };
  return { files: [{ path, name: basename(path), size: stats.size }], isMisnamed: true };
}
