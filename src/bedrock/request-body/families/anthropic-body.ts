import { isObject } from '../../input/record-fault';
import {
  type Agreement,
  BYTES,
  type Disagreement,
  documented,
  filledListOf,
  listOf,
  type ListShape,
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
  WORDS,
} from '../body-shape';
import { otherFormat } from '../media-shapes';
import { meant } from '../slips';
import { MODEL_NAME, STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

/** Bedrock's page has images as Base64 only; Claude's own API can fetch them. */
const FETCHED = {
  text: "must be 'base64', with 'media_type' and 'data': Bedrock fetches no images for Claude",
  warning: 'recordImageSource',
};

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

const TEXT_BLOCK = object({ type: TEXT, text: WORDS, cache_control: OPEN, citations: OPEN }, { required: ['text'] });

const BLOCK = tagged(
  {
    text: TEXT_BLOCK,
    image: object({ type: TEXT, source: IMAGE_SOURCE, cache_control: OPEN }, { required: ['source'] }),
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

const ROLE = onlyOneOf(['user', 'assistant'], {
  // newer models take instructions between the turns
  system: {
    text: "must be 'user' or 'assistant', got 'system': a system prompt belongs in 'modelInput.system'",
    warning: 'recordSystemRole',
  },
});

const MESSAGE = object({ role: ROLE, content: textOr(filledListOf(BLOCK)) }, { required: ['role', 'content'] });

/** The one message that may be empty: "all messages must have non-empty content except for the optional final assistant message". */
const LAST_ANSWER = object(
  { role: ROLE, content: { kind: 'text or list', text: { ...WORDS, isEmptyAllowed: true }, list: listOf(BLOCK) } },
  { required: ['role', 'content'] },
);

/** What may be said between the turns, or how much is to be thought from there on. */
const INSTRUCTION = object(
  {
    role: oneOf('system'),
    content: { kind: 'text or list', text: { ...WORDS, isEmptyAllowed: true }, list: listOf(BLOCK) },
    output_config: object({ effort: OPEN }),
  },
  { required: ['role', 'content'] },
);

/**
 * The turns of a conversation.
 *
 * @param instruction What a message of the system is, for models that take one between the turns.
 */
function turns(instruction?: ObjectShape): ListShape {
  const otherShape: ListShape['otherShape'] = (message, isLast) => {
    if (!isObject(message)) return undefined;
    if (message.role === 'system') return instruction;
    return isLast && message.role === 'assistant' ? LAST_ANSWER : undefined;
  };
  return { ...filledListOf(MESSAGE), otherShape };
}

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html */
const THINKING = tagged({
  enabled: object({ type: TEXT, budget_tokens: documented(wholeNumber(1024)) }, { required: ['budget_tokens'] }),
  disabled: object({ type: TEXT }),
});

/** How Claude thinks must go with the rest of a request. */
function thinkingDisagreement({
  thinking,
  max_tokens,
  temperature,
  top_k,
  anthropic_beta,
}: {
  readonly [name: string]: unknown;
}): Disagreement | undefined {
  if (!isObject(thinking) || thinking.type !== 'enabled') return undefined;
  const { budget_tokens: budget } = thinking;
  // with thoughts between the calls of tools, the budget is that of all turns
  if (
    anthropic_beta === undefined &&
    typeof budget === 'number' &&
    typeof max_tokens === 'number' &&
    budget >= max_tokens
  ) {
    const text = `must be less than 'modelInput.max_tokens', which the thoughts are part of, got ${budget} of ${max_tokens}`;
    return { member: 'thinking.budget_tokens', text, warning: 'recordThinking' };
  }
  const isOther = typeof temperature === 'number' && temperature !== 1;
  if (!isOther && top_k === undefined) return undefined;
  const text = "should be left out with 'modelInput.thinking': Claude does not take it while it thinks";
  return { member: isOther ? 'temperature' : 'top_k', text, warning: 'recordThinking' };
}

/** What OpenAI's API has. */
const OF_OPEN_AI = { text: "should be left out: it is of OpenAI's API", warning: 'recordParameter' };

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
    // no text of the API refuses an empty prompt
    system: {
      kind: 'text or list',
      text: { ...WORDS, isEmptyAllowed: true },
      list: listOf(tagged({ text: TEXT_BLOCK })),
    },
    messages: turns(),
    temperature: number(0, 1),
    top_p: number(0, 1),
    top_k: documented(wholeNumber(0, 500)),
    stop_sequences: listOf(TEXT),
    thinking: THINKING,
    metadata: object({ user_id: OPEN }),
    cache_control: OPEN,
    context_management: OPEN,
    output_config: object({ effort: OPEN }, { misfits: { format: STRUCTURED_OUTPUT } }),
  },
  {
    required: ['anthropic_version', 'max_tokens', 'messages'],
    agreement: {
      of: ['thinking', 'max_tokens', 'temperature'],
      needs: 'thinking',
      disagreement: thinkingDisagreement,
    },
    misfits: {
      tools: MODEL_TOOLS,
      tool_choice: MODEL_TOOLS,
      output_format: STRUCTURED_OUTPUT,
      response_format: STRUCTURED_OUTPUT,
      stream: STREAMING,
      model: MODEL_NAME,
      max_tokens_to_sample: { text: "is one of the older API of text completions: did you mean 'max_tokens'?" },
      max_completion_tokens: meant('max_tokens'),
      prompt: { text: "is one of the older API of text completions: this model takes 'messages'" },
      stop: meant('stop_sequences'),
      n: OF_OPEN_AI,
      seed: OF_OPEN_AI,
      presence_penalty: OF_OPEN_AI,
      frequency_penalty: OF_OPEN_AI,
    },
  },
);

/**
 * The same for models that take one way of sampling only, and, of them, those that go on with no answer.
 *
 * @see https://platform.claude.com/docs/en/about-claude/models/migration-guide
 */
function newerBody(goesOn: boolean): ObjectShape {
  const agreement = ANTHROPIC_BODY.agreement!;
  const disagreement: Agreement['disagreement'] = (members) => {
    const found = agreement.disagreement(members);
    if (found) return found;
    if (members.temperature !== undefined && members.top_p !== undefined) {
      const text = "should be left out beside 'modelInput.temperature': this version of Claude takes one of them";
      return { member: 'top_p', text, warning: 'recordSampling' };
    }
    const last: unknown = !goesOn && Array.isArray(members.messages) ? members.messages.at(-1) : undefined;
    if (!isObject(last) || last.role !== 'assistant') return undefined;
    const text = "should end with a turn of 'user': this version of Claude goes on with no answer";
    return { member: 'messages', text, warning: 'recordLastRole' };
  };
  return { ...ANTHROPIC_BODY, agreement: { ...agreement, disagreement } };
}

/** Claude Opus 4.1 and the models of version 4.5. */
export const ANTHROPIC_4_5_BODY = newerBody(true);
/** Claude 4.6 and newer. */
export const ANTHROPIC_4_6_BODY = newerBody(false);
/**
 * Fable 5.1 and Mythos 5.1, which are told between the turns how much to think.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 */
export const ANTHROPIC_FABLE_BODY = object(
  { ...ANTHROPIC_4_6_BODY.members, messages: turns(INSTRUCTION) },
  ANTHROPIC_4_6_BODY,
);
