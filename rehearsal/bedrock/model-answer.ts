import { modelProvider } from './model-id';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** How much of a prompt an answer repeats. */
const EXTRACT_LENGTH = 80;
/** Roughly, in English. */
const CHARACTERS_PER_TOKEN = 4;

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** What the rehearsal writes in place of a model's answer. */
export interface ModelAnswer {
  readonly modelOutput: JsonObject;
  readonly tokens: Tokens;
}

/** Makes up the answer to a record, in the form that its model and its kind of invocation have. */
export function modelAnswer(modelId: string, invocationType: string, modelInput: JsonObject): ModelAnswer {
  const prompt = promptOf(modelInput);
  const text = `Rehearsed answer (no model was asked) to: ${prompt.slice(0, EXTRACT_LENGTH)}`;
  const tokens = { input: tokensOf(prompt), output: tokensOf(text) };
  const provider = modelProvider(modelId);
  const converses = invocationType === 'Converse' || (provider === 'amazon' && /[./]nova/.test(modelId));
  if (converses) return { modelOutput: conversation(text, tokens), tokens };
  if (provider === 'anthropic') return { modelOutput: anthropicMessage(modelId, text, tokens), tokens };
  const { input: inputTextTokenCount, output: tokenCount } = tokens;
  const results = [{ tokenCount, outputText: text, completionReason: 'FINISH' }];
  return { modelOutput: { inputTextTokenCount, results }, tokens };
}

function conversation(text: string, { input, output }: Tokens): JsonObject {
  return {
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: input, outputTokens: output, totalTokens: input + output },
  };
}

function anthropicMessage(modelId: string, text: string, { input, output }: Tokens): JsonObject {
  return {
    model: modelId,
    id: 'msg_rehearsal',
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: input, output_tokens: output },
  };
}

/** The text that a record asks a model about: that of its last message, or of its prompt, or all there is. */
function promptOf(modelInput: JsonObject): string {
  const { messages, prompt, inputText } = modelInput;
  const last = Array.isArray(messages) ? messages.at(-1) : undefined;
  const texts = isJsonObject(last) ? textsOf(last.content) : textsOf(prompt ?? inputText);
  return (texts.length > 0 ? texts.join(' ') : JSON.stringify(modelInput)).replace(/\s+/g, ' ').trim();
}

function textsOf(content: JsonValue | undefined): string[] {
  if (typeof content === 'string') return [content];
  const parts = Array.isArray(content) ? content : [];
  return parts.flatMap((part) => (isJsonObject(part) && typeof part.text === 'string' ? [part.text] : []));
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
