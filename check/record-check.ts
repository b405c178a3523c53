import { type CheckedFile, type CheckFinding, errorFinding, findingsOf } from './checked-file';
import { lineFilesAt } from './line-files';
import { LARGEST_INPUT_GIB, MINIMUM_RECORDS } from '../src/bedrock/input/input-quotas';
import { InputReading } from '../src/bedrock/input/input-reading';
import { ReadingProgress } from '../src/bedrock/input/reading-progress';
import { UnusableInput } from '../src/bedrock/input/record-files';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { foundationModelBehind } from '../src/bedrock/named-foundation-model';
import type { TellFault } from '../src/bedrock/request-body/body-check';
import { familyOf } from '../src/bedrock/request-body/model-family';
import { type RequestCheck, requestCheckOf } from '../src/bedrock/request-body/request-check';
import { shown } from '../src/validation/shown';

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

const NAME = "must have a name that ends in '.jsonl', for batch inference takes no other";

/** Reads a file of records, or a folder of such files, as a batch inference job would. */
export function checkRecords(path: string, options: RecordOptions): CheckedFile {
  const { invocationType = ModelInvocationType.INVOKE_MODEL, minimumRecords = MINIMUM_RECORDS } = options;
  const model = options.modelId === undefined ? undefined : foundationModelBehind(options.modelId);
  const models = model === undefined ? [] : [model];
  const family = familyOf(models);
  const isCompared = family !== undefined || invocationType === ModelInvocationType.CONVERSE;
  const note =
    options.modelId === undefined || isCompared
      ? undefined
      : `their bodies were not compared, for no family of models is known that ${shown(options.modelId)} belongs to`;
  const file = { path, kind: 'records' as const, modelFamily: family?.name, note };
  const findings: CheckFinding[] = [];
  try {
    const { files, isMisnamed } = lineFilesAt(path);
    if (isMisnamed) findings.push(errorFinding(`${NAME}, got ${shown(path)}`));
    const rules = {
      checkRequest: withLinks(requestCheckOf(invocationType, family, models)),
      minimumRecords,
      maximumBytes: LARGEST_INPUT_GIB * 2 ** 30,
    };
    const fault = (text: string) => new UnusableInput(text);
    const found = new InputReading(files, rules, new ReadingProgress(path), fault).read();
    return { ...file, findings: [...findings, ...findingsOf(found)] };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { ...file, findings: [...findings, errorFinding(error.message)] };
  }
}

/** Records that link to media may be meant for a bucket, where a job can take them. */
function withLinks(check: RequestCheck): RequestCheck {
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) =>
    check(request, (rule, text, warning) => tell(rule, text, rule.startsWith('link ') ? 'recordLink' : warning));
  return Object.assign(checkRequest, { body: check.body });
}
