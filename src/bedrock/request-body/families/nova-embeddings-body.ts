import { LINK, object, type ObjectShape, oneOf, OPEN, TEXT, wholeNumber } from '../body-shape';
import { MEDIA_SOURCE } from '../media-shapes';
import { memberOfAnother } from '../slips';

const MEDIA = object(
  { format: TEXT, source: MEDIA_SOURCE, detailLevel: OPEN, embeddingMode: OPEN, segmentationConfig: OPEN },
  { required: ['format', 'source'] },
);

const PARAMETERS = object(
  {
    embeddingPurpose: TEXT,
    embeddingDimension: wholeNumber(1),
    text: object({
      truncationMode: oneOf('START', 'END', 'NONE'),
      value: TEXT,
      source: object({ s3Location: object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] }) }),
      segmentationConfig: OPEN,
    }),
    image: MEDIA,
    audio: MEDIA,
    video: MEDIA,
  },
  { required: ['embeddingPurpose'] },
);

/**
 * Nova Multimodal Embeddings.
 *
 * @see https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
export const NOVA_EMBEDDINGS_BODY: ObjectShape = object(
  {
    schemaVersion: oneOf('nova-multimodal-embed-v1'),
    taskType: oneOf('SINGLE_EMBEDDING', 'SEGMENTED_EMBEDDING'),
    singleEmbeddingParams: PARAMETERS,
    segmentedEmbeddingParams: PARAMETERS,
  },
  {
    required: ['taskType'],
    misfits: {
      inputText: memberOfAnother('Titan', ": did you mean 'modelInput.singleEmbeddingParams.text'?"),
      messages: { text: "is no member of a request for embeddings: did you mean 'singleEmbeddingParams'?" },
    },
  },
);
