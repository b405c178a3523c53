import { type FlagShape, number, object, type ObjectShape, oneOf, OPEN, wholeNumber } from '../body-shape';
import { chatTurns } from './chat-turns';
import { meant, memberOfAnother } from '../slips';
import { MODEL_STREAMING, STRUCTURED_OUTPUT, MODEL_TOOLS } from '../unsupported-features';

const TOKENS = meant('max_completion_tokens');

/** A body of OpenAI's chat completions may say that it does not stream. */
const STREAM: FlagShape = { kind: 'flag', whenTrue: MODEL_STREAMING };

/**
 * The open-weight models of OpenAI: the body of a chat completion.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 */
export const OPEN_AI_BODY: ObjectShape = object(
  {
    messages: chatTurns('developer', 'system', 'user', 'assistant', 'tool', 'function'),
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
      maxTokens: TOKENS,
      max_new_tokens: TOKENS,
      max_output_tokens: TOKENS,
      stop_sequences: meant('stop'),
      tools: MODEL_TOOLS,
      tool_choice: MODEL_TOOLS,
      response_format: STRUCTURED_OUTPUT,
      stream_options: MODEL_STREAMING,
    },
  },
);
