import {
  type BodyShape,
  documented,
  filledListOf,
  listOf,
  number,
  object,
  type ObjectShape,
  oneOf,
  onlyOneOf,
  OPEN,
  TEXT,
  union,
  wholeNumber,
  WORDS,
} from '../body-shape';
import { novaReasoningFault, REASONING_CONFIG } from './nova-reasoning';
import { videosFault } from './nova-videos';
import { turnsFault } from '../converse-agreement';
import {
  AUDIO_FORMAT,
  DOCUMENT_FORMAT,
  DOCUMENT_NAME,
  IMAGE_FORMAT,
  media,
  MEDIA_SOURCE,
  OF_OPEN_AI,
  VIDEO_FORMAT,
} from '../media-shapes';
import { meant, meantWithin, memberOfAnother } from '../slips';
import { CACHING, MODEL_NAME, STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

const CACHE_POINT = object({ type: OPEN }, { note: CACHING });
const BLOCKS = {
  ...OF_OPEN_AI,
  type: { text: 'must be left out, for the one member of a block says what it is, as in {"text": "…"}' },
  toolUse: MODEL_TOOLS,
  toolResult: MODEL_TOOLS,
};
const CONTENT = union(
  {
    text: WORDS,
    image: media(IMAGE_FORMAT),
    video: media(VIDEO_FORMAT),
    audio: media(AUDIO_FORMAT),
    document: object(
      { format: DOCUMENT_FORMAT, name: DOCUMENT_NAME, source: MEDIA_SOURCE },
      { required: ['format', 'name', 'source'] },
    ),
    cachePoint: CACHE_POINT,
    reasoningContent: OPEN,
  },
  BLOCKS,
);

/** @see https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html */
const NO_MEDIA = { text: 'should be left out, for Nova Micro takes text alone', warning: 'recordMedia' };
const TEXTS = union(
  { text: WORDS, cachePoint: CACHE_POINT, reasoningContent: OPEN },
  { ...BLOCKS, image: NO_MEDIA, video: NO_MEDIA, audio: NO_MEDIA, document: NO_MEDIA },
);

const turnsOf = (content: BodyShape) =>
  filledListOf(
    object(
      { role: onlyOneOf(['user', 'assistant']), content: filledListOf(content) },
      { required: ['role', 'content'] },
    ),
  );

const CONFIG = 'inferenceConfig';

/**
 * Nova's own body, which is nearly that of Converse. The older names of its parameters are taken, too.
 *
 * @see https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
export const NOVA_BODY: ObjectShape = object(
  {
    schemaVersion: oneOf('messages-v1'),
    system: listOf(union({ text: WORDS, cachePoint: CACHE_POINT })),
    messages: turnsOf(CONTENT),
    inferenceConfig: object(
      {
        maxTokens: wholeNumber(1),
        max_new_tokens: wholeNumber(1),
        temperature: documented(number(0, 1)),
        topP: documented(number(0, 1)),
        top_p: documented(number(0, 1)),
        topK: documented(wholeNumber(0, 128)),
        top_k: documented(wholeNumber(0, 128)),
        stopSequences: listOf(TEXT),
        stop_sequences: listOf(TEXT),
        reasoningConfig: REASONING_CONFIG,
      },
      {
        misfits: {
          max_tokens: { text: "is no member of 'modelInput.inferenceConfig': did you mean 'maxTokens'?" },
        },
      },
    ),
    reasoningConfig: REASONING_CONFIG,
    guardrailConfig: OPEN,
  },
  {
    required: ['messages'],
    agreement: { of: [], disagreement: (body) => videosFault(body) ?? novaReasoningFault(body) ?? turnsFault(body) },
    misfits: {
      inferenceConfiguration: meant(CONFIG),
      toolConfig: MODEL_TOOLS,
      tools: MODEL_TOOLS,
      toolChoice: MODEL_TOOLS,
      response_format: STRUCTURED_OUTPUT,
      stream: STREAMING,
      model: MODEL_NAME,
      anthropic_version: memberOfAnother('Claude', ', and this model is one of Nova'),
      max_tokens: meant(`modelInput.${CONFIG}.maxTokens`),
      ...meantWithin(CONFIG, ['maxTokens', 'max_new_tokens', 'temperature', 'topP', 'top_p', 'topK', 'top_k']),
      ...meantWithin(CONFIG, ['stopSequences', 'stop_sequences']),
      inputText: memberOfAnother('Titan', ": a model of Nova takes 'messages'"),
      textGenerationConfig: memberOfAnother('Titan', ": did you mean 'modelInput.inferenceConfig'?"),
      prompt: { text: "is no member of the request: a model of Nova takes 'messages'" },
    },
  },
);

/** The one model that sees no media. */
export const NOVA_MICRO_BODY = object({ ...NOVA_BODY.members, messages: turnsOf(TEXTS) }, NOVA_BODY);
