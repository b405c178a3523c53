import { isObject } from '../../../local-file/json-value';
import {
  type Disagreement,
  LINK,
  object,
  type ObjectShape,
  oneNumberOf,
  oneOf,
  OPEN,
  TEXT,
  type TextShape,
  WORDS,
} from '../body-shape';
import { IMAGE_FORMAT, MEDIA_SOURCE, otherFormat } from '../media-shapes';
import { memberOfAnother } from '../slips';

type Members = { readonly [name: string]: unknown };

/** What the page calls required, though no text of the API was seen that refuses a request without it. */
function missing(member: string, values: readonly string[]): Disagreement {
  const text = `is missing, and AWS's page of the model asks for one of '${values.join("', '")}'`;
  return { member, text, warning: 'recordMissing' };
}

function imageFault({ format, source }: Members): Disagreement | undefined {
  return isObject(source) ? otherFormat('format', format, source.bytes) : undefined;
}

const MODES = ['AUDIO_VIDEO_COMBINED', 'AUDIO_VIDEO_SEPARATE'];

const IMAGE = object(
  { format: IMAGE_FORMAT, source: MEDIA_SOURCE, detailLevel: oneOf('STANDARD_IMAGE', 'DOCUMENT_IMAGE') },
  { required: ['format', 'source'], agreement: { of: ['format', 'source'], disagreement: imageFault } },
);
const AUDIO = object(
  { format: oneOf('mp3', 'wav', 'ogg'), source: MEDIA_SOURCE, segmentationConfig: OPEN },
  { required: ['format', 'source'] },
);
const VIDEO = object(
  {
    format: oneOf('mp4', 'mov', 'mkv', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', '3gp', 'three_gp'),
    source: MEDIA_SOURCE,
    embeddingMode: oneOf(...MODES),
    segmentationConfig: OPEN,
  },
  {
    required: ['format', 'source'],
    agreement: {
      of: [],
      disagreement: ({ embeddingMode }) => (embeddingMode === undefined ? missing('embeddingMode', MODES) : undefined),
    },
  },
);

const CONTENTS = ['text', 'image', 'audio', 'video'];
const TRUNCATIONS = ['START', 'END', 'NONE'];

/** How long the text of one embedding is at most; one that is cut into segments may be longer. */
const LONGEST_TEXT = 8192;

const parametersWith = (value: TextShape) =>
  object(
    {
      embeddingPurpose: oneOf(
        ...['GENERIC_INDEX', 'GENERIC_RETRIEVAL', 'TEXT_RETRIEVAL', 'IMAGE_RETRIEVAL', 'VIDEO_RETRIEVAL'],
        ...['DOCUMENT_RETRIEVAL', 'AUDIO_RETRIEVAL', 'CLASSIFICATION', 'CLUSTERING'],
      ),
      embeddingDimension: oneNumberOf(256, 384, 1024, 3072),
      text: object(
        {
          truncationMode: oneOf(...TRUNCATIONS),
          value,
          source: object({ s3Location: object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] }) }),
          segmentationConfig: OPEN,
        },
        { agreement: { of: [], disagreement: textFault } },
      ),
      image: IMAGE,
      audio: AUDIO,
      video: VIDEO,
    },
    { required: ['embeddingPurpose'], agreement: { of: [], disagreement: contentsOf } },
  );

/** A text is in the request, or in S3. */
function textFault({ value, source, truncationMode }: Members): Disagreement | undefined {
  if (value === undefined && source === undefined) {
    return { member: 'value', text: "is missing: it has the text, or 'source' says where it is" };
  }
  return truncationMode === undefined ? missing('truncationMode', TRUNCATIONS) : undefined;
}

/** An embedding is one of a text, or of an image, a sound or a video. */
function contentsOf(members: Members): Disagreement | undefined {
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
    singleEmbeddingParams: parametersWith({ ...WORDS, longest: LONGEST_TEXT }),
    segmentedEmbeddingParams: parametersWith(WORDS),
  },
  {
    required: ['taskType'],
    misfits: {
      inputText: memberOfAnother('Titan', ": did you mean 'modelInput.singleEmbeddingParams.text'?"),
      messages: { text: "is no member of a request for embeddings: did you mean 'singleEmbeddingParams'?" },
    },
    agreement: {
      of: ['taskType'],
      disagreement: ({ taskType, ...parameters }) => {
        const member = taskType === 'SINGLE_EMBEDDING' ? 'singleEmbeddingParams' : 'segmentedEmbeddingParams';
        const isKnown = taskType === 'SINGLE_EMBEDDING' || taskType === 'SEGMENTED_EMBEDDING';
        if (!isKnown || parameters[member] !== undefined) return undefined;
        return { member, text: `is missing for the task '${taskType}'` };
      },
    },
  },
);
