import { filterRules, firstStepOf } from './transform-filter';
import { TransformAssemblyType, TransformJoinSource, TransformSplitType } from './transform-records';
import type { Request } from '../../job/request-overrides';
import { type Finding, mustBe, warning } from '../../validation/finding';
import { known, knownMembers, knownText } from '../../validation/known-value';
import { mimeTypeOf } from '../data-file/data-file-rules';
import { CSV } from '../data-file/first-line';

/** A JSONPath that leaves a record as it is; so does an empty one. */
const WHOLE_RECORD = '$';
/** The types of data that can be filtered and joined. */
const CONTENT_TYPES = [CSV, 'application/json', 'application/jsonlines'];
const TYPES_TEXT = `one of ${CONTENT_TYPES.join(', ')}, where records are filtered or joined`;

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
  yield* filtersRules(processing, mimeTypeOf(input.ContentType), mimeTypeOf(output.Accept));
  yield* outputNameRules(processing);
  const joins = known(processing.JoinSource) === TransformJoinSource.INPUT;
  // what only the deployment knows may be the whole record
  const filters = [processing.InputFilter, processing.OutputFilter].map((filter) => knownText(filter));
  const isFiltered = filters.some((filter) => filter !== undefined && filter !== '' && filter !== WHOLE_RECORD);
  if (!joins && !isFiltered) return;
  yield* readRules(input);
  if (joins) yield* joinRules(input, output);
}

/** How records are read that are filtered or joined. Each rule asks only for what it needs: the rest may be known at deployment. */
function* readRules({ ContentType, SplitType = TransformSplitType.NONE }: Request): Iterable<Finding> {
  if (isOpenYet(ContentType)) return;
  const type = mimeTypeOf(ContentType);
  if (!isSupported(type)) {
    yield mustBe({ property: 'input.contentType', api: 'TransformInput.ContentType' }, TYPES_TEXT, ContentType);
  }
  if (type === CSV && !isOpenYet(SplitType) && SplitType !== TransformSplitType.LINE) {
    const allowed = `'${TransformSplitType.LINE}', where records of CSV are filtered or joined`;
    yield mustBe({ property: 'input.splitType', api: 'TransformInput.SplitType' }, allowed, SplitType);
  }
}

/** How answers are written that are joined with their records. */
function* joinRules(input: Request, output: Request): Iterable<Finding> {
  const { ContentType, SplitType = TransformSplitType.NONE } = input;
  const { Accept, AssembleWith = TransformAssemblyType.NONE } = output;
  const type = mimeTypeOf(ContentType);
  const answered = mimeTypeOf(Accept);
  if (!isOpenYet(Accept) && !isSupported(answered)) {
    yield mustBe({ property: 'accept', api: 'TransformOutput.Accept' }, TYPES_TEXT, Accept);
  }
  if (isOpenYet(SplitType) || isOpenYet(AssembleWith) || AssembleWith === SplitType) return;
  const member = { property: 'assembleWith', api: 'TransformOutput.AssembleWith' };
  const allowed = `'${String(SplitType)}', as the 'splitType' of the input with which it is joined`;
  // the guide's sentence is about answers of the same type as the input
  const isSame = !isOpenYet(ContentType) && !isOpenYet(Accept) && type === answered;
  if (isSame) yield mustBe(member, allowed, AssembleWith);
  else yield warning('transformAssembly', member, `should be ${allowed}, got '${String(AssembleWith)}'`);
}

/** Filters are read as JSONPath, the one before the model, the other after it. */
function* filtersRules(
  { InputFilter, OutputFilter }: Request,
  contentType: string | undefined,
  accept: string | undefined,
): Iterable<Finding> {
  const filters = [
    [{ property: 'inputFilter', api: 'DataProcessing.InputFilter' }, InputFilter, contentType],
    [{ property: 'outputFilter', api: 'DataProcessing.OutputFilter' }, OutputFilter, accept],
  ] as const;
  for (const [member, filter, type] of filters) {
    const text = knownText(filter);
    if (text !== undefined) yield* filterRules(member, text, type === CSV);
  }
}

/** What an answer is called in a record with which it is joined, and only there. */
const OUTPUT = 'SageMakerOutput';

function* outputNameRules({ OutputFilter, JoinSource }: Request): Iterable<Finding> {
  const step = firstStepOf(knownText(OutputFilter) ?? '');
  const name = step && 'names' in step && step.names.find((each) => each.toLowerCase() === OUTPUT.toLowerCase());
  if (!name) return;
  const member = { property: 'outputFilter', api: 'DataProcessing.OutputFilter' };
  const source = JoinSource === undefined ? TransformJoinSource.NONE : known(JoinSource);
  if (name !== OUTPUT) {
    yield warning('transformFilter', member, `takes '${name}': did you mean '${OUTPUT}'?`);
  } else if (source === TransformJoinSource.NONE) {
    const text = `takes '${OUTPUT}', which only a record has that is joined with its input: give 'joinSource: TransformJoinSource.INPUT'`;
    yield warning('transformFilter', member, text);
  }
}

/** Whether a member is given, and what it is is not known yet. */
function isOpenYet(value: unknown): boolean {
  return value !== undefined && known(value) === undefined;
}

function isSupported(type: string | undefined): boolean {
  return type !== undefined && CONTENT_TYPES.includes(type);
}
