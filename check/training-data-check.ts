import { type CheckedFile, warningFinding } from './checked-file';
import { lineFindings } from './line-files';
import type { CustomizationType } from '../src/bedrock/customization/customization-type';
import { trainingRules } from '../src/bedrock/customization/data/training-rules';
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
  const rules = trainingRules(customizationType, { minimumRecords }, { foundationModelId });
  const findings = lineFindings(path, rules, warningFinding('trainingDataName', `${NAME}, got ${shown(path)}`));
  return { path, kind: 'training data', customizationType, findings };
}
