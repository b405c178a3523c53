import { toldOf, toldOfConverse as told } from './told-faults';
import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';

const user = { role: 'user', content: [{ text: 'Hello' }] };
const assistant = { role: 'assistant', content: [{ text: 'Hello.' }] };
const blocks = (...content: unknown[]) => ({ messages: [{ role: 'user', content }] });
const settings = (inferenceConfig: unknown) => ({ messages: [user], inferenceConfig });
const guarded = (guardrailConfig: object) => ({ messages: [user], guardrailConfig });
const GUARDRAIL_ARN = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123';
const times = (count: number, block: object) => Array.from({ length: count }, () => block);
const document = { name: 'Notes', source: { text: 'Some notes' } };
const documents = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ document: { ...document, name: `Notes ${index}` } }));
const METADATA =
  "'modelInput.requestMetadata' must have 1 to 16 names and texts, each of up to 256 letters, digits, spaces and :_@$#=/+,-. alone, got";
const png = { format: 'png', source: { bytes: 'iVBORw0KGgo=' } };

test.each([
  ['one message', { messages: [user] }],
  ['a conversation', { messages: [user, assistant, user] }],
  ['an image', blocks({ text: 'What is it?' }, { image: png })],
  [
    'a document of text',
    blocks({ text: 'What is it?' }, { document: { name: 'Notes', source: { text: 'Some notes' } } }),
  ],
  [
    'a document',
    blocks({ text: 'What is it?' }, { document: { format: 'pdf', name: 'Notes', source: { bytes: 'JVBERi0=' } } }),
  ],
  ['a video', blocks({ video: { format: 'three_gp', source: { bytes: 'AAAA' } } })],
  ['a system prompt', { messages: [user], system: [{ text: 'Be brief.' }] }],
  ['parameters', settings({ maxTokens: 1, temperature: 0, topP: 1, stopSequences: ['END'] })],
  ['parameters of the model', { messages: [user], additionalModelRequestFields: { top_k: 50 } }],
  ['metadata', { messages: [user], requestMetadata: { team: 'A-1 @home', empty: '' } }],
  ['a guardrail', guarded({ guardrailIdentifier: 'abc123', guardrailVersion: 'DRAFT' })],
  ['a guardrail by its ARN', guarded({ guardrailIdentifier: GUARDRAIL_ARN, guardrailVersion: '12' })],
  ['images and documents', blocks(...times(20, { image: png }), ...documents(5), { text: 'a' })],
  ['an effort', { messages: [user], outputConfig: { effort: 'low' } }],
  ['members that are newer than this library', { messages: [user], somethingNew: true }],
  ['blocks that are newer than this library', blocks({ hologram: { format: 'x' } })],
  ['a role between turns', { messages: [user, { role: 'system', content: [{ text: 'Be brief.' }] }] }],
])('takes a request with %s', (_, request) => {
  expect(told(request)).toEqual([]);
});

const OTHER_API =
  "is no member of a Converse request: it is one of InvokeModel. If the records are bodies of InvokeModel, did you mean 'modelInvocationType: ModelInvocationType.INVOKE_MODEL'?";

