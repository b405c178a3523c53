import { toldOfBody } from './told-faults';

const CLAUDE = 'anthropic.claude-3-haiku-20240307-v1:0';
const NOVA = 'amazon.nova-lite-v1:0';
const LLAMA = 'meta.llama3-1-8b-instruct-v1:0';
const TITAN_TEXT = 'amazon.titan-text-express-v1';
const TITAN_EMBED = 'amazon.titan-embed-text-v2:0';
const TITAN_IMAGE = 'amazon.titan-embed-image-v1';
const NOVA_EMBED = 'amazon.nova-2-multimodal-embeddings-v1:0';
const MISTRAL = 'mistral.mistral-small-2402-v1:0';
const MISTRAL_LARGE = 'mistral.mistral-large-2407-v1:0';
const COHERE = 'cohere.command-r-v1:0';
const EMBED_3 = 'cohere.embed-english-v3';
const EMBED_4 = 'cohere.embed-v4:0';
const GPT = 'openai.gpt-oss-20b-1:0';

const user = { role: 'user', content: 'Hello' };
const claude = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 10, messages: [user] };
const blocks = (...content: unknown[]) => ({ ...claude, messages: [{ role: 'user', content }] });
const nova = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };

test.each<[string, object]>([
  [CLAUDE, claude],
  [
    CLAUDE,
    {
      ...claude,
      system: 'Be brief.',
      temperature: 0,
      top_k: 5,
      stop_sequences: ['END'],
      thinking: { type: 'disabled' },
    },
  ],
  [CLAUDE, { ...claude, system: [{ type: 'text', text: 'Be brief.' }] }],
  [CLAUDE, blocks({ type: 'text', text: 'a' }, { type: 'new_block', a: 1 })],
  [CLAUDE, blocks({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } })],
  [CLAUDE, { ...claude, something_new: true }],
  [NOVA, nova],
  [NOVA, { ...nova, schemaVersion: 'messages-v1', inferenceConfig: { max_new_tokens: 5, top_k: 20 } }],
  [NOVA, { ...nova, system: [{ text: 'Be brief.' }], inferenceConfig: { maxTokens: 5, topP: 0.9, topK: 20 } }],
  [LLAMA, { prompt: 'Hello', max_gen_len: 512, temperature: 0.5 }],
  [TITAN_TEXT, { inputText: 'Hello', textGenerationConfig: { maxTokenCount: 5, stopSequences: [] } }],
  [TITAN_EMBED, { inputText: 'Hello', dimensions: 256, normalize: true, embeddingTypes: ['float'] }],
  [TITAN_IMAGE, { inputImage: 'iVBORw0KGgo=', embeddingConfig: { outputEmbeddingLength: 256 } }],
  [
    NOVA_EMBED,
    {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', text: { truncationMode: 'END', value: 'Hello' } },
    },
  ],
  [MISTRAL, { prompt: '<s>[INST] Hello [/INST]', max_tokens: 5 }],
  [MISTRAL_LARGE, { messages: [{ role: 'system', content: 'Be brief.' }, user] }],
  [MISTRAL_LARGE, { prompt: '<s>[INST] Hello [/INST]' }],
  [COHERE, { message: 'Hello', chat_history: [{ role: 'USER', message: 'Hi' }], p: 0.5 }],
  [EMBED_3, { texts: ['Hello'], input_type: 'search_document', truncate: 'END' }],
  [EMBED_4, { inputs: [{ content: [] }], input_type: 'search_document', output_dimension: 256 }],
  [GPT, { messages: [{ role: 'developer', content: 'Be brief.' }, user], stream: false, model: GPT }],
  ['qwen.qwen3-32b-v1:0', { anything: true }],
])('takes a body of %s: %j', (modelId, body) => {
  expect(toldOfBody(modelId, body)).toEqual([]);
});

const DISPUTED =
  "may be refused, for AWS's pages disagree on whether batch inference supports structured output: acknowledge the warning when a job has taken it";
