import {
  filledListOf,
  type FlagShape,
  number,
  object,
  type ObjectShape,
  oneOf,
  onlyOneOf,
  OPEN,
  wholeNumber,
} from '../body-shape';
import { meant, memberOfAnother } from '../slips';
import { MODEL_STREAMING, STRUCTURED_OUTPUT, MODEL_TOOLS } from '../unsupported-features';

const MESSAGE = object(
  { role: onlyOneOf(['developer', 'system', 'user', 'assistant', 'tool', 'function']), content: OPEN },
  {
    required: ['role'],
    misfits: { tool_calls: MODEL_TOOLS },
    agreement: {
      of: [],
      // what calls tools may say nothing
      disagreement: ({ role, content }) =>
        role !== 'assistant' && content === undefined
          ? { member: 'content', text: 'is missing: it has what is said', warning: 'recordMissing' }
          : undefined,
    },
  },
);

/** A body of OpenAI's chat completions may say that it does not stream. */
const STREAM: FlagShape = { kind: 'flag', whenTrue: MODEL_STREAMING };

/**
 * The open-weight models of OpenAI: the body of a chat completion.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 */
export const OPEN_AI_BODY: ObjectShape = object(
  {
    messages: filledListOf(MESSAGE),
    max_completion_tokens: wholeNumber(1),
    max_tokens: wholeNumber(1),
    temperature: number(0, 2),
    top_p: number(0, 1),
    stop: OPEN,
    stream: STREAM,
    model: OPEN,
    reasoning_effort: oneOf('low', 'medium', 'high'),
  },
  {
    required: ['messages'],
    misfits: {
      anthropic_version: memberOfAnother('Claude'),
      prompt: { text: "is no member of the request: this model takes 'messages'" },
      inputText: memberOfAnother('Titan', ": this model takes 'messages'"),
      max_gen_len: memberOfAnother('Llama', ": did you mean 'max_completion_tokens'?"),
      maxTokens: meant('max_completion_tokens'),
      stop_sequences: meant('stop'),
      tools: MODEL_TOOLS,
      tool_choice: MODEL_TOOLS,
      response_format: STRUCTURED_OUTPUT,
      stream_options: MODEL_STREAMING,
    },
  },
);
