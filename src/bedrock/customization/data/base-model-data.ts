import { type NovaRecordOptions, novaRecordCheck, type RecordCheck } from './nova-training-record';
import { CAPTIONS, CONVERSATIONS, MESSAGES, PAIRS, type TrainingForm } from './training-forms';

/** What AWS's pages say of the data that a base model is fine-tuned with. */
export interface BaseModelData {
  /** What a message calls the model. */
  readonly name: string;
  /** The foundation models that it is true of, by their ids. */
  readonly ids: RegExp;
  /** The one form that records have. */
  readonly form: TrainingForm;
  /** How many records there are at least. @default - the pages do not say */
  readonly fewestRecords?: number;
  /** Whether its page says that `schemaVersion` may be any text. @default false */
  readonly takesAnyVersion?: boolean;
  /** Makes what looks at the records of a file, one after the other. @default - the form is all */
  readonly check?: (options: NovaRecordOptions) => RecordCheck;
}

/**
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-creative-content.html
 */
const BASE_MODELS: readonly BaseModelData[] = [
  {
    name: 'Nova',
    ids: /^amazon\.nova-(?:2-)?(?:micro|lite|pro)-/,
    form: CONVERSATIONS,
    fewestRecords: 8,
    takesAnyVersion: true,
    check: novaRecordCheck,
  },
  { name: 'Nova Canvas', ids: /^amazon\.nova-canvas-/, form: CAPTIONS, fewestRecords: 5 },
  { name: 'Claude 3 Haiku', ids: /^anthropic\.claude-3-haiku-/, form: MESSAGES, fewestRecords: 32 },
  { name: 'Titan Text', ids: /^amazon\.titan-text-/, form: PAIRS },
  { name: 'Titan', ids: /^amazon\.titan-(?:image-generator|embed-image)-/, form: CAPTIONS },
];

/** What is known of the data of a foundation model; undefined where that is nothing. */
export function baseModelDataOf(foundationModelId: string | undefined): BaseModelData | undefined {
  return foundationModelId === undefined ? undefined : BASE_MODELS.find(({ ids }) => ids.test(foundationModelId));
}
