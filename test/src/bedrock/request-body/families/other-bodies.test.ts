import { ModelInvocationType } from '../../../../../src/bedrock/model-invocation-type';
import { toldOf, toldOfBody, toldOfConverse } from '../told-faults';

const NOVA = 'amazon.nova-lite-v1:0';
const LLAMA = 'meta.llama4-scout-17b-instruct-v1:0';
const MISTRAL = 'mistral.mistral-7b-instruct-v0:2';
const TITAN = 'amazon.titan-text-express-v1';
const GPT = 'openai.gpt-oss-120b-1:0';
const QWEN = 'qwen.qwen3-32b-v1:0';
const converse = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
const pdf = { format: 'pdf', source: { bytes: 'JVBERi0=' } };
const video = { video: { format: 'mp4', source: { bytes: 'AAAA' } } };
const videos = (count: number) => ({
  messages: Array.from({ length: count }, () => ({ role: 'user', content: [video, { text: 'Hello' }] })),
});
const chat = { messages: [{ role: 'user', content: 'Hello' }] };

test.each<[string, object]>([
  [NOVA, videos(1)],
  ['amazon.nova-micro-v1:0', converse],
  [LLAMA, { prompt: 'Hello', max_gen_len: 8192 }],
  [GPT, { ...chat, stream: false }],
  [QWEN, chat],
  // a body like that of Nova
  [QWEN, { ...converse, schemaVersion: 'messages-v1' }],
  ['amazon.new-model-v1:0', converse],
])('takes a body of %s: %j', (modelId, body) => {
  expect(toldOfBody(modelId, body)).toEqual([]);
});

const WHOLE =
  "'modelInput' has a 'body': it is the body itself, and not the parameters of a call. Give what is in 'body' as 'modelInput', as an object";

test.each<[string, object, string]>([
  [
    NOVA,
    { ...converse, max_new_tokens: 10 },
    "'modelInput.max_new_tokens' is no member of the request: did you mean 'modelInput.inferenceConfig.max_new_tokens'?",
  ],
  [
    NOVA,
    { messages: [{ role: 'user', content: [{ image: { format: 'png', source: { bytes: '/9j/4AAQ' } } }] }] },
    "[recordMediaFormat] 'modelInput.messages[0].content[0].image.format' is 'png', and the image begins as one of 'jpeg' does: models refuse an image of another format than they are told",
  ],
  [
    TITAN,
    { inputText: 'Hello', maxTokenCount: 10 },
    "'modelInput.maxTokenCount' is no member of the request: did you mean 'modelInput.textGenerationConfig.maxTokenCount'?",
  ],
  [
    LLAMA,
    { prompt: 'Hello', stop: ['a'] },
    "[recordParameter] 'modelInput.stop' is no parameter that the page of Llama lists: with InvokeModel, it takes 'temperature', 'top_p' and 'max_gen_len'",
  ],
  [
    LLAMA,
    { prompt: 'Hello', max_gen_length: 10 },
    "'modelInput.max_gen_length' is no member of the request: did you mean 'max_gen_len'?",
  ],
  [
    LLAMA,
    { prompt: 'Hello', max_length: 10 },
    "'modelInput.max_length' is no member of the request: did you mean 'max_gen_len'?",
  ],
  [
    GPT,
    { ...chat, max_output_tokens: 10 },
    "'modelInput.max_output_tokens' is no member of the request: did you mean 'max_completion_tokens'?",
  ],
  [
    GPT,
    { ...chat, max_new_tokens: 10 },
    "'modelInput.max_new_tokens' is no member of the request: did you mean 'max_completion_tokens'?",
  ],
  [
    'cohere.command-r-v1:0',
    { message: 'Hello', chat_history: [{ role: 'USER', content: 'Hello' }] },
    "'modelInput.chat_history[0].content' is no member of a turn: did you mean 'message'?",
  ],
  [LLAMA, { prompt: 'Hello', topP: 1 }, "'modelInput.topP' is no member of the request: did you mean 'top_p'?"],
  [
    MISTRAL,
    { prompt: 'Hello', max_new_tokens: 10 },
    "'modelInput.max_new_tokens' is no member of the request: did you mean 'max_tokens'?",
  ],
  [
    GPT,
    { ...chat, stream: true },
    "[recordStreaming] 'modelInput.stream' must be left out, for batch inference does not stream: each answer is written to S3 as a whole",
  ],
  [GPT, { ...chat, stream: 'no' }, "'modelInput.stream' must be true or false, got 'no'"],
  [NOVA, videos(2), "[recordMedia] 'modelInput.messages' should have one video at most, got 2"],
  [
    'amazon.nova-micro-v1:0',
    videos(1),
    "[recordMedia] 'modelInput.messages[0].content[0].video' should be left out, for Nova Micro takes text alone",
  ],
  [
    NOVA,
    { messages: [{ role: 'user', content: [{ document: { ...pdf, name: 'a.v2.pdf' } }] }] },
    "[recordName] 'modelInput.messages[0].content[0].document.name' should have letters, digits, single spaces, hyphens, parentheses and square brackets only, up to 200 of them: the API takes no others, such as the dot of a file name",
  ],
  [
    TITAN,
    { inputText: 'Hello', textGenerationConfig: { maxTokenCount: 8193 } },
    "[recordRange] 'modelInput.textGenerationConfig.maxTokenCount' must be a whole number from 0 to 8192, got 8193",
  ],
  [NOVA, { body: converse }, WHOLE],
  [LLAMA, { body: '{"prompt":"Hello"}' }, WHOLE],
])('tells of a body of %s: %j', (modelId, body, told) => {
  expect(toldOfBody(modelId, body)).toEqual([told]);
});

