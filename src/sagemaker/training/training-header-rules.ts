import type { Request } from '../../job/request-overrides';
import { type Finding, inInput, warning } from '../../validation/finding';
import { knownMembers } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isImageOf } from '../built-in-image';

/** A local file of CSV whose first line has the names of columns. */
export interface TableHeader {
  /** The property that has the file: for messages. */
  readonly member: string;
  readonly file: string;
  /** The line. */
  readonly text: string;
}

/**
 * The built-in algorithms whose data may be CSV of numbers: none takes a header. So AWS says it of all whose data may be CSV,
 * and of XGBoost once more; the data of IP Insights is text, which may look like one.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-training.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost.html
 */
const WITHOUT_HEADER = /(?:^|\/)(?:(?:sagemaker-)?xgboost|kmeans|knn|lda|linear-learner|ntm|pca|randomcutforest):/;
/** What says that the container runs a script of the user's, which reads the data as it likes. */
const PROGRAM = 'sagemaker_program';
/** As many are told of: a folder may have them in each of its files. */
const MOST_TOLD = 3;

/** Files with a header, for an algorithm that takes its first line for a record. */
export function* headerRules(request: Request, headers: readonly TableHeader[]): Iterable<Finding> {
  const image = knownMembers(request, 'AlgorithmSpecification')?.TrainingImage;
  const isScript = Object.hasOwn(knownMembers(request, 'HyperParameters') ?? {}, PROGRAM);
  if (isScript || !isImageOf(image, WITHOUT_HEADER)) return;
  const members = new Set(headers.map(({ member }) => member));
  for (const member of members) {
    const own = headers.filter((header) => header.member === member);
    const files = own.slice(0, MOST_TOLD).map(({ file }) => file);
    const more = own.length > MOST_TOLD ? `, and ${own.length - MOST_TOLD} more` : '';
    const text = `has the names of columns in the first line of ${files.join(', ')}${more}, which this algorithm takes for a record, got ${shown(own[0].text)}: leave that line out, and put the target into the first column, where there is one`;
    yield inInput('dataFiles', warning('dataHeader', member, text));
  }
}
