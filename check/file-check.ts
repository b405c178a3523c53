import { checkArchive } from './archive-check';
import { type CheckOptions, dataOptions, promptOptions, recordOptions, trainingDataOptions } from './check-options';
import type { CheckedFile } from './checked-file';
import { checkData } from './data-check';
import { inputKindOf, mayHoldRecords, type NamedKind, recordFormOf } from './input-kind';
import { checkModel } from './model-check';
import { checkModelFolder } from './model-folder-check';
import { checkPrompts } from './prompt-check';
import { checkRecords } from './record-check';
import { checkTrainingData } from './training-data-check';

/** Reads a file as what it is. Fails with a `UsageError` where there is nothing to read. */
export function checkFile(path: string, options: CheckOptions): CheckedFile {
  switch (inputKindOf(path, options.as ?? impliedKind(options, path))) {
    case 'model archive':
      return checkArchive(path, options.framework);
    case 'model':
      return checkModel(path, options.framework);
    case 'model folder':
      return checkModelFolder(path);
    case 'records':
      return checkRecords(path, recordOptions(options));
    case 'training data':
      return checkTrainingData(path, trainingDataOptions(options));
    case 'prompts':
      return checkPrompts(path, promptOptions(options, recordFormOf(path)));
    case 'data':
      return checkData(path, dataOptions(options));
  }
}

/** Who says whose body the records have, or what is to be done with a model, says what is in a file of lines. */
function impliedKind(
  { invoke, modelId, customize, evaluate, framework }: CheckOptions,
  path: string,
): NamedKind | undefined {
  const isLines = path.endsWith('.jsonl');
  // what is named otherwise may be a model of the framework
  if (isLines || (framework === undefined && mayHoldRecords(path))) {
    if (customize !== undefined) return 'training-data';
    if (evaluate !== undefined) return 'prompts';
    if (invoke !== undefined || modelId !== undefined) return 'records';
  }
  return framework !== undefined && !isLines && !path.endsWith('.csv') ? 'model' : undefined;
}
