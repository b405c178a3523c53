import { baseModelDataOf } from './base-model-data';
import { trainingCheckOf, type TrainingFile } from './training-check';
import { parseTrainingRecord } from './training-record';
import type { InputRules } from '../../input/input-reading';
import type { CustomizationType } from '../customization-type';

/** The largest file that any model takes, as its page says: that of Claude 3 Haiku. */
const LARGEST_TRAINING_FILE_GIB = 10;

/** What a file of training or validation data must be: a model may ask for more records, and for fewer bytes. */
export function trainingRules(
  type: CustomizationType,
  { minimumRecords = 1, maximumBytes = LARGEST_TRAINING_FILE_GIB * 2 ** 30 }: Partial<InputRules>,
  file: TrainingFile = {},
): InputRules {
  const model = type === 'FINE_TUNING' && !file.isValidation ? baseModelDataOf(file.foundationModelId) : undefined;
  return {
    checkRequest: trainingCheckOf(type, file),
    parse: parseTrainingRecord,
    minimumRecords,
    maximumBytes,
    largestFileGb: Infinity,
    mostRecords: Infinity,
    documentedMinimum: model?.fewestRecords === undefined ? undefined : [model.fewestRecords, model.name],
  };
}
