import { baseModelDataOf } from './base-model-data';
import { trainingCheckOf, type TrainingFile } from './training-check';
import { CUSTOMIZATION_NAMES } from './training-forms';
import { parseTrainingRecord } from './training-record';
import { LONGEST_LINE_BYTES } from '../../../local-file/json-lines';
import type { InputRules } from '../../input/input-reading';
import type { CustomizationType } from '../customization-type';

/** The largest file that any model takes, as its page says: that of Claude 3 Haiku. */
const LARGEST_TRAINING_FILE_GIB = 10;

/** No page says how long a line may be: no model learns from so many tokens at once. */
const LONG_TEXT = `longer than ${LONGEST_LINE_BYTES / 1_000_000} MB, which is more than any model learns from at once: make several records of it`;
const HALF_TEXT =
  "has half of a character in a text ('\\ud83d' without its other half), which is no text that a model can learn. Cut texts between characters";

/** What a file of training or validation data must be: a model may ask for more records, and for fewer bytes. */
export function trainingRules(
  type: CustomizationType,
  { minimumRecords = 1, maximumBytes = LARGEST_TRAINING_FILE_GIB * 2 ** 30 }: Partial<InputRules>,
  file: TrainingFile = {},
): InputRules {
  return {
    checkRequest: trainingCheckOf(type, file),
    parse: parseTrainingRecord,
    minimumRecords,
    maximumBytes,
    largestFileGb: Infinity,
    mostRecords: Infinity,
    longText: LONG_TEXT,
    halfText: HALF_TEXT,
    documentedMinimum: file.isValidation ? undefined : documentedMinimum(type, file.foundationModelId),
  };
}

/** How many prompts there are at least, whatever the model is. */
const FEWEST_GRADED = 100;

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/rft-training-data-sources.html */
function documentedMinimum(
  type: CustomizationType,
  foundationModelId: string | undefined,
): InputRules['documentedMinimum'] {
  if (type === 'REINFORCEMENT_FINE_TUNING') return [FEWEST_GRADED, CUSTOMIZATION_NAMES[type]];
  const model = type === 'FINE_TUNING' ? baseModelDataOf(foundationModelId) : undefined;
  return model?.fewestRecords === undefined ? undefined : [model.fewestRecords, model.name];
}
