import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type CheckFinding, errorFinding, findingsOf } from './checked-file';
import { InputReading, type InputRules } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { recordFilesAt, RECORDS_FILE, UnusableInput } from '../src/bedrock/input/record-files';

/**
 * What is found in the one file that a path names, or in the files of records in the folder that it names.
 *
 * @param misnamed What is to be said of a file with another name than jobs take, which is read nevertheless.
 */
export function lineFindings(path: string, rules: InputRules, misnamed: CheckFinding): CheckFinding[] {
  const stats = statSync(path);
  const isMisnamed = stats.isFile() && !RECORDS_FILE.test(path);
  const findings = isMisnamed ? [misnamed] : [];
  try {
    const files = isMisnamed ? [{ path, name: basename(path), size: stats.size }] : recordFilesAt(path).files;
    const fault = (text: string) => new UnusableInput(text);
    return [...findings, ...findingsOf(new InputReading(files, rules, new ReadingProgress(path), fault).read())];
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return [...findings, errorFinding(error.message)];
  }
}
