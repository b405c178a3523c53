import { type CheckedFile, errorFinding } from './checked-file';
import { lineFindings } from './line-files';
import { LARGEST_INPUT_GIB, MINIMUM_RECORDS } from '../src/bedrock/input/input-quotas';
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
  const note = isCompared ? undefined : `the bodies were not compared, for ${whyNotCompared(options.modelId)}`;
  const rules = {
    checkRequest: withLinks(requestCheckOf(invocationType, family, models)),
    minimumRecords,
    maximumBytes: LARGEST_INPUT_GIB * 2 ** 30,
  };
  const findings = lineFindings(path, rules, errorFinding(`${NAME}, got ${shown(path)}`));
  return { path, kind: 'records', modelFamily: family?.name, note, findings };
}

function whyNotCompared(modelId: string | undefined): string {
  if (modelId !== undefined) return `${shown(modelId)} is of no known family of models`;
  return 'nothing says whose they are: give --model-id, or --invoke converse';
}

/** Records that link to media may be meant for a bucket, where a job can take them. */
function withLinks(check: RequestCheck): RequestCheck {
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) =>
    check(request, (rule, text, warning) => tell(rule, text, rule.startsWith('link ') ? 'recordLink' : warning));
  return Object.assign(checkRequest, { body: check.body });
}
