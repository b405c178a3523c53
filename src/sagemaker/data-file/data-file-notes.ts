import { statSync } from 'node:fs';
import * as path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { dataFileRules } from './data-file-check';
import type { DataFileRules } from './data-file-rules';
import { countText } from '../../local-file/line-text';
import { type Finding, inInput, refusal } from '../../validation/finding';
import { note } from '../../validation/noted-findings';

/** How many kinds of things are told of the files of one input: a folder of thousands may have them in each. */
const MOST_KINDS = 10;

/** Reads the files of an input, and notes what is wrong with them. */
export function noteDataFiles(job: IConstruct, folder: string, names: readonly string[], rules: DataFileRules): void {
  // a stack that is only listed or destroyed need not be right, and data may take minutes to read
  if (!Stack.of(job).bundlingRequired) return;
  const kinds = new Map<string, ToldFinding>();
  for (const name of names) {
    for (const finding of findingsOf(path.join(folder, name), name, rules)) {
      const kind = `${finding.warning} ${finding.text.replaceAll(name, '').replace(/(?:lines? )?\d[\d,]*/g, '')}`;
      const told = kinds.get(kind);
      if (told) told.others++;
      else if (kinds.size < MOST_KINDS) kinds.set(kind, { finding: inInput('dataFiles', finding), others: 0 });
    }
  }
  for (const { finding, others } of kinds.values()) {
    const files = others === 1 ? 'another file' : `${countText(others)} other files`;
    note(job, others === 0 ? finding : { ...finding, text: `${finding.text}. So it is in ${files}` });
  }
}

/** What was found in a file, and in how many others. */
interface ToldFinding {
  readonly finding: Finding;
  others: number;
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
