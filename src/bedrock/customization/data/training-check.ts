import { baseModelDataOf } from './base-model-data';
import { CUSTOMIZATION_NAMES, hasBlocks, TRAINING_FORMS, type TrainingForm } from './training-forms';
import { SCHEMA_VERSION } from './training-shapes';
import { shortened } from '../../input/record-fault';
import { BodyCheck, type TellFault } from '../../request-body/body-check';
import { OPEN } from '../../request-body/body-shape';
import type { RequestCheck } from '../../request-body/request-check';
import type { CustomizationType } from '../customization-type';

/** What is known of a file of data besides what is done with it. */
export interface TrainingFile {
  /** The foundation model that is customized, or that the customized model was made of. */
  readonly foundationModelId?: string;
  /** Whether it is a local one that is uploaded with the assets. */
  readonly isUploaded?: boolean;
  /** Whether the model is validated with it, and does not learn from it. */
  readonly isValidation?: boolean;
}

/**
 * The check of the records of training or validation data.
 *
 * @param type What is done with the base model.
 */
export function trainingCheckOf(type: CustomizationType, file: TrainingFile = {}): RequestCheck {
  const model = type === 'FINE_TUNING' ? baseModelDataOf(file.foundationModelId) : undefined;
  const checkOfModel = model?.check?.(file);
  const forms = TRAINING_FORMS[type].map((form) => ({ ...form, check: new BodyCheck(form.shape, '') }));
  let first: TrainingForm | undefined;
  const checkRecord = (record: Record<string, unknown>, tell: TellFault) => {
    const form = forms.find(({ isMeant }) => isMeant(record));
    if (!form) return tell('form', noFormText(type, record));
    first ??= form;
    if (form.name !== first.name) {
      const text = `has ${form.name}, and the first record has ${first.name}: all records of a file should have one form`;
      tell('mixed', text, 'trainingForm');
    }
    if (model && form.name !== model.form.name) {
      const text = `has ${form.name}, and ${model.name} learns from ${model.form.name}, by AWS's pages`;
      tell('model', text, 'trainingModel');
    }
    const { schemaVersion } = record;
    if (typeof schemaVersion === 'string' && schemaVersion !== SCHEMA_VERSION && !model?.takesAnyVersion) {
      const text = `'schemaVersion' should be '${SCHEMA_VERSION}', as AWS's pages have it but for Nova, got ${shortened(schemaVersion)}`;
      tell('version', text, 'trainingSchemaVersion');
    }
    if (type === 'REINFORCEMENT_FINE_TUNING' && hasBlocks(record)) tell('blocks', BLOCKS_TEXT, 'trainingForm');
    form.check.check(record, tell);
    checkOfModel?.(record, tell);
  };
  // every record may have a form of its own: none is taken for known
  return Object.assign(checkRecord, { body: OPEN });
}

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/rft-training-data-sources.html */
const BLOCKS_TEXT =
  "has blocks without a type, as Converse has them, and reinforcement fine-tuning takes the format of OpenAI's chat completions only, by AWS's page";

/** Of a record that is none of the customization's: which it may be of another one. */
function noFormText(type: CustomizationType, record: Record<string, unknown>): string {
  const allowed = TRAINING_FORMS[type].map(({ name }) => name).join(', or ');
  const wanted = `${CUSTOMIZATION_NAMES[type]} takes ${allowed}`;
  if (record.modelInput !== undefined) return `looks like a record of batch inference, and ${wanted}`;
  const others = Object.keys(TRAINING_FORMS).filter((other) => other !== type) as CustomizationType[];
  const meant = others.find((other) => TRAINING_FORMS[other].some(({ isMeant }) => isMeant(record)));
  if (meant === undefined) return `has none of the members that are looked for: ${wanted}`;
  return `looks like a record of ${CUSTOMIZATION_NAMES[meant]}, and ${wanted}`;
}
