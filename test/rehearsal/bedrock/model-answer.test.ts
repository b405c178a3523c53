import { modelAnswer } from '../../../rehearsal/bedrock/model-answer';

const TEXT = 'Rehearsed answer (no model was asked) to: How many penguins are there?';
const MESSAGES = [{ role: 'user', content: [{ text: 'How many penguins\n are there?' }] }];

test('answers as Converse does', () => {
  expect(modelAnswer('meta.llama3-v1:0', 'Converse', { messages: MESSAGES })).toEqual({
    modelOutput: {
      output: { message: { role: 'assistant', content: [{ text: TEXT }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 7, outputTokens: 18, totalTokens: 25 },
    },
    tokens: { input: 7, output: 18 },
  });
});

test('answers as the models of Anthropic do', () => {
  const messages = [
    { role: 'assistant', content: 'Hello.' },
    { role: 'user', content: 'How many penguins are there?' },
  ];
  expect(modelAnswer('us.anthropic.claude-v1:0', 'InvokeModel', { messages }).modelOutput).toEqual({
    model: 'us.anthropic.claude-v1:0',
    id: 'msg_rehearsal',
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text: TEXT }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 7, output_tokens: 18 },
  });
});

test('Nova answers an invocation as it answers a conversation', () => {
  const { modelOutput } = modelAnswer('us.amazon.nova-lite-v1:0', 'InvokeModel', { messages: MESSAGES });
  expect(modelOutput).toMatchObject({ output: { message: { content: [{ text: TEXT }] } } });
});

test.each([
  ['a prompt', { prompt: 'How many penguins are there?' }, TEXT],
  ['an input text', { inputText: 'How many penguins are there?' }, TEXT],
  ['something else', { x: 1 }, 'Rehearsed answer (no model was asked) to: {"x":1}'],
])('answers %s as other models do', (_name, input, outputText) => {
  const { modelOutput } = modelAnswer('amazon.titan-text-express-v1', 'InvokeModel', input);
  expect(modelOutput).toMatchObject({ results: [{ outputText, completionReason: 'FINISH' }] });
});

test('repeats only the beginning of a long prompt', () => {
  const { tokens } = modelAnswer('amazon.titan-text-express-v1', 'InvokeModel', { prompt: 'x'.repeat(4000) });
  expect(tokens).toEqual({ input: 1000, output: 31 });
});
