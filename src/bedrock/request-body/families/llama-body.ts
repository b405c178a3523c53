import { documented, listOf, number, object, type ObjectShape, TEXT, wholeNumber, WORDS } from '../body-shape';
import { meant, memberOfAnother } from '../slips';
import { MODEL_NAME, STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

const TOKENS = meant('max_gen_len');

/** Parameters of other models, which the page of Llama does not list. */
const UNLISTED = {
  text: "is no parameter that the page of Llama lists: with InvokeModel, it takes 'temperature', 'top_p' and 'max_gen_len'",
  warning: 'recordParameter',
};

/**
 * Llama. Its page has 2048 for the longest answer; newer models give longer ones.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
export const LLAMA_BODY: ObjectShape = object(
  {
    prompt: WORDS,
    images: listOf(TEXT),
    temperature: number(0, 1),
    top_p: number(0, 1),
    max_gen_len: documented(wholeNumber(1, 8192)),
  },
  {
    required: ['prompt'],
    misfits: {
      messages: { text: "is no member of the request: with InvokeModel, Llama takes a 'prompt'" },
      inputText: memberOfAnother('Titan', ": did you mean 'prompt'?"),
      max_tokens: TOKENS,
      max_new_tokens: TOKENS,
      maxTokens: TOKENS,
      max_length: TOKENS,
      max_gen_length: TOKENS,
      topP: meant('top_p'),
      top_k: UNLISTED,
      stop: UNLISTED,
      stop_sequences: UNLISTED,
      tools: MODEL_TOOLS,
      response_format: STRUCTURED_OUTPUT,
      stream: STREAMING,
      model: MODEL_NAME,
    },
  },
);