test.each([converse, { ...chat, inferenceConfig: { maxTokens: 5 } }])(
  'tells of a request of Converse for a model whose body is not known: %j',
  (body) => {
    expect(toldOfBody(QWEN, body)).toEqual([
      "[recordConverse] 'modelInput' is the body of a Converse request, and a job of InvokeModel sends what the model itself takes: did you mean 'modelInvocationType: ModelInvocationType.CONVERSE'?",
    ]);
  },
);

test('says nothing of a model that is not known', () => {
  expect(toldOf(converse, ModelInvocationType.INVOKE_MODEL)).toEqual([]);
  expect(toldOf(converse, ModelInvocationType.INVOKE_MODEL, '${Token[TOKEN.1]}')).toEqual([]);
});

test.each<[object, string]>([
  [{ body: converse }, WHOLE],
  [
    { ...converse, guardrailConfig: { guardrailId: 'a' } },
    "'modelInput.guardrailConfig.guardrailId' is no member of 'modelInput.guardrailConfig': did you mean 'guardrailIdentifier'?",
  ],
  [
    { ...converse, performanceConfig: { latency: 'fast' } },
    "[newerRecordValue] 'modelInput.performanceConfig.latency' must be one of 'standard', 'optimized', got 'fast'",
  ],
  [{ ...converse, serviceTier: {} }, "'modelInput.serviceTier.type' is missing"],
  [{ ...converse, requestMetadata: 'a' }, "'modelInput.requestMetadata' must be an object, got a string"],
  [
    { ...converse, additionalModelResponseFieldPaths: ['/stop_sequence', 'stop_sequence'] },
    "'modelInput.additionalModelResponseFieldPaths[1]' must be a JSON pointer, such as '/stop_sequence', got 'stop_sequence': the API refuses any other",
  ],
  [
    { ...converse, additionalModelResponseFieldPaths: '/a' },
    "'modelInput.additionalModelResponseFieldPaths' must be a list, got a string",
  ],
  [
    {
      messages: [
        {
          role: 'user',
          content: [{ text: 'a' }, { document: { format: 'pdf', name: 'a.pdf', source: { bytes: 'JVBERi0=' } } }],
        },
      ],
    },
    "[recordName] 'modelInput.messages[0].content[1].document.name' should have letters, digits, single spaces, hyphens, parentheses and square brackets only, up to 200 of them: the API takes no others, such as the dot of a file name",
  ],
])('tells of a request of Converse: %j', (body, told) => {
  expect(toldOfConverse(body)).toEqual([told]);
});
