import { PROGRAM } from './built-in-algorithm';
import type { Request } from '../../job/request-overrides';
import { type Finding, inInput, warning } from '../../validation/finding';
import { knownMembers } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isImageOf } from '../built-in-image';

/** A local file of CSV whose first line has the names of columns, or whose first row has a text. */
export interface TableHeader {
  /** The property that has the file: for messages. */
  readonly member: string;
  readonly file: string;
  /** The line, or the text. */
  readonly text: string;
  readonly isCell?: boolean;
}

/**
 * The built-in algorithms whose data may be CSV of numbers: none takes a header. So AWS says it of all whose data may be CSV,
 * and of XGBoost once more; the data of IP Insights is text, which may look like one.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-training.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost.html
 */
const WITHOUT_HEADER = /(?:^|\/)(?:(?:sagemaker-)?xgboost|kmeans|knn|lda|linear-learner|ntm|pca|randomcutforest):/;
/** As many are told of: a folder may have them in each of its files. */
const MOST_TOLD = 3;

/** Files with a header, for an algorithm that takes its first line for a record, or with texts, for one that reads numbers. */
export function* headerRules(request: Request, headers: readonly TableHeader[]): Iterable<Finding> {
  const image = knownMembers(request, 'AlgorithmSpecification')?.TrainingImage;
  const isScript = Object.hasOwn(knownMembers(request, 'HyperParameters') ?? {}, PROGRAM);
  if (isScript || !isImageOf(image, WITHOUT_HEADER)) return;
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
