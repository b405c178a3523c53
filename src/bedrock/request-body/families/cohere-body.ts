import {
  ANY_TEXT,
  DATA_URI,
  type Disagreement,
  documented,
  listOf,
  number,
  object,
  type ObjectShape,
  oneNumberOf,
  oneOf,
  onlyOneOf,
  OPEN,
  shortListOf,
  tagged,
  TEXT,
  wholeNumber,
} from '../body-shape';
import { meant, memberOfAnother } from '../slips';
import { MODEL_NAME, MODEL_TOOLS, STREAMING } from '../unsupported-features';

/**
 * Command R and Command R+.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 */
export const COHERE_COMMAND_BODY: ObjectShape = object(
  {
    message: TEXT,
    chat_history: listOf(
      object(
        { role: onlyOneOf(['USER', 'CHATBOT', 'SYSTEM', 'TOOL']), message: ANY_TEXT },
        { required: ['role'], misfits: { content: { text: "is no member of a turn: did you mean 'message'?" } } },
      ),
    ),
    documents: listOf(OPEN),
    preamble: ANY_TEXT,
    max_tokens: wholeNumber(1),
    temperature: documented(number(0, 1)),
    p: documented(number(0.01, 0.99)),
    k: documented(number(0, 500)),
    stop_sequences: listOf(TEXT),
  },
  {
    required: ['message'],
    misfits: {
      messages: meant('message', ", with 'chat_history'"),
      prompt: meant('message'),
      top_p: meant('p'),
      top_k: meant('k'),
      tools: MODEL_TOOLS,
      tool_results: MODEL_TOOLS,
      stream: STREAMING,
      model: MODEL_NAME,
    },
  },
);

/** How many texts, or images, a request has at most. */
const MOST_TEXTS = 96;
const EMBEDDING_TYPES = listOf(oneOf('float', 'int8', 'uint8', 'binary', 'ubinary'));

/** One request is of texts or of images. */
function mixed({ texts, images }: { readonly [name: string]: unknown }): Disagreement | undefined {
  if (texts === undefined || images === undefined) return undefined;
  return {
    member: 'images',
    text: "must not be given with 'modelInput.texts': make two records",
    warning: 'recordMixed',
  };
}

const EMBED_MISFITS = {
  inputText: memberOfAnother('Titan', ": did you mean 'texts', which is a list?"),
  text: meant('texts', ', which is a list'),
  inputType: meant('input_type'),
  messages: { text: 'must be left out, for a model of embeddings takes no messages' },
  model: MODEL_NAME,
};

/**
 * Embed 3.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
 */
export const COHERE_EMBED_3_BODY: ObjectShape = object(
  {
    texts: shortListOf({ ...TEXT, longest: 2048 }, MOST_TEXTS),
    images: shortListOf(DATA_URI, 1),
    embedding_types: EMBEDDING_TYPES,
    input_type: oneOf('search_document', 'search_query', 'classification', 'clustering', 'image'),
    truncate: oneOf('NONE', 'START', 'END', 'LEFT', 'RIGHT'),
  },
  { required: ['input_type'], misfits: EMBED_MISFITS, agreement: { of: [], disagreement: mixed } },
);

/** A part of an input that has texts and images. */
const PART = tagged({
  text: object({ type: TEXT, text: TEXT }, { required: ['text'] }),
  image_url: object(
    { type: TEXT, image_url: object({ url: DATA_URI }, { required: ['url'] }) },
    { required: ['image_url'] },
  ),
});

/**
 * Embed 4.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
 */
export const COHERE_EMBED_4_BODY: ObjectShape = object(
  {
    texts: { ...shortListOf(TEXT, MOST_TEXTS), isFilled: true },
    images: { ...shortListOf(DATA_URI, MOST_TEXTS), isFilled: true },
    embedding_types: EMBEDDING_TYPES,
    inputs: {
      ...shortListOf(object({ content: listOf(PART) }, { required: ['content'] }), MOST_TEXTS),
      isFilled: true,
    },
    input_type: oneOf('search_document', 'search_query', 'classification', 'clustering', 'image'),
    output_dimension: oneNumberOf(256, 512, 1024, 1536),
    max_tokens: wholeNumber(1),
    truncate: oneOf('NONE', 'LEFT', 'RIGHT', 'START', 'END'),
  },
  {
    required: ['input_type'],
    misfits: { ...EMBED_MISFITS, dimensions: meant('output_dimension') },
    agreement: { of: [], disagreement: mixed },
  },
);
