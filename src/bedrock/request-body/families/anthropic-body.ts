import { isObject } from '../../../local-file/json-value';
import {
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
import { ANY_CONTENT, BEGINNING_OF_ANSWER, BLOCK, CACHE_CONTROL, TEXT_BLOCK } from './anthropic-blocks';
import { cachedFault } from './claude-caching';
import { type ClaudeGeneration, EFFORTS } from './claude-generation';
import { messagesAgreement } from './claude-generations';
import { meant } from '../slips';
import { MODEL_NAME, MODEL_TOOLS, STREAMING, STRUCTURED_OUTPUT } from '../unsupported-features';

const EFFORT = oneOf(...EFFORTS);

const ROLE = onlyOneOf(['user', 'assistant'], {
  // newer models take instructions between the turns
  system: {
    text: "must be 'user' or 'assistant', got 'system': a system prompt belongs in 'modelInput.system'",
    warning: 'recordSystemRole',
  },
});

const MESSAGE = object({ role: ROLE, content: textOr(filledListOf(BLOCK)) }, { required: ['role', 'content'] });

/** The one message that may be empty: "all messages must have non-empty content except for the optional final assistant message". */
const LAST_ANSWER = object({ role: ROLE, content: BEGINNING_OF_ANSWER }, { required: ['role', 'content'] });

/** What may be said between the turns, or how much is to be thought from there on. */
const INSTRUCTION = object(
  {
    role: oneOf('system'),
    content: ANY_CONTENT,
    output_config: object({ effort: EFFORT }),
  },
  { required: ['role', 'content'] },
);

/**
 * The turns of a conversation.
 *
 * @param instruction What a message of the system is, for models that take one between the turns.
 */
function turns(instruction: ObjectShape | undefined): ListShape {
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
  adaptive: object({ type: TEXT, display: OPEN, effort: OPEN }),
});

/** What OpenAI's API has. */
const OF_OPEN_AI = { text: "should be left out: it is of OpenAI's API", warning: 'recordParameter' };

/**
 * The Messages API of Claude.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
const MESSAGES_BODY: ObjectShape = object(
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
    messages: turns(undefined),
    temperature: number(0, 1),
    top_p: number(0, 1),
    top_k: documented(wholeNumber(0, 500)),
    stop_sequences: listOf({ ...TEXT, holds: 'stop sequence' }),
    thinking: THINKING,
    metadata: object({ user_id: OPEN }),
    cache_control: CACHE_CONTROL,
    context_management: OPEN,
    output_config: object({ effort: EFFORT }, { misfits: { format: STRUCTURED_OUTPUT } }),
  },
  {
    required: ['anthropic_version', 'max_tokens', 'messages'],
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

interface JsonObject {
  readonly [name: string]: unknown;
}

/** The same for one generation. */
export function anthropicBody(generation: ClaudeGeneration): ObjectShape {
  const messages = turns(generation.takesEffortPerTurn ? INSTRUCTION : undefined);
  const { disagreement, ...others } = messagesAgreement(generation);
  const agreement = { ...others, disagreement: (body: JsonObject) => cachedFault(body) ?? disagreement(body) };
  return object({ ...MESSAGES_BODY.members, messages }, { ...MESSAGES_BODY, agreement });
}
