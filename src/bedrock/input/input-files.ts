import type { Construct } from 'constructs';
import { type InputFiles, recordFilesAt, UnusableInput } from './record-files';
import { refusal } from '../../validation/finding';
import { errorOf } from '../../validation/invalid';

/** The files of records at a path that a job is given. */
export function inputFilesAt(construct: Construct, inputPath: string): InputFiles {
  try {
    return recordFilesAt(inputPath);
  } catch (error) {
    throw error instanceof UnusableInput ? errorOf(construct, [refusal('input', error.message)]) : error;
  }
}
