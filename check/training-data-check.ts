import { type CheckedFile, errorFinding, findingsOf } from './checked-file';
import type { CustomizationType } from '../src/bedrock/customization/customization-type';
import { trainingRules } from '../src/bedrock/customization/data/training-rules';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { recordFilesAt, UnusableInput } from '../src/bedrock/input/record-files';

/** What training or validation data is for. */
export interface TrainingDataOptions {
  /** @default 'FINE_TUNING' */
  readonly customizationType?: CustomizationType;
  /** @default 1 */
  readonly minimumRecords?: number;
}

/** Reads a file of training or validation data as a customization job would. */
export function checkTrainingData(path: string, options: TrainingDataOptions): CheckedFile {
  const { customizationType = 'FINE_TUNING', minimumRecords } = options;
  const file = { path, kind: 'training data' as const, customizationType };
  try {
    const { files } = recordFilesAt(path);
    const fault = (text: string) => new UnusableInput(text);
    const rules = trainingRules(customizationType, { minimumRecords });
    return { ...file, findings: findingsOf(new InputReading(files, rules, new ReadingProgress(path), fault).read()) };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { ...file, findings: [errorFinding(error.message)] };
  }
}