const CONVERSE = (name: string) =>
  `'modelInput' is the body of a Converse request, and a job of InvokeModel sends what ${name} itself takes: did you mean 'modelInvocationType: ModelInvocationType.CONVERSE'?`;

test.each<[string, object, string]>([
  [CLAUDE, { ...claude, anthropic_version: undefined }, "'modelInput.anthropic_version' is missing"],
  [CLAUDE, { ...claude, max_tokens: undefined }, "'modelInput.max_tokens' is missing"],
  [CLAUDE, { ...claude, messages: undefined }, "'modelInput.messages' is missing"],
  [
    CLAUDE,
    { ...claude, anthropic_version: '2023-06-01' },
    "'modelInput.anthropic_version' must be 'bedrock-2023-05-31', got '2023-06-01'",
  ],
  [CLAUDE, { ...claude, max_tokens: '10' }, "'modelInput.max_tokens' must be a whole number of at least 1, got '10'"],
  [
    CLAUDE,
    { ...claude, messages: [{ ...user, role: 'human' }] },
    "'modelInput.messages[0].role' must be one of 'user', 'assistant', got 'human'",
  ],
  [
    CLAUDE,
    { ...claude, messages: [{ ...user, role: 'assistant' }] },
    "'modelInput.messages[0].role' must be 'user', as a conversation begins with the user, got 'assistant'",
  ],
  [CLAUDE, { ...claude, messages: [{ role: 'user' }] }, "'modelInput.messages[0].content' is missing"],
  [
    CLAUDE,
    { ...claude, messages: [{ role: 'user', content: 5 }] },
    "'modelInput.messages[0].content' must be a string or a list, got 5",
  ],
  [
    CLAUDE,
    { ...claude, messages: [{ role: 'user', content: '' }] },
    "'modelInput.messages[0].content' must be a string that is not empty, got ''",
  ],
  [
    CLAUDE,
    blocks({ type: 'image', source: { type: 'base64', media_type: 'image/jpg', data: 'a' } }),
    "'modelInput.messages[0].content[0].source.media_type' must be one of 'image/jpeg', 'image/png', 'image/webp', 'image/gif', got 'image/jpg': did you mean 'image/jpeg'?",
  ],
  [
    CLAUDE,
    { ...claude, stream: true },
    "'modelInput.stream' must be left out, for batch inference does not stream: each answer is written to S3 as a whole",
  ],
  [
    CLAUDE,
    { ...claude, tools: [] },
    "[recordTools] 'modelInput.tools' may be refused, for AWS's pages disagree on whether batch inference supports tools with InvokeModel: acknowledge the warning when a job has taken it",
  ],
  [
    CLAUDE,
    { ...claude, output_config: { format: {} } },
    "[recordStructuredOutput] 'modelInput.output_config.format' may be refused, for AWS's pages disagree on whether batch inference supports structured output: acknowledge the warning when a job has taken it",
  ],
  [CLAUDE, { ...claude, model: 'claude' }, "'modelInput.model' must be left out, for the job says which model it is"],
  [CLAUDE, { ...claude, top_k: 501 }, "[recordRange] 'modelInput.top_k' must be a whole number from 0 to 500, got 501"],
  [
    CLAUDE,
    { ...claude, temprature: 1 },
    "'modelInput.temprature' is no member of the request: did you mean 'temperature'?",
  ],
  [CLAUDE, { ...nova, inferenceConfig: { maxTokens: 5 } }, CONVERSE('Claude')],
  [CLAUDE, nova, CONVERSE('Claude')],
  [CLAUDE, { ...claude, system: [{ text: 'Be brief.' }] }, CONVERSE('Claude')],
  [LLAMA, nova, CONVERSE('Llama')],
  [GPT, { messages: [user], response_format: {} }, `[recordStructuredOutput] 'modelInput.response_format' ${DISPUTED}`],
  [
    NOVA,
    { ...nova, inferenceConfig: { max_tokens: 5 } },
    "'modelInput.inferenceConfig.max_tokens' is no member of 'modelInput.inferenceConfig': did you mean 'maxTokens'?",
  ],
  [NOVA, { messages: [user] }, "'modelInput.messages[0].content' must be a list, got a string"],
  [
    NOVA,
    { ...nova, toolConfig: {} },
    "[recordTools] 'modelInput.toolConfig' may be refused, for AWS's pages disagree on whether batch inference supports tools with InvokeModel: acknowledge the warning when a job has taken it",
  ],
  [LLAMA, { max_gen_len: 5 }, "'modelInput.prompt' is missing"],
  [
    LLAMA,
    { prompt: 'a', max_tokens: 5 },
    "'modelInput.max_tokens' is no member of the request: did you mean 'max_gen_len'?",
  ],
  [TITAN_TEXT, {}, "'modelInput.inputText' is missing"],
  [
    TITAN_TEXT,
    { inputText: 'a', textGenerationConfig: { maxTokens: 5 } },
    "'modelInput.textGenerationConfig.maxTokens' is no member of 'modelInput.textGenerationConfig': did you mean 'maxTokenCount'?",
  ],
  [TITAN_EMBED, { inputText: ['a'] }, "'modelInput.inputText' must be a string that is not empty, got a list"],
  [TITAN_IMAGE, {}, "'modelInput' must have one of 'inputText', 'inputImage'"],
  [NOVA_EMBED, {}, "'modelInput.taskType' is missing"],
  [MISTRAL, {}, "'modelInput.prompt' is missing"],
  [MISTRAL_LARGE, {}, "'modelInput' must have one of 'messages', 'prompt'"],
  [COHERE, {}, "'modelInput.message' is missing"],
  [EMBED_3, { texts: ['a'] }, "'modelInput.input_type' is missing"],
  [EMBED_3, { texts: 'a', input_type: 'image' }, "'modelInput.texts' must be a list, got a string"],
  [EMBED_4, { input_type: 'image' }, "'modelInput' must have one of 'texts', 'images', 'inputs'"],
  [GPT, {}, "'modelInput.messages' is missing"],
])('tells of %s: %j', (modelId, body, text) => {
  expect(toldOfBody(modelId, JSON.parse(JSON.stringify(body)) as object)).toEqual([text]);
});

