import { checkArchive } from './archive-check';
import { type CheckOptions, dataOptions, recordOptions } from './check-options';
import type { CheckedFile } from './checked-file';
import { checkData } from './data-check';
import { kindOf } from './file-kind';
import { checkModel } from './model-check';
import { checkRecords } from './record-check';

/** Reads a file as what it is. Fails with a `UsageError` where there is nothing to read. */
export function checkFile(path: string, options: CheckOptions): CheckedFile {
  switch (kindOf(path, options.as ?? impliedKind(options, path))) {
    case 'model archive':
      return checkArchive(path, options.framework);
    case 'model':
      return checkModel(path, options.framework);
    case 'records':
      return checkRecords(path, recordOptions(options));
    case 'data':
      return checkData(path, dataOptions(options));
  }
}

/** Who says whose body the records have says that a file of lines has records. */
function impliedKind({ invoke, modelId, framework }: CheckOptions, path: string): 'records' | 'model' | undefined {
  if ((invoke !== undefined || modelId !== undefined) && path.endsWith('.jsonl')) return 'records';
  return framework !== undefined && !path.endsWith('.jsonl') && !path.endsWith('.csv') ? 'model' : undefined;
}