test.each<[string, object]>([
  ["'modelInput.messages' is missing", {}],
  ["'modelInput.messages' must be a list, got a string", { messages: 'Hello' }],
  ["'modelInput.messages' must have at least one item", { messages: [] }],
  ["'modelInput.messages' is null, and must be given", { messages: null }],
  ["'modelInput.messages[0]' must be an object, got a string", { messages: ['Hello'] }],
  [
    "'modelInput.messages[1].role' must be one of 'user', 'assistant', 'system', got 'model'",
    { messages: [user, { ...user, role: 'model' }] },
  ],
  ["'modelInput.messages[0].role' is missing", { messages: [{ content: [{ text: 'a' }] }] }],
  [
    "'modelInput.messages[0].role' must be 'user', as a conversation begins with the user, got 'assistant'",
    { messages: [assistant] },
  ],
  [
    "'modelInput.messages[0].role' must be 'user', got 'system': a system prompt belongs in 'modelInput.system'",
    { messages: [{ ...user, role: 'system' }, user] },
  ],
  ["'modelInput.messages[0].content' must be a list, got a string", { messages: [{ role: 'user', content: 'Hello' }] }],
  ["'modelInput.messages[0].content' must have at least one item", blocks()],
  ["'modelInput.messages[0].content[0]' must be an object, got a string", blocks('Hello')],
  ["'modelInput.messages[0].content[0]' must have exactly one member, such as 'text', got none", blocks({})],
  [
    "'modelInput.messages[0].content[0]' must have exactly one member, such as 'text', got 'text', 'image'",
    blocks({ text: 'a', image: png }),
  ],
  [
    "'modelInput.messages[0].content[0].image' is null, and a block has exactly one member: leave the member out where a record has no value for it, as tables with a column for each member do not",
    blocks({ text: 'x', image: null }),
  ],
  [
    "'modelInput.messages[0].content[1].text' must be a string that is not empty, got ''",
    blocks({ text: 'a' }, { text: '' }),
  ],
  ["'modelInput.messages[0].content[0].text' must be a string that is not empty, got 1", blocks({ text: 1 })],
  ["'modelInput.messages[0].content[0].image.source' is missing", blocks({ image: { format: 'png' } })],
  [
    "'modelInput.messages[0].content[0].image.format' must be one of 'png', 'jpeg', 'gif', 'webp', got 'jpg': did you mean 'jpeg'?",
    blocks({ image: { ...png, format: 'jpg' } }),
  ],
  [
    "'modelInput.messages[0].content[0].image.format' must be one of 'png', 'jpeg', 'gif', 'webp', got 'image/png': did you mean 'png'?",
    blocks({ image: { ...png, format: 'image/png' } }),
  ],
  [
    "'modelInput.messages[0].content[0].image.source.bytes' must be Base64 alone, without the beginning of a data URI",
    blocks({ image: { ...png, source: { bytes: 'data:image/png;base64,iVBORw0KGgo=' } } }),
  ],
  ["'modelInput.system' must be a list, got a string", { messages: [user], system: 'Be brief.' }],
  ["'modelInput.system[0]' must be an object, got a string", { messages: [user], system: ['Be brief.'] }],
  [
    "'modelInput.system[0].text' must be a string that is not empty, got a list",
    { messages: [user], system: [{ text: [{ text: 'x' }] }] },
  ],
  ["'modelInput.inferenceConfig' must be an object, got a list", settings([])],
  ["'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got 0", settings({ maxTokens: 0 })],
  [
    "'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got 1.5",
    settings({ maxTokens: 1.5 }),
  ],
  [
    "'modelInput.inferenceConfig.maxTokens' must be a whole number of at least 1, got '512'",
    settings({ maxTokens: '512' }),
  ],
  ["'modelInput.inferenceConfig.temperature' must be a number from 0 to 1, got 1.1", settings({ temperature: 1.1 })],
  ["'modelInput.inferenceConfig.topP' must be a number from 0 to 1, got -1", settings({ topP: -1 })],
  ["'modelInput.inferenceConfig.stopSequences' must be a list, got a string", settings({ stopSequences: 'END' })],
  [
    "'modelInput.inferenceConfig.stopSequences[0]' must be a string that is not empty, got 1",
    settings({ stopSequences: [1] }),
  ],
  ...['max_tokens', 'maxtokens', 'MaxTokens', 'max_gen_len', 'maxTokenCount'].map((name): [string, object] => [
    `'modelInput.inferenceConfig.${name}' is no member of 'modelInput.inferenceConfig': did you mean 'maxTokens'?`,
    settings({ [name]: 512 }),
  ]),
  [
    "'modelInput.inferenceConfig.top_p' is no member of 'modelInput.inferenceConfig': did you mean 'topP'?",
    settings({ top_p: 0.5 }),
  ],
  [
    "'modelInput.maxTokens' is no member of a Converse request: did you mean 'modelInput.inferenceConfig.maxTokens'?",
    { messages: [user], maxTokens: 5 },
  ],
  [
    "'modelInput.inference_config' is no member of the request: did you mean 'inferenceConfig'?",
    { messages: [user], inference_config: {} },
  ],
  [
    "'modelInput.toolConfig' must be left out, for batch inference with Converse does not support tools: with 'modelInvocationType: ModelInvocationType.INVOKE_MODEL', records have them as the model itself takes them",
    { messages: [user], toolConfig: {} },
  ],
  [
    "'modelInput.messages[0].content[0].toolResult' must be left out, for batch inference with Converse does not support tools: with 'modelInvocationType: ModelInvocationType.INVOKE_MODEL', records have them as the model itself takes them",
    blocks({ toolResult: {} }),
  ],
  [`${METADATA} 'team': 5`, { messages: [user], requestMetadata: { team: 5 } }],
  [`${METADATA} 'té': 'a'`, { messages: [user], requestMetadata: { té: 'a' } }],
  [`${METADATA} 0 of them`, { messages: [user], requestMetadata: {} }],
  [
    `${METADATA} 17 of them`,
    { messages: [user], requestMetadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [index, 'a'])) },
  ],
  [
    "'modelInput.guardrailConfig.guardrailIdentifier' must be the id or the ARN of a guardrail, got 'My guardrail'",
    guarded({ guardrailIdentifier: 'My guardrail' }),
  ],
  [
    "'modelInput.guardrailConfig.guardrailVersion' must be the number of a version, or 'DRAFT', got 'latest'",
    guarded({ guardrailIdentifier: 'abc123', guardrailVersion: 'latest' }),
  ],
  [
    "'modelInput.stream' must be left out, for batch inference does not stream: each answer is written to S3 as a whole",
    { messages: [user], stream: true },
  ],
  [`'modelInput.anthropic_version' ${OTHER_API}`, { messages: [user], anthropic_version: 'bedrock-2023-05-31' }],
  [`'modelInput.response_format' ${OTHER_API}`, { messages: [user], response_format: {} }],
  [`'modelInput.inputText' ${OTHER_API}`, { messages: [user], inputText: 'Hello' }],
])('tells: %s', (text, request) => {
  expect(told(request)).toEqual([text]);
});

