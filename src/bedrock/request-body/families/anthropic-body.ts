import {
  BYTES,
  documented,
  filledListOf,
  listOf,
  number,
  object,
  type ObjectShape,
  onlyOneOf,
  oneOf,
  OPEN,
  tagged,
  TEXT,
  textOr,
  wholeNumber,
} from '../body-shape';
import { meant } from '../slips';
import { MODEL_NAME, MODEL_STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

const IMAGE_SOURCE = tagged({
  base64: object(
    { type: TEXT, media_type: oneOf('image/jpeg', 'image/png', 'image/webp', 'image/gif'), data: BYTES },
    { required: ['media_type', 'data'] },
  ),
});

const TEXT_BLOCK = object({ type: TEXT, text: TEXT, cache_control: OPEN, citations: OPEN }, { required: ['text'] });

const BLOCK = tagged(
  {
    text: TEXT_BLOCK,
    image: object({ type: TEXT, source: IMAGE_SOURCE, cache_control: OPEN }, { required: ['source'] }),
  },
  { tool_use: MODEL_TOOLS, tool_result: MODEL_TOOLS },
);

const MESSAGE = object(
  {
    // newer models take instructions between the turns
    role: onlyOneOf(['user', 'assistant'], {
      system: {
        text: "must be 'user' or 'assistant', got 'system': a system prompt belongs in 'modelInput.system'",
        warning: 'recordSystemRole',
      },
    }),
    content: textOr(filledListOf(BLOCK)),
  },
  { required: ['role', 'content'] },
);

/**
 * The Messages API of Claude.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
export const ANTHROPIC_BODY: ObjectShape = object(
  {
    anthropic_version: onlyOneOf(['bedrock-2023-05-31']),
    anthropic_beta: listOf(TEXT),
    max_tokens: wholeNumber(1),
    system: textOr(listOf(tagged({ text: TEXT_BLOCK }))),
    messages: filledListOf(MESSAGE),
    temperature: number(0, 1),
    top_p: number(0, 1),
    top_k: documented(wholeNumber(0, 500)),
    stop_sequences: listOf(TEXT),
    thinking: OPEN,
    metadata: OPEN,
    cache_control: OPEN,
    context_management: OPEN,
    output_config: object({ effort: OPEN }, { misfits: { format: MODEL_STRUCTURED_OUTPUT } }),
  },
  {
    required: ['anthropic_version', 'max_tokens', 'messages'],
    misfits: {
      tools: MODEL_TOOLS,
      tool_choice: MODEL_TOOLS,
      output_format: MODEL_STRUCTURED_OUTPUT,
      response_format: MODEL_STRUCTURED_OUTPUT,
      stream: STREAMING,
      model: MODEL_NAME,
      max_tokens_to_sample: { text: "is one of the older API of text completions: did you mean 'max_tokens'?" },
      max_completion_tokens: meant('max_tokens'),
      prompt: { text: "is one of the older API of text completions: this model takes 'messages'" },
      stop: meant('stop_sequences'),
    },
  },
);
