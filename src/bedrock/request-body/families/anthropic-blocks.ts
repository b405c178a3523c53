import { isObject } from '../../../local-file/json-value';
import {
  ANY_TEXT,
  type BodyShape,
  BYTES,
  listOf,
  object,
  oneOf,
  OPEN,
  tagged,
  TEXT,
  textOr,
  type TextOrListShape,
  type TextShape,
  WORDS,
} from '../body-shape';
import { otherFormat } from '../media-shapes';
import { CACHING, MODEL_TOOLS } from '../unsupported-features';

/** Bedrock's page has images as Base64 only; Claude's own API can fetch them. */
const FETCHED = {
  text: "must be 'base64', with 'media_type' and 'data': Bedrock fetches no images for Claude",
  warning: 'recordImageSource',
};

/** What is kept for requests that begin in the same way, and how long. */
export const CACHE_CONTROL = object(
  { type: oneOf('ephemeral'), ttl: oneOf('5m', '1h') },
  { required: ['type'], note: CACHING },
);

const IMAGE_SOURCE = tagged(
  {
    base64: object(
      { type: TEXT, media_type: oneOf('image/jpeg', 'image/png', 'image/webp', 'image/gif'), data: BYTES },
      {
        required: ['media_type', 'data'],
        agreement: {
          of: ['media_type', 'data'],
          disagreement: ({ media_type, data }) =>
            otherFormat('media_type', media_type, data, (format) => `image/${format}`),
        },
      },
    ),
  },
  { url: FETCHED, file: FETCHED },
);

/** The same of documents. */
const FETCHED_DOCUMENT = {
  text: "should be 'base64', with 'media_type' and 'data', or 'text': Bedrock fetches no documents for Claude",
  warning: 'recordDocumentSource',
};

/** @see https://platform.claude.com/docs/en/api/messages */
const DOCUMENT_SOURCE = tagged(
  {
    base64: object(
      { type: TEXT, media_type: oneOf('application/pdf'), data: BYTES },
      { required: ['media_type', 'data'] },
    ),
    text: object({ type: TEXT, media_type: oneOf('text/plain'), data: ANY_TEXT }, { required: ['media_type', 'data'] }),
    content: object({ type: TEXT, content: textOr(listOf(OPEN)) }, { required: ['content'] }),
  },
  { url: FETCHED_DOCUMENT, file: FETCHED_DOCUMENT },
);

/** Blocks of OpenAI's API. */
const OTHER_IMAGE = {
  text: 'is a block of OpenAI\'s API: Claude takes an image as {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "…"}}',
};
const OTHER_TEXT = { text: 'is a block of OpenAI\'s API: Claude takes {"type": "text", "text": "…"}' };

/** What is no type of a block, and may be meant as one. */
const OTHER_TYPES = {
  txt: { text: "is no block of Claude: did you mean 'text'?" },
  img: { text: "is no block of Claude: did you mean 'image'?" },
  pdf: {
    text: 'is no block of Claude: it takes a file as {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "…"}}',
  },
};
const OTHER_FILE = {
  text: 'is a block of OpenAI\'s API: Claude takes a file as {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "…"}}',
};

const textBlock = (text: BodyShape) =>
  object({ type: TEXT, text, cache_control: CACHE_CONTROL, citations: OPEN }, { required: ['text'] });
export const TEXT_BLOCK = textBlock(WORDS);

export const BLOCK = tagged(
  {
    text: TEXT_BLOCK,
    image: object({ type: TEXT, source: IMAGE_SOURCE, cache_control: CACHE_CONTROL }, { required: ['source'] }),
    document: object(
      {
        type: TEXT,
        source: DOCUMENT_SOURCE,
        title: OPEN,
        context: OPEN,
        citations: OPEN,
        cache_control: CACHE_CONTROL,
      },
      { required: ['source'] },
    ),
  },
  {
    tool_use: MODEL_TOOLS,
    tool_result: MODEL_TOOLS,
    image_url: OTHER_IMAGE,
    input_image: OTHER_IMAGE,
    ...OTHER_TYPES,
    file: OTHER_FILE,
    input_file: OTHER_FILE,
    input_text: OTHER_TEXT,
    output_text: OTHER_TEXT,
  },
);

/** The words that an answer goes on with: "final assistant content cannot end with trailing whitespace". */
const BEGINNING: TextShape = { ...ANY_TEXT, holds: 'beginning' };
const LAST_TEXT = textBlock({ ...BEGINNING, isEmptyAllowed: false });

/** The beginning of an answer, which may be empty. */
export const BEGINNING_OF_ANSWER: TextOrListShape = {
  kind: 'text or list',
  text: BEGINNING,
  list: {
    ...listOf(BLOCK),
    otherShape: (block, isLast) => (isLast && isObject(block) && block.type === 'text' ? LAST_TEXT : undefined),
  },
};

/** Text or blocks, of which there may be none. */
export const ANY_CONTENT: TextOrListShape = {
  kind: 'text or list',
  text: { ...WORDS, isEmptyAllowed: true },
  list: listOf(BLOCK),
};
