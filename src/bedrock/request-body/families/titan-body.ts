import {
  ANY_TEXT,
  BYTES,
  documented,
  FLAG,
  listOf,
  number,
  object,
  type ObjectShape,
  oneNumberOf,
  oneOf,
  TEXT,
  wholeNumber,
  WORDS,
} from '../body-shape';
import { meant, meantWithin, memberOfAnother } from '../slips';
import { MODEL_NAME, STREAMING } from '../unsupported-features';

const NO_MESSAGES = { text: "is no member of the request: this model takes 'inputText'" };

/** Members of other bodies. */
const OTHERS = { messages: NO_MESSAGES, prompt: NO_MESSAGES, stream: STREAMING, model: MODEL_NAME };

/**
 * Titan Text.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 */
export const TITAN_TEXT_BODY: ObjectShape = object(
  {
    inputText: TEXT,
    textGenerationConfig: object(
      {
        temperature: number(0, 1),
        topP: documented(number(0, 1)),
        // Titan Text Express gives the longest answers
        maxTokenCount: documented(wholeNumber(0, 8192)),
        stopSequences: listOf(ANY_TEXT),
      },
      {
        misfits: {
          maxTokens: { text: "is no member of 'modelInput.textGenerationConfig': did you mean 'maxTokenCount'?" },
          max_tokens: { text: "is no member of 'modelInput.textGenerationConfig': did you mean 'maxTokenCount'?" },
        },
      },
    ),
  },
  {
    required: ['inputText'],
    misfits: {
      ...OTHERS,
      inferenceConfig: meant('textGenerationConfig'),
      max_tokens: meant('modelInput.textGenerationConfig.maxTokenCount'),
      ...meantWithin('textGenerationConfig', ['maxTokenCount', 'temperature', 'topP', 'stopSequences']),
    },
  },
);

/** The text of one embedding: Titan takes as many characters. */
const EMBEDDED_TEXT = { ...WORDS, longest: 50_000 };

const EMBED_MISFITS = {
  ...OTHERS,
  inputTexts: meant('inputText'),
  texts: memberOfAnother('Cohere', ": did you mean 'inputText'?"),
  textGenerationConfig: { text: 'must be left out, for a model of embeddings generates no text' },
};

/** Of models that see no images. */
const TEXT_EMBED_MISFITS = {
  ...EMBED_MISFITS,
  inputImage: memberOfAnother(
    'Titan Multimodal Embeddings',
    ', and this model takes text alone: did you mean the model amazon.titan-embed-image-v1?',
  ),
};

/**
 * Titan Text Embeddings V2.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
export const TITAN_EMBED_TEXT_BODY: ObjectShape = object(
  {
    inputText: EMBEDDED_TEXT,
    dimensions: oneNumberOf(256, 512, 1024),
    normalize: FLAG,
    embeddingTypes: listOf(oneOf('float', 'binary')),
  },
  {
    required: ['inputText'],
    misfits: {
      ...TEXT_EMBED_MISFITS,
      embeddingConfig: memberOfAnother('Titan Multimodal Embeddings', ": did you mean 'dimensions'?"),
    },
  },
);

const SECOND_VERSION = {
  text: "must be left out, for the first version of these embeddings takes 'inputText' alone: did you mean the model amazon.titan-embed-text-v2:0?",
};

/** Titan Text Embeddings G1, the first version. */
export const TITAN_EMBED_G1_TEXT_BODY: ObjectShape = object(
  { inputText: EMBEDDED_TEXT },
  {
    required: ['inputText'],
    misfits: {
      ...TEXT_EMBED_MISFITS,
      dimensions: SECOND_VERSION,
      normalize: SECOND_VERSION,
      embeddingTypes: SECOND_VERSION,
    },
  },
);

/**
 * The multimodal embeddings of Titan: a text, an image, or both.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 */
export const TITAN_EMBED_IMAGE_BODY: ObjectShape = object(
  {
    inputText: ANY_TEXT,
    inputImage: BYTES,
    embeddingConfig: object({ outputEmbeddingLength: oneNumberOf(256, 384, 1024) }),
  },
  {
    misfits: {
      ...OTHERS,
      dimensions: meant('embeddingConfig.outputEmbeddingLength'),
      ...meantWithin('embeddingConfig', ['outputEmbeddingLength']),
    },
  },
);
