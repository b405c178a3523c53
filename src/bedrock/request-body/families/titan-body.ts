import {
  ANY_TEXT,
  BYTES,
  documented,
  listOf,
  number,
  object,
  type ObjectShape,
  oneOf,
  OPEN,
  TEXT,
  wholeNumber,
} from '../body-shape';
import { meant, memberOfAnother } from '../slips';
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
        maxTokenCount: wholeNumber(0),
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
    },
  },
);

/**
 * The text embeddings of Titan. The first version takes `inputText` alone.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
export const TITAN_EMBED_TEXT_BODY: ObjectShape = object(
  {
    inputText: TEXT,
    dimensions: wholeNumber(1),
    normalize: OPEN,
    embeddingTypes: listOf(oneOf('float', 'binary')),
  },
  {
    required: ['inputText'],
    misfits: {
      ...OTHERS,
      inputTexts: meant('inputText'),
      texts: memberOfAnother('Cohere', ": did you mean 'inputText'?"),
      textGenerationConfig: { text: 'must be left out, for a model of embeddings generates no text' },
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
    embeddingConfig: object({ outputEmbeddingLength: wholeNumber(1) }),
  },
  {
    misfits: {
      ...OTHERS,
      dimensions: meant('embeddingConfig.outputEmbeddingLength'),
    },
  },
);
