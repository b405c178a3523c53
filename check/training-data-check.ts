import { type CheckedFile, type CheckFinding, errorFinding, findingsOf, warningFinding } from './checked-file';
import { lineFilesAt } from './line-files';
import type { CustomizationType } from '../src/bedrock/customization/customization-type';
import { trainingRules } from '../src/bedrock/customization/data/training-rules';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { UnusableInput } from '../src/bedrock/input/record-files';
import { foundationModelBehind } from '../src/bedrock/named-foundation-model';
import { shown } from '../src/validation/shown';

/** What training or validation data is for. */
export interface TrainingDataOptions {
  /** @default 'FINE_TUNING' */
  readonly customizationType?: CustomizationType;
  /**
   * What names the base model: the id of a foundation model, or the ARN of a model.
   *
   * @default - no more is looked at than what is true of several models
   */
  readonly modelId?: string;
  /** @default 1 */
  readonly minimumRecords?: number;
}

const NAME = "should have a name that ends in '.jsonl', as AWS's pages have it";

/** Reads a file of training or validation data as a customization job would. */
export function checkTrainingData(path: string, options: TrainingDataOptions): CheckedFile {
  const { customizationType = 'FINE_TUNING', minimumRecords, modelId } = options;
  const foundationModelId = modelId === undefined ? undefined : foundationModelBehind(modelId);
  const file = { path, kind: 'training data' as const, customizationType };
  const findings: CheckFinding[] = [];
  try {
    const { files, isMisnamed } = lineFilesAt(path);
    if (isMisnamed) findings.push(warningFinding('trainingDataName', `${NAME}, got ${shown(path)}`));
    const fault = (text: string) => new UnusableInput(text);
    const rules = trainingRules(customizationType, { minimumRecords }, { foundationModelId });
    const found = new InputReading(files, rules, new ReadingProgress(path), fault).read();
    return { ...file, findings: [...findings, ...findingsOf(found)] };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { ...file, findings: [...findings, errorFinding(error.message)] };
  }
}
