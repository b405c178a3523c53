import { documented, listOf, number, object, type ObjectShape, TEXT, wholeNumber } from '../body-shape';
import { meant, memberOfAnother } from '../slips';
import { MODEL_NAME, MODEL_STRUCTURED_OUTPUT, MODEL_TOOLS, STREAMING } from '../unsupported-features';

const TOKENS = meant('max_gen_len');

/**
 * Llama.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
export const LLAMA_BODY: ObjectShape = object(
  {
    prompt: TEXT,
    images: listOf(TEXT),
    temperature: number(0, 1),
    top_p: number(0, 1),
    max_gen_len: documented(wholeNumber(1, 2048)),
  },
  {
    required: ['prompt'],
    misfits: {
      messages: { text: "is no member of the request: with InvokeModel, Llama takes a 'prompt'" },
      inputText: memberOfAnother('Titan', ": did you mean 'prompt'?"),
      max_tokens: TOKENS,
      max_new_tokens: TOKENS,
      maxTokens: TOKENS,
      tools: MODEL_TOOLS,
      response_format: MODEL_STRUCTURED_OUTPUT,
      stream: STREAMING,
      model: MODEL_NAME,
    },
  },
);
