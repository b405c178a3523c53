import { mayRunScript } from './built-in-algorithm';
import type { Request } from '../../job/request-overrides';
import { type Finding, inInput, warning } from '../../validation/finding';
import { knownMembers } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { readsNumbers } from '../built-in-repositories';

/** A local file of CSV whose first line has the names of columns, or whose first row has a text. */
export interface TableHeader {
  /** The property that has the file: for messages. */
  readonly member: string;
  readonly file: string;
  /** The line, or the text. */
  readonly text: string;
  readonly isCell?: boolean;
}

/** As many are told of: a folder may have them in each of its files. */
const MOST_TOLD = 3;

/** Files with a header, for an algorithm that takes its first line for a record, or with texts, for one that reads numbers. */
export function* headerRules(request: Request, headers: readonly TableHeader[]): Iterable<Finding> {
  const image = knownMembers(request, 'AlgorithmSpecification')?.TrainingImage;
  if (mayRunScript(request) || !readsNumbers(image)) return;
  const members = new Set(headers.map(({ member }) => member));
  for (const member of members) {
    for (const isCell of [false, true]) {
      const own = headers.filter((header) => header.member === member && (header.isCell ?? false) === isCell);
      if (own.length > 0) yield headerWarning(member, own, isCell);
    }
  }
}

function headerWarning(member: string, own: readonly TableHeader[], isCell: boolean): Finding {
  const files = own.slice(0, MOST_TOLD).map(({ file }) => file);
  const more = own.length > MOST_TOLD ? `, and ${own.length - MOST_TOLD} more` : '';
  const names = `${files.join(', ')}${more}`;
  const text = isCell
    ? `has a text in the first row of ${names}, and this algorithm reads numbers alone, got ${shown(own[0].text)}: encode texts as numbers`
    : `has the names of columns in the first line of ${names}, which this algorithm takes for a record, got ${shown(own[0].text)}: leave that line out, and put the target into the first column, where there is one`;
  return inInput('dataFiles', warning(isCell ? 'dataText' : 'dataHeader', member, text));
}