test.each<[string, object]>([
  [
    "[recordNull] 'modelInput.system' is null: leave the member out where a record has no value for it, as tables with a column for each member do not",
    { messages: [user], system: null },
  ],
  [
    "[recordNull] 'modelInput.inferenceConfig.topP' is null: leave the member out where a record has no value for it, as tables with a column for each member do not",
    settings({ topP: null }),
  ],
  [
    "[newerRecordValue] 'modelInput.messages[0].content[0].image.format' must be one of 'png', 'jpeg', 'gif', 'webp', got 'avif'",
    blocks({ image: { ...png, format: 'avif' } }),
  ],
  [
    "[recordContent] 'modelInput.messages[0].content' should have 20 images at most, got 21",
    blocks(...times(21, { image: png })),
  ],
  [
    "[recordContent] 'modelInput.messages[0].content' should have 5 documents at most, got 6",
    blocks(...documents(6), { text: 'a' }),
  ],
  [
    "[recordContent] 'modelInput.messages[0].content' should have a block with a text, too, as the API asks for beside a document",
    blocks({ document }),
  ],
  [
    "[recordContent] 'modelInput.messages[1].content' should have no images or documents, which the API takes from the user alone",
    { messages: [user, { role: 'assistant', content: [{ image: png }] }] },
  ],
  [
    "[recordParameter] 'modelInput.additionalModelRequestFields' should be an object, got a text: give what it says as JSON itself",
    { messages: [user], additionalModelRequestFields: '{"top_k":5}' },
  ],
  [
    "[recordParameter] 'modelInput.inferenceConfig.topK' is a parameter of a model, and not of Converse: did you mean to give it in 'modelInput.additionalModelRequestFields', as the model calls it?",
    settings({ topK: 5 }),
  ],
  [
    "[recordStructuredOutput] 'modelInput.outputConfig.textFormat' may be refused, for AWS's pages disagree on whether batch inference supports structured output: acknowledge the warning when a job has taken it",
    { messages: [user], outputConfig: { textFormat: {} } },
  ],
])('warns: %s', (text, request) => {
  expect(told(request)).toEqual([text]);
});

test('a block with a type is one of InvokeModel', () => {
  expect(told(blocks({ type: 'text', text: 'Hello' }))).toEqual([
    `'modelInput.messages[0].content[0].type' must be left out, for the one member of a block says what it is, as in {"text": "…"}. If the records are bodies of InvokeModel, did you mean 'modelInvocationType: ModelInvocationType.INVOKE_MODEL'?`,
  ]);
});

test('media in S3 must lie in the folder of the input, which that of local records never is', () => {
  const image = (uri: string) => blocks({ image: { format: 'png', source: { s3Location: { uri } } } });
  const path = "'modelInput.messages[0].content[0].image.source.s3Location.uri'";
  expect(told(image('s3://media/a.png'))).toEqual([
    `${path} links to an object in S3, which must lie in the folder of the input, and local records are uploaded to one of their own: put records and media into one folder of a bucket, and give that folder with 'BatchInferenceInput.fromBucket()'`,
  ]);
  expect(told(image('https://example.com/a.png'))).toEqual([
    `${path} must be the S3 URI of an object, such as 's3://bucket/folder/image.png', got 'https://example.com/a.png'`,
  ]);
});

test('a conversation with a model of OpenAI may begin with the model, as the guide has it', () => {
  const [text] = toldOf({ messages: [assistant] }, ModelInvocationType.CONVERSE, 'openai.gpt-oss-20b-1:0');
  expect(text).toMatch(/^\[recordFirstRole\] /);
});
