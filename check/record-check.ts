import { type CheckedFile, errorFinding, findingsOf } from './checked-file';
import { LARGEST_INPUT_GIB, MINIMUM_RECORDS } from '../src/bedrock/input/input-quotas';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { recordFilesAt, UnusableInput } from '../src/bedrock/input/record-files';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { foundationModelBehind } from '../src/bedrock/named-foundation-model';
import { familyOf } from '../src/bedrock/request-body/model-family';
import { requestCheckOf } from '../src/bedrock/request-body/request-check';

/** What the records are for. */
export interface RecordOptions {
  /** @default ModelInvocationType.INVOKE_MODEL */
  readonly invocationType?: ModelInvocationType;
  /**
   * What names the model: the id of a foundation model or of an inference profile, or an ARN.
   *
   * @default - the bodies of InvokeModel are left to the service
   */
  readonly modelId?: string;
  /** @default 100 */
  readonly minimumRecords?: number;
}

/** Reads a file of records, or a folder of such files, as a batch inference job would. */
export function checkRecords(path: string, options: RecordOptions): CheckedFile {
  const { invocationType = ModelInvocationType.INVOKE_MODEL, minimumRecords = MINIMUM_RECORDS } = options;
  const model = options.modelId === undefined ? undefined : foundationModelBehind(options.modelId);
  const family = familyOf(model === undefined ? [] : [model]);
  const file = { path, kind: 'records' as const, modelFamily: family?.name };
  try {
    const { files } = recordFilesAt(path);
    const rules = {
      checkRequest: requestCheckOf(invocationType, family),
      minimumRecords,
      maximumBytes: LARGEST_INPUT_GIB * 2 ** 30,
    };
    const fault = (text: string) => new UnusableInput(text);
    const found = new InputReading(files, rules, new ReadingProgress(path), fault).read();
    return { ...file, findings: findingsOf(found) };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { ...file, findings: [errorFinding(error.message)] };
  }
}
