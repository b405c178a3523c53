import { documented, listOf, number, object, type ObjectShape, TEXT, wholeNumber, WORDS } from '../body-shape';
import { chatTurns } from './chat-turns';
import { meant, memberOfAnother } from '../slips';
import { MODEL_STREAMING, STRUCTURED_OUTPUT, MODEL_TOOLS } from '../unsupported-features';

const TOKENS = meant('max_tokens');

const PARAMETERS = {
  max_tokens: wholeNumber(1),
  temperature: documented(number(0, 1)),
  top_p: number(0, 1),
  top_k: documented(wholeNumber(1, 200)),
  stop: listOf(TEXT),
};

const MISFITS = {
  maxTokens: TOKENS,
  max_gen_len: TOKENS,
  max_new_tokens: TOKENS,
  max_completion_tokens: TOKENS,
  stop_sequences: meant('stop'),
  inputText: memberOfAnother('Titan'),
  anthropic_version: memberOfAnother('Claude'),
  tools: MODEL_TOOLS,
  tool_choice: MODEL_TOOLS,
  response_format: STRUCTURED_OUTPUT,
  stream: MODEL_STREAMING,
};

/**
 * The older models of Mistral, which take a prompt.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 */
export const MISTRAL_TEXT_BODY: ObjectShape = object(
  { ...PARAMETERS, prompt: WORDS },
  {
    required: ['prompt'],
    misfits: { ...MISFITS, messages: { text: "is no member of the request: this model takes a 'prompt'" } },
  },
);

/**
 * The models of Mistral that take messages. Mistral Large takes a prompt, too.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
 */
export const MISTRAL_CHAT_BODY: ObjectShape = object(
  { ...PARAMETERS, prompt: WORDS, messages: chatTurns('system', 'user', 'assistant', 'tool') },
  { misfits: MISFITS },
);
