import {
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
import { AUDIO_FORMAT, DOCUMENT_FORMAT, IMAGE_FORMAT, media, MEDIA_SOURCE, VIDEO_FORMAT } from '../media-shapes';
import { meant, meantWithin, memberOfAnother } from '../slips';
import { MODEL_NAME, STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

const CONTENT = union(
  {
    text: WORDS,
    image: media(IMAGE_FORMAT),
    video: media(VIDEO_FORMAT),
    audio: media(AUDIO_FORMAT),
    document: object(
      { format: DOCUMENT_FORMAT, name: TEXT, source: MEDIA_SOURCE },
      { required: ['format', 'name', 'source'] },
    ),
    cachePoint: OPEN,
    reasoningContent: OPEN,
  },
  {
    type: { text: 'must be left out, for the one member of a block says what it is, as in {"text": "…"}' },
    toolUse: MODEL_TOOLS,
    toolResult: MODEL_TOOLS,
  },
);

const MESSAGE = object(
  { role: onlyOneOf(['user', 'assistant']), content: filledListOf(CONTENT) },
  { required: ['role', 'content'] },
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
    system: listOf(union({ text: WORDS, cachePoint: OPEN })),
    messages: filledListOf(MESSAGE),
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
        reasoningConfig: OPEN,
      },
      {
        misfits: {
          max_tokens: { text: "is no member of 'modelInput.inferenceConfig': did you mean 'maxTokens'?" },
        },
      },
    ),
    reasoningConfig: OPEN,
    guardrailConfig: OPEN,
  },
  {
    required: ['messages'],
    misfits: {
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
