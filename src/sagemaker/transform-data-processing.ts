import { TransformAssemblyType, TransformJoinSource, TransformSplitType } from './transform-records';
import type { Request } from '../request-overrides';
import { type Finding, mustBe } from '../validation/finding';
import { known, knownMembers, knownText } from '../validation/known-value';

/** A JSONPath that leaves a record as it is; so does an empty one. */
const WHOLE_RECORD = '$';
const CSV = 'text/csv';
/** The types of data that can be filtered and joined. */
const CONTENT_TYPES = [CSV, 'application/json', 'application/jsonlines'];

/**
 * How records are filtered and joined must suit how they are read and written.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
 */
export function* dataProcessingRules(request: Request): Iterable<Finding> {
  const processing = knownMembers(request, 'DataProcessing');
  const input = knownMembers(request, 'TransformInput');
  const output = knownMembers(request, 'TransformOutput');
  if (!processing || !input || !output) return;
  const joins = known(processing.JoinSource) === TransformJoinSource.INPUT;
  // what only the deployment knows may be the whole record
  const filters = [processing.InputFilter, processing.OutputFilter].map((filter) => knownText(filter));
  const isFiltered = filters.some((filter) => filter !== undefined && filter !== '' && filter !== WHOLE_RECORD);
  if (!joins && !isFiltered) return;
  const { ContentType, SplitType = TransformSplitType.NONE } = input;
  const { Accept, AssembleWith = TransformAssemblyType.NONE } = output;
  const given = [ContentType, SplitType, Accept, AssembleWith].filter((value) => value !== undefined);
  if (given.some((value) => known(value) === undefined)) return;

  const type = knownText(ContentType)?.split(';')[0].trim();
  if (type === undefined || !CONTENT_TYPES.includes(type)) {
    const allowed = `one of ${CONTENT_TYPES.join(', ')}, where records are filtered or joined`;
    yield mustBe({ property: 'input.contentType', api: 'TransformInput.ContentType' }, allowed, ContentType);
  }
  if (type === CSV && SplitType !== TransformSplitType.LINE) {
    const allowed = `'${TransformSplitType.LINE}', where records of CSV are filtered or joined`;
    yield mustBe({ property: 'input.splitType', api: 'TransformInput.SplitType' }, allowed, SplitType);
  }
  if (!joins) return;
  if (Accept !== ContentType) {
    const allowed = `the content type of the input, '${String(ContentType)}', with which it is joined`;
    yield mustBe({ property: 'accept', api: 'TransformOutput.Accept' }, allowed, Accept);
  }
  if (AssembleWith !== SplitType) {
    const allowed = `'${String(SplitType)}', as the 'splitType' of the input with which it is joined`;
    yield mustBe({ property: 'assembleWith', api: 'TransformOutput.AssembleWith' }, allowed, AssembleWith);
  }
}
