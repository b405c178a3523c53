import type { DataOptions } from './data-check';
import type { NamedKind } from './input-kind';
import type { PromptOptions } from './prompt-check';
import type { RecordOptions } from './record-check';
import type { TrainingDataOptions } from './training-data-check';
import type { CustomizationType } from '../src/bedrock/customization/customization-type';
import { TRAINING_FORMS } from '../src/bedrock/customization/data/training-forms';
import { RECORD_FORMS, type RecordForm } from '../src/bedrock/evaluation/data/evaluation-forms';
import { ModelInvocationType } from '../src/bedrock/model-invocation-type';
import { FRAMEWORK_NAMES } from '../src/sagemaker/neo/neo-frameworks';

/** The frameworks of Neo, as the API spells them. */
export const FRAMEWORKS: readonly string[] = FRAMEWORK_NAMES;

/** The APIs whose request bodies records have, as the command spells them. */
export const INVOCATIONS: { readonly [name: string]: ModelInvocationType } = {
  model: ModelInvocationType.INVOKE_MODEL,
  converse: ModelInvocationType.CONVERSE,
};

/** What is done with base models, as the command spells it. */
export const CUSTOMIZATIONS: { readonly [name: string]: CustomizationType } = Object.fromEntries(
  (Object.keys(TRAINING_FORMS) as CustomizationType[]).map((type) => [type.toLowerCase().replaceAll('_', '-'), type]),
);

/** What the records of an evaluation are, as the command spells it. */
export const EVALUATED: { readonly [name: string]: RecordForm } = Object.fromEntries(
  (Object.keys(RECORD_FORMS) as RecordForm[]).map((form) => [form.replace(' ', '-'), form]),
);

/** The options of the command as they were given. */
export interface CheckOptions {
  readonly as?: NamedKind;
  readonly framework?: string;
  readonly invoke?: string;
  readonly modelId?: string;
  readonly customize?: string;
  readonly evaluate?: string;
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

export function trainingDataOptions({ customize, minimumRecords, modelId }: CheckOptions): TrainingDataOptions {
  return {
    customizationType: customize === undefined ? undefined : CUSTOMIZATIONS[customize],
    minimumRecords,
    modelId,
  };
}

/** @param form What the file itself looks like, where nobody says it. */
export function promptOptions({ evaluate }: CheckOptions, form: RecordForm): PromptOptions {
  return { form: evaluate === undefined ? form : EVALUATED[evaluate] };
}

export function dataOptions({ contentType, gzip, split, maxPayload }: CheckOptions): DataOptions {
  return { contentType, isGzip: gzip, split, maxPayload };
}