test('a system prompt among the turns is a warning, and the first one is an error', () => {
  const messages = [user, { role: 'system', content: 'Be brief.' }];
  expect(toldOfBody(CLAUDE, { ...claude, messages })).toEqual([
    "[recordSystemRole] 'modelInput.messages[1].role' must be 'user' or 'assistant', got 'system': a system prompt belongs in 'modelInput.system'",
  ]);
  const first =
    "'modelInput.messages[0].role' must be 'user', got 'system': a system prompt belongs in 'modelInput.system'";
  expect(toldOfBody(CLAUDE, { ...claude, messages: messages.reverse() })).toEqual([first]);
  expect(toldOfBody(NOVA, { messages: [{ role: 'system', content: [{ text: 'a' }] }, { role: 'bot' }] })).toEqual([
    first,
    "'modelInput.messages[1].role' must be one of 'user', 'assistant', got 'bot'",
    "'modelInput.messages[1].content' is missing",
  ]);
});

test('a body of Converse for a model of embeddings is compared with what the model takes', () => {
  expect(toldOfBody(TITAN_EMBED, nova)).toEqual([
    "'modelInput.messages' is no member of the request: this model takes 'inputText'",
    "'modelInput.inputText' is missing",
  ]);
  expect(toldOfBody(NOVA_EMBED, { ...nova, inferenceConfig: {} })).toEqual([
    "'modelInput.messages' is no member of a request for embeddings: did you mean 'singleEmbeddingParams'?",
    "'modelInput.taskType' is missing",
  ]);
  expect(toldOfBody(EMBED_3, nova)).toContain(
    "'modelInput.messages' must be left out, for a model of embeddings takes no messages",
  );
});

test('names of members that every object inherits are no members', () => {
  const body = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": null}') as object;
  expect(toldOfBody(CLAUDE, { ...claude, ...body, ['__proto__x']: 1 })).toEqual([]);
});
