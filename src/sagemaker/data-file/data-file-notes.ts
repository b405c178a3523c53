import { statSync } from 'node:fs';
import * as path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { dataFileRules } from './data-file-check';
import type { DataFileRules } from './data-file-rules';
import { type Finding, inInput, refusal } from '../../validation/finding';
import { note } from '../../validation/noted-findings';

/** How much is told of the files of one input: a folder of thousands may have it in each of them. */
const MOST_FINDINGS = 10;

/** Reads the files of an input, and notes what is wrong with them. */
export function noteDataFiles(job: IConstruct, folder: string, names: readonly string[], rules: DataFileRules): void {
  // a stack that is only listed or destroyed need not be right, and data may take minutes to read
  if (!Stack.of(job).bundlingRequired) return;
  let count = 0;
  for (const name of names) {
    for (const finding of findingsOf(path.join(folder, name), name, rules)) {
      if (count++ < MOST_FINDINGS) note(job, inInput('dataFiles', finding));
    }
    if (count >= MOST_FINDINGS) return;
  }
}

function* findingsOf(file: string, name: string, rules: DataFileRules): Iterable<Finding> {
  if (!statSync(file).isFile()) {
    yield refusal(rules.member, `has ${name}, which is no regular file`);
    return;
  }
  try {
    // all that is found, before the next file is read
    yield* [...dataFileRules({ path: file, name }, rules)];
  } catch (error) {
    yield refusal(rules.member, `has ${name}, which cannot be read: ${(error as Error).message}`);
  }
}
