import {
  type BodyShape,
  type Disagreement,
  LINK,
  object,
  type ObjectShape,
  oneNumberOf,
  oneOf,
  OPEN,
  TEXT,
  WORDS,
} from '../body-shape';
import { IMAGE_FORMAT, MEDIA_SOURCE } from '../media-shapes';
import { memberOfAnother } from '../slips';

function mediaOf(format: BodyShape): ObjectShape {
  return object(
    { format, source: MEDIA_SOURCE, detailLevel: OPEN, embeddingMode: OPEN, segmentationConfig: OPEN },
    { required: ['format', 'source'] },
  );
}

const CONTENTS = ['text', 'image', 'audio', 'video'];

const PARAMETERS = object(
  {
    embeddingPurpose: oneOf(
      ...['GENERIC_INDEX', 'GENERIC_RETRIEVAL', 'TEXT_RETRIEVAL', 'IMAGE_RETRIEVAL', 'VIDEO_RETRIEVAL'],
      ...['DOCUMENT_RETRIEVAL', 'AUDIO_RETRIEVAL', 'CLASSIFICATION', 'CLUSTERING'],
    ),
    embeddingDimension: oneNumberOf(256, 384, 1024, 3072),
    text: object(
      {
        truncationMode: oneOf('START', 'END', 'NONE'),
        value: WORDS,
        source: object({ s3Location: object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] }) }),
        segmentationConfig: OPEN,
      },
      { agreement: { of: [], disagreement: textFault } },
    ),
    image: mediaOf(IMAGE_FORMAT),
    audio: mediaOf(oneOf('mp3', 'wav', 'ogg')),
    video: mediaOf(oneOf('mp4', 'mov', 'mkv', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', '3gp', 'three_gp')),
  },
  { required: ['embeddingPurpose'], agreement: { of: [], disagreement: contentsOf } },
);

/** A text is in the request, or in S3. */
function textFault({ value, source }: { readonly [name: string]: unknown }): Disagreement | undefined {
  if (value !== undefined || source !== undefined) return undefined;
  return { member: 'value', text: "is missing: it has the text, or 'source' says where it is" };
}

/** An embedding is one of a text, or of an image, a sound or a video. */
function contentsOf(members: { readonly [name: string]: unknown }): Disagreement | undefined {
  const count = CONTENTS.filter((name) => members[name] !== undefined).length;
  if (count === 1) return undefined;
  const text = `must be given, or one of '${CONTENTS.slice(1).join("', '")}' in its place: exactly one of them, got ${count}`;
  return { member: 'text', text };
}

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
    agreement: {
      of: ['taskType'],
      disagreement: ({ taskType, singleEmbeddingParams }) =>
        taskType === 'SINGLE_EMBEDDING' && singleEmbeddingParams === undefined
          ? { member: 'singleEmbeddingParams', text: "is missing for the task 'SINGLE_EMBEDDING'" }
          : undefined,
    },
  },
);
