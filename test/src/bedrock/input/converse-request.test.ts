import { checkConverseRequest } from '../../../../src/bedrock/input/converse-request';

const check = (request: Record<string, unknown>) => checkConverseRequest(request, (reason) => new Error(reason));
const user = { role: 'user', content: [{ text: 'Hello' }] };
const assistant = { role: 'assistant', content: [{ text: 'Hello.' }] };

test.each([
  ['one message', { messages: [user] }],
  ['a conversation', { messages: [user, assistant, user] }],
  ['an image', { messages: [{ role: 'user', content: [{ text: 'What is it?' }, { image: { format: 'png' } }] }] }],
  ['a system prompt', { messages: [user], system: [{ text: 'Be brief.' }, { cachePoint: { type: 'default' } }] }],
  [
    'parameters',
    { messages: [user], inferenceConfig: { maxTokens: 1, temperature: 0, topP: 1, stopSequences: ['END'] } },
  ],
  ['parameters of the model', { messages: [user], additionalModelRequestFields: { top_k: 50 } }],
  ['members that are newer than this library', { messages: [user], somethingNew: true }],
])('a request with %s', (_, request) => {
  expect(() => check(request)).not.toThrow();
});

const blocks = (...content: unknown[]) => ({ messages: [{ role: 'user', content }] });
const settings = (inferenceConfig: unknown) => ({ messages: [user], inferenceConfig });
test.each<[string, Record<string, unknown>]>([
  ["'modelInput.messages' is missing", {}],
  ["'modelInput.messages' must be a list, got a string", { messages: 'Hello' }],
  ["'modelInput.messages' must have at least one item", { messages: [] }],
  ["'modelInput.messages[0]' must be an object, got a string", { messages: ['Hello'] }],
  [
    "'modelInput.messages[1].role' must be 'user' or 'assistant', got 'system'",
    { messages: [user, { role: 'system' }] },
  ],
  ["'modelInput.messages[0].role' must be 'user' or 'assistant', got nothing", { messages: [{ content: [] }] }],
  [
    "'modelInput.messages[0].role' must be 'user', as a conversation begins with the user, got 'assistant'",
    { messages: [assistant] },
  ],
  ["'modelInput.messages[0].content' must be a list, got a string", { messages: [{ role: 'user', content: 'Hello' }] }],
  ["'modelInput.messages[0].content' must have at least one item", blocks()],
  ["'modelInput.messages[0].content[0]' must be an object, got a string", blocks('Hello')],
  ["'modelInput.messages[0].content[0]' must have exactly one member, such as 'text', got none", blocks({})],
  [
    "'modelInput.messages[0].content[0]' must have exactly one member, such as 'text', got 'type', 'text'",
    blocks({ type: 'text', text: 'Hello' }),
  ],
  [
    "'modelInput.messages[0].content[1].text' must be a string that is not empty, got ''",
    blocks({ text: 'a' }, { text: '' }),
  ],
  ["'modelInput.messages[0].content[0].text' must be a string that is not empty, got 1", blocks({ text: 1 })],
  ["'modelInput.system' must be a list, got a string", { messages: [user], system: 'Be brief.' }],
  ["'modelInput.system[0]' must be an object, got a string", { messages: [user], system: ['Be brief.'] }],
  ["'modelInput.inferenceConfig' must be an object, got a list", settings([])],
  ["'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got 0", settings({ maxTokens: 0 })],
  [
    "'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got 1.5",
    settings({ maxTokens: 1.5 }),
  ],
  [
    "'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got a string",
    settings({ maxTokens: '512' }),
  ],
  ["'modelInput.inferenceConfig.temperature' must be a number from 0 to 1, got 1.1", settings({ temperature: 1.1 })],
  ["'modelInput.inferenceConfig.topP' must be a number from 0 to 1, got -1", settings({ topP: -1 })],
  ["'modelInput.inferenceConfig.stopSequences' must be a list of strings", settings({ stopSequences: 'END' })],
  ["'modelInput.inferenceConfig.stopSequences' must be a list of strings", settings({ stopSequences: [1] })],
  ["'modelInput.toolConfig' must be left out, for batch inference does not support tools", { toolConfig: {} }],
  [
    "'modelInput.outputConfig' must be left out, for batch inference does not support structured output",
    { outputConfig: {} },
  ],
  [
    "'modelInput.anthropic_version' is no member of a Converse request: it is one of InvokeModel",
    { anthropic_version: 'bedrock-2023-05-31', messages: [] },
  ],
])('fails: %s', (reason, request) => {
  expect(() => check(request)).toThrow(new Error(reason));
});
