import { toldOfBody } from '../told-faults';

const GPT_OSS = 'openai.gpt-oss-120b-1:0';
const TITAN = 'amazon.titan-embed-text-v2:0';
const COHERE = 'cohere.embed-v4:0';
const [QWEN, DEEPSEEK] = ['qwen.qwen3-32b-v1:0', 'deepseek.v3-v1:0'];
const user = { role: 'user', content: 'Hello' };
const search = { input_type: 'search_document' };

test.each<[string, object]>([
  [GPT_OSS, { messages: [user, { role: 'assistant' }], reasoning_effort: 'low', stop: ['END'] }],
  [COHERE, { ...search, inputs: [{ content: [{ type: 'text', text: 'a' }] }] }],
  [
    COHERE,
    {
      ...search,
      inputs: [{ content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }] }],
    },
  ],
  [QWEN, { messages: [user], max_tokens: 5 }],
  // nothing is known of it
  ['writer.palmyra-x5-v1:0', { anthropic_version: 'a', inputText: 'a' }],
])('%s takes %j', (modelId, body) => {
  expect(toldOfBody(modelId, body)).toEqual([]);
});

test.each([
  ...['deepseek.v3-v1:0', 'google.gemma-3-27b-it', 'minimax.minimax-m2', 'mistral.ministral-3-8b-instruct'],
  ...['moonshot.kimi-k2-thinking', 'moonshotai.kimi-k2.5', 'nvidia.nemotron-nano-9b-v2', 'zai.glm-4.7'],
])('%s: takes no body of Claude', (modelId) => {
  expect(toldOfBody(modelId, { messages: [user], max_tokens: 5 })).toEqual([]);
  expect(toldOfBody(modelId, { messages: [user], anthropic_version: 'bedrock-2023-05-31' })).toEqual([
    "[recordParameter] 'modelInput.anthropic_version' is a member of the body of Claude, which this model does not take",
  ]);
});

test('of a vendor that is not listed, nothing is known', () => {
  expect(toldOfBody('example.model-v1', { inputText: 'a' })).toEqual([]);
});

test.each<[string, object, string]>([
  [
    GPT_OSS,
    { messages: [{ role: 'user' }] },
    "[recordMissing] 'modelInput.messages[0].content' is missing: it has what is said",
  ],
  [
    GPT_OSS,
    { messages: [user], reasoning_effort: 'Low' },
    "'modelInput.reasoning_effort' must be one of 'low', 'medium', 'high', got 'Low': did you mean 'low'?",
  ],
  [
    GPT_OSS,
    { messages: [user], stop_sequences: ['END'] },
    "'modelInput.stop_sequences' is no member of the request: did you mean 'stop'?",
  ],
  [
    TITAN,
    { inputText: 'a', embeddingConfig: { outputEmbeddingLength: 256 } },
    "'modelInput.embeddingConfig' is a member of the body of Titan Multimodal Embeddings: did you mean 'dimensions'?",
  ],
  [COHERE, { ...search, texts: [] }, "'modelInput.texts' must have at least one item"],
  [
    COHERE,
    { ...search, texts: ['a'], dimensions: 1024 },
    "'modelInput.dimensions' is no member of the request: did you mean 'output_dimension'?",
  ],
  [COHERE, { ...search, inputs: [{ content: 'a' }] }, "'modelInput.inputs[0].content' must be a list, got a string"],
  [
    QWEN,
    { messages: [user], anthropic_version: 'bedrock-2023-05-31' },
    "[recordParameter] 'modelInput.anthropic_version' is a member of the body of Claude, which this model does not take",
  ],
  [
    DEEPSEEK,
    { inputText: 'a' },
    "[recordParameter] 'modelInput.inputText' is a member of the body of Titan, which this model does not take",
  ],
])('%s: tells of %j', (modelId, body, told) => {
  expect(toldOfBody(modelId, body)).toEqual([told]);
});
