import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { TransformAssemblyType, TransformJoinSource, TransformSplitType } from './transform-records';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { requireText } from '../validation/request-check';

/** A JSONPath that leaves a record as it is. */
const WHOLE_RECORD = '$';
const CSV = 'text/csv';
/** The types of data that can be filtered and joined. */
const CONTENT_TYPES = [CSV, 'application/json', 'application/jsonlines'];

/**
 * Checks how records are filtered and joined against how they are read and written.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
 */
export function checkDataProcessing(job: IConstruct, processing: Request, input: Request, output: Request): void {
  const { InputFilter, OutputFilter, JoinSource } = processing as { [member: string]: string | undefined };
  requireText(job, 'inputFilter', InputFilter, { min: 0, max: 63 });
  requireText(job, 'outputFilter', OutputFilter, { min: 0, max: 63 });

  const joins = JoinSource === TransformJoinSource.INPUT;
  const filters = [InputFilter, OutputFilter].some((filter) => (filter ?? WHOLE_RECORD) !== WHOLE_RECORD);
  if (!joins && !filters) return;
  const { ContentType, SplitType = TransformSplitType.NONE } = input as { [member: string]: string | undefined };
  const { Accept, AssembleWith = TransformAssemblyType.NONE } = output as { [member: string]: string | undefined };
  if (isAnyUnresolved(ContentType, SplitType, Accept, AssembleWith)) return;

  const type = ContentType?.split(';')[0].trim();
  if (type === undefined || !CONTENT_TYPES.includes(type)) {
    const allowed = `one of ${CONTENT_TYPES.join(', ')}, where records are filtered or joined`;
    throw invalid(job, 'input.contentType', allowed, ContentType);
  }
  if (type === CSV && SplitType !== TransformSplitType.LINE) {
    const allowed = `'${TransformSplitType.LINE}', where records of CSV are filtered or joined`;
    throw invalid(job, 'input.splitType', allowed, SplitType);
  }
  if (!joins) return;
  if (Accept !== ContentType) {
    throw invalid(job, 'accept', `the content type of the input, '${ContentType}', with which it is joined`, Accept);
  }
  if (AssembleWith !== SplitType) {
    throw inconsistent(
      job,
      `'assembleWith' must be as the 'splitType' of the input, with which it is joined: '${TransformAssemblyType.LINE}' or '${TransformAssemblyType.NONE}', got '${AssembleWith}' and '${SplitType}'`,
    );
  }
}

function isAnyUnresolved(...values: unknown[]): boolean {
  return values.some((value) => Token.isUnresolved(value));
}
