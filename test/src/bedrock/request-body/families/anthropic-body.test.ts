import { toldOfBody } from '../told-faults';

const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0';
const user = { role: 'user', content: 'Hello' };
const claude = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, messages: [user] };
const blocks = (...content: unknown[]) => ({ ...claude, messages: [{ role: 'user', content }] });
const image = (source: object) => blocks({ type: 'image', source });
const thinking = { type: 'enabled', budget_tokens: 2000 };

test.each<[string, object]>([
  ['thinks', { ...claude, thinking }],
  ['thinks with the default temperature', { ...claude, thinking, temperature: 1 }],
  ['does not think', { ...claude, thinking: { type: 'disabled' }, temperature: 0, top_k: 5 }],
  ['thinks in a newer way', { ...claude, thinking: { type: 'adaptive', display: 'none' } }],
  ['thinks between calls', { ...claude, max_tokens: 1000, thinking, anthropic_beta: ['interleaved-thinking'] }],
  ['is of a user', { ...claude, metadata: { user_id: 'a' } }],
  ['goes on with words', { ...claude, messages: [user, { role: 'assistant', content: '{' }] }],
  ['goes on with nothing', { ...claude, messages: [user, { role: 'assistant', content: '' }] }],
  ['goes on with no block', { ...claude, messages: [user, { role: 'assistant', content: [] }] }],
  ['has an empty prompt of the system', { ...claude, system: '' }],
  ['has an image', image({ type: 'base64', media_type: 'image/jpeg', data: '/9j/4AAQ' })],
  ['has a document', blocks({ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'a' } })],
])('takes a request that %s', (_, body) => {
  expect(toldOfBody(CLAUDE, body)).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'has a text of spaces',
    blocks({ type: 'text', text: '  ' }),
    "[recordBlank] 'modelInput.messages[0].content[0].text' has nothing but spaces, which the APIs of models refuse: leave the text out, or say something",
  ],
  [
    'says nothing but spaces',
    { ...claude, messages: [{ role: 'user', content: '\n' }] },
    "[recordBlank] 'modelInput.messages[0].content' has nothing but spaces, which the APIs of models refuse: leave the text out, or say something",
  ],
  [
    'has an image as OpenAI has it',
    blocks({ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }),
    `'modelInput.messages[0].content[0]' of type 'image_url' is a block of OpenAI's API: Claude takes an image as {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "…"}}`,
  ],
  [
    'has a text as OpenAI has it',
    blocks({ type: 'input_text', text: 'a' }),
    `'modelInput.messages[0].content[0]' of type 'input_text' is a block of OpenAI's API: Claude takes {"type": "text", "text": "…"}`,
  ],
  [
    'has an image to be fetched',
    image({ type: 'url', url: 'https://example.com/a.png' }),
    "[recordImageSource] 'modelInput.messages[0].content[0].source' of type 'url' must be 'base64', with 'media_type' and 'data': Bedrock fetches no images for Claude",
  ],
  [
    'has the name of an image',
    image({ type: 'base64', media_type: 'image/png', data: 'cat one.png' }),
    "'modelInput.messages[0].content[0].source.data' must be the bytes themselves as Base64, which has letters, digits, + and / only",
  ],
  [
    'has an image of another format',
    image({ type: 'base64', media_type: 'image/png', data: '/9j/4AAQ' }),
    "[recordMediaFormat] 'modelInput.messages[0].content[0].source.media_type' is 'image/png', and the image begins as one of 'image/jpeg' does: models refuse an image of another format than they are told",
  ],
  [
    'calls tools',
    { ...claude, messages: [user, { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'b' }] }] },
    "[recordTools] 'modelInput.messages[1].content[0]' of type 'tool_use' may be refused, for AWS's pages disagree on whether batch inference supports tools with InvokeModel: acknowledge the warning when a job has taken it",
  ],
  [
    'thinks more than it may say',
    { ...claude, max_tokens: 2000, thinking },
    "[recordThinking] 'modelInput.thinking.budget_tokens' must be less than 'modelInput.max_tokens', which the thoughts are part of, got 2000 of 2000",
  ],
  [
    'thinks too little',
    { ...claude, thinking: { type: 'enabled', budget_tokens: 100 } },
    "[recordRange] 'modelInput.thinking.budget_tokens' must be a whole number of at least 1024, got 100",
  ],
  [
    'thinks at a temperature',
    { ...claude, thinking, temperature: 0.2 },
    "[recordThinking] 'modelInput.temperature' should be left out with 'modelInput.thinking': Claude does not take it while it thinks",
  ],
  [
    'thinks with few words',
    { ...claude, thinking, top_k: 5 },
    "[recordThinking] 'modelInput.top_k' should be left out with 'modelInput.thinking': Claude does not take it while it thinks",
  ],
  [
    'has an answer of nothing that another turn follows',
    { ...claude, messages: [user, { role: 'assistant', content: '' }, user] },
    "'modelInput.messages[1].content' must be a string that is not empty, got ''",
  ],
  [
    'asks nothing',
    { ...claude, messages: [{ role: 'user', content: '' }] },
    "'modelInput.messages[0].content' must be a string that is not empty, got ''",
  ],
  ['is of a text', { ...claude, metadata: 'a' }, "'modelInput.metadata' must be an object, got a string"],
])('tells of a request that %s', (_, body, told) => {
  expect(toldOfBody(CLAUDE, body)).toEqual([told]);
});

