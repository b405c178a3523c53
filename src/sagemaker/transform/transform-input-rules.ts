import { mimeTypeOf } from '../data-file/data-file-rules';
import { CSV, JSON_LINES, PLAIN_TEXT } from '../data-file/first-line';
import { s3UriRules } from '../s3-uri-rules';
import { TransformBatchStrategy, TransformSplitType } from './transform-records';
import type { Request } from '../../job/request-overrides';
import { enumMismatch } from '../../validation/enum-check';
import { type Finding, warning } from '../../validation/finding';
import { known, knownMembers } from '../../validation/known-value';
import { shown } from '../../validation/shown';

/** Types of data that are often given, and mistyped. */
const COMMON_TYPES = [...PLAIN_TEXT, 'text/plain', 'application/x-image', 'application/x-npy'];
const BINARY_SPLITS: readonly unknown[] = [TransformSplitType.RECORD_IO, TransformSplitType.TF_RECORD];

/** How the input of a transform job is read: what the service takes, and the model then gets otherwise than meant. */
export function* transformInputRules(request: Request): Iterable<Finding> {
  const input = knownMembers(request, 'TransformInput');
  if (!input) return;
  const source = knownMembers(input, 'DataSource', 'S3DataSource');
  yield* s3UriRules(
    { property: 'input', api: 'TransformInput.DataSource.S3DataSource.S3Uri' },
    source?.S3Uri,
    source?.S3DataType,
  );
  yield* typeRules(input);
  if (known(request.BatchStrategy) !== TransformBatchStrategy.MULTI_RECORD) return;
  if (input.SplitType !== undefined && known(input.SplitType) !== TransformSplitType.NONE) return;
  const member = { property: 'batchStrategy', api: 'BatchStrategy' };
  const text =
    "is 'MultiRecord', and files are not cut into records without a 'splitType': give one, such as TransformSplitType.LINE";
  yield warning('batchStrategy', member, text);
}

function* typeRules({ ContentType, SplitType }: Request): Iterable<Finding> {
  const type = mimeTypeOf(ContentType);
  if (type === undefined || type === '') return;
  const member = { property: 'input.contentType', api: 'TransformInput.ContentType' };
  if (!type.includes('/')) {
    yield warning('contentType', member, `should be a MIME type, such as 'text/csv', got ${shown(ContentType)}`);
    return;
  }
  if (!COMMON_TYPES.includes(type)) {
    const mismatch = enumMismatch([...COMMON_TYPES], type);
    if (mismatch && mismatch.verdict !== 'unknown') {
      yield warning('contentType', member, `is ${shown(ContentType)}: did you mean '${mismatch.nearest}'?`);
    }
    return;
  }
  if (!PLAIN_TEXT.includes(type) || !BINARY_SPLITS.includes(known(SplitType))) return;
  const lines = JSON_LINES.includes(type) || type === CSV ? ', which is cut into lines' : '';
  const text = `is '${String(SplitType)}', and 'contentType' is ${shown(ContentType)}${lines}: give TransformSplitType.LINE`;
  yield warning('splitType', { property: 'input.splitType', api: 'TransformInput.SplitType' }, text);
}
