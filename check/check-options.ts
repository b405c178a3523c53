import type { DataOptions } from './data-check';
import type { NamedKind } from './file-kind';
import type { RecordOptions } from './record-check';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { FRAMEWORK_FILES } from '../src/sagemaker/model-archive/framework-files';

/** The frameworks of Neo, as the API spells them. */
export const FRAMEWORKS: readonly string[] = [...FRAMEWORK_FILES.keys()];

/** The APIs whose request bodies records have, as the command spells them. */
export const INVOCATIONS: { readonly [name: string]: ModelInvocationType } = {
  model: ModelInvocationType.INVOKE_MODEL,
  converse: ModelInvocationType.CONVERSE,
};

/** The options of the command as they were given. */
export interface CheckOptions {
  readonly as?: NamedKind;
  readonly framework?: string;
  readonly invoke?: string;
  readonly modelId?: string;
  readonly minimumRecords?: number;
  readonly contentType?: string;
  readonly gzip?: boolean;
  readonly split?: 'line' | 'none';
  readonly maxPayload?: number;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export function recordOptions({ invoke, modelId, minimumRecords }: CheckOptions): RecordOptions {
  return { invocationType: invoke === undefined ? undefined : INVOCATIONS[invoke], modelId, minimumRecords };
}

export function dataOptions({ contentType, gzip, split, maxPayload }: CheckOptions): DataOptions {
  return { contentType, isGzip: gzip, split, maxPayload };
}