const SAMPLING =
  "[recordSampling] 'modelInput.top_p' should be left out beside 'modelInput.temperature': this version of Claude takes one of them";
const LAST_TURN =
  "[recordLastRole] 'modelInput.messages' should end with a turn of 'user': this version of Claude goes on with no answer";

test.each<[string, object, string[]]>([
  [CLAUDE, { temperature: 0.5, top_p: 0.9 }, []],
  ['anthropic.claude-opus-4-20250514-v1:0', { temperature: 0.5, top_p: 0.9 }, []],
  ['anthropic.claude-opus-4-1-20250805-v1:0', { temperature: 0.5, top_p: 0.9 }, [SAMPLING]],
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', { temperature: 0.5, top_p: 0.9 }, [SAMPLING]],
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', { top_p: 0.9 }, []],
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', { messages: [user, { role: 'assistant', content: '{' }] }, []],
  ['anthropic.claude-opus-4-6-v1', { temperature: 0.5, top_p: 0.9 }, [SAMPLING]],
  ['anthropic.claude-opus-4-6-v1', { messages: [user, { role: 'assistant', content: '{' }] }, [LAST_TURN]],
  ['anthropic.claude-opus-5', { messages: [user, { role: 'assistant', content: '{' }, user] }, []],
  [CLAUDE, { seed: 5 }, ["[recordParameter] 'modelInput.seed' should be left out: it is of OpenAI's API"]],
])('%s: tells of %j', (modelId, members, told) => {
  expect(toldOfBody(modelId, { ...claude, ...members })).toEqual(told);
});

test('a system message of Fable 5.1 may say nothing but how much to think', () => {
  const messages = [
    user,
    { role: 'assistant', content: 'Hello.' },
    { role: 'system', content: [], output_config: { effort: 'low' } },
    user,
  ];
  const body = { ...claude, anthropic_beta: ['mid-conversation-effort-2026-08-01'], messages };
  expect(toldOfBody('anthropic.claude-fable-5-1', body)).toEqual([]);
  expect(toldOfBody('anthropic.claude-mythos-5-1', body)).toEqual([]);
  expect(toldOfBody(CLAUDE, body)).toEqual([
    "[recordSystemRole] 'modelInput.messages[2].role' must be 'user' or 'assistant', got 'system': a system prompt belongs in 'modelInput.system'",
    "'modelInput.messages[2].content' must have at least one item",
  ]);
});

const FILE_BLOCK = `{"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "…"}}`;
const BLOCK_PATH = "'modelInput.messages[0].content[0]";

test.each<[object, string]>([
  [blocks({ type: 'Image' }), `${BLOCK_PATH}.type' is 'Image', and there is no such type: did you mean 'image'?`],
  [
    blocks({ type: 'textt', text: 'a' }),
    `${BLOCK_PATH}.type' is 'textt', and there is no such type: did you mean 'text'?`,
  ],
  [blocks({ type: 'txt', text: 'a' }), `${BLOCK_PATH}' of type 'txt' is no block of Claude: did you mean 'text'?`],
  [blocks({ type: 'pdf' }), `${BLOCK_PATH}' of type 'pdf' is no block of Claude: it takes a file as ${FILE_BLOCK}`],
  [
    blocks({ type: 'file' }),
    `${BLOCK_PATH}' of type 'file' is a block of OpenAI's API: Claude takes a file as ${FILE_BLOCK}`,
  ],
  [
    image({ type: 'base_64', media_type: 'image/png', data: 'iVBORw0KGgo=' }),
    `${BLOCK_PATH}.source.type' is 'base_64', and there is no such type: did you mean 'base64'?`,
  ],
  [
    { ...claude, thinking: { ...thinking, type: 'enable' } },
    "'modelInput.thinking.type' is 'enable', and there is no such type: did you mean 'enabled'?",
  ],
])('tells of a slip of a type in %j', (body, told) => {
  expect(toldOfBody(CLAUDE, body)).toEqual([told]);
});

test.each(['thinking', 'redacted_thinking', 'search_result', 'container_upload', 'hologram', 'x'.repeat(100)])(
  'leaves a block of the type %s to the service',
  (type) => {
    expect(toldOfBody(CLAUDE, blocks({ type }))).toEqual([]);
  },
);
