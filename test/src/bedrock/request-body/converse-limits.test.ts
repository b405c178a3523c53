import { toldOfBody, toldOfConverse } from './told-faults';

const user = { role: 'user', content: [{ text: 'Hello' }] };
const assistant = { role: 'assistant', content: [{ text: 'Hello.' }] };
const blocks = (...content: unknown[]) => ({ messages: [{ role: 'user', content }] });
const document = (name: string) => ({ document: { name, source: { text: 'Some notes' } } });
const asking = (...names: string[]) => ({ role: 'user', content: [{ text: 'Why?' }, ...names.map(document)] });
const image = (source: object) => blocks({ image: { format: 'png', source } });
const paths = (count: number) => Array.from({ length: count }, (_, index) => `/path${index}`);
const TWICE =
  "'modelInput.messages' has two documents of the name 'Notes': the API refuses a request whose documents have one name";
const TURNS =
  "[recordTurns] 'modelInput.messages' should alternate between 'user' and 'assistant', got two turns of 'user' in a row: models were seen to refuse such a conversation";
const SOURCE = "'modelInput.messages[0].content[0].image.source";

test.each<[object, string[]]>([
  [{ messages: [user], additionalModelResponseFieldPaths: paths(10) }, []],
  [
    { messages: [user], additionalModelResponseFieldPaths: paths(11) },
    ["'modelInput.additionalModelResponseFieldPaths' has 11 items, and the API takes 10 at most"],
  ],
  [{ messages: [user], inferenceConfig: { stopSequences: paths(2500) } }, []],
  [
    { messages: [user], inferenceConfig: { stopSequences: paths(2501) } },
    ["'modelInput.inferenceConfig.stopSequences' has 2,501 items, and the API takes 2,500 at most"],
  ],
  [{ messages: [asking('Notes', 'More notes')] }, []],
  [{ messages: [asking('Notes', 'Notes')] }, [TWICE]],
  [{ messages: [asking('Notes'), assistant, asking('Notes')] }, [TWICE]],
  [{ messages: [user, user] }, [TURNS]],
  [{ messages: [user, { role: 'system', content: [{ text: 'Be brief.' }] }, user] }, [TURNS]],
  [{ messages: [user, user], requestMetadata: { team: 'A' } }, [TURNS]],
  [
    image({ url: 'https://example.com/a.png' }),
    [`${SOURCE}.url' is no member of a source: nothing is fetched, so that 'bytes' must have the file as Base64`],
  ],
  [image({ base64: 'iVBORw0KGgo=' }), [`${SOURCE}.base64' is no member of a source: did you mean 'bytes'?`]],
  [
    blocks({ image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }),
    [
      `'modelInput.messages[0].content[0].image_url' is a block of OpenAI's API: an image is {"image": {"format": "png", "source": {"bytes": "…"}}} here`,
    ],
  ],
  [
    { messages: [user], inferenceConfiguration: { maxTokens: 5 } },
    ["'modelInput.inferenceConfiguration' is no member of a Converse request: did you mean 'inferenceConfig'?"],
  ],
])('tells of %j with Converse', (request, told) => {
  expect(toldOfConverse(request)).toEqual(told);
});

test('how long a checkpoint is kept must be one of two times', () => {
  const cached = (ttl: string) => toldOfConverse(blocks({ text: 'a' }, { cachePoint: { type: 'default', ttl } }));
  const place = "'modelInput.messages[0].content[1].cachePoint.ttl' must be one of '5m', '1h', got";
  expect(cached('30m')).toContain(`[newerRecordValue] ${place} '30m'`);
  expect(cached('1H')).toContain(`${place} '1H': did you mean '1h'?`);
});

test('the body of Nova is looked at in the same way', () => {
  const NOVA = 'amazon.nova-lite-v1:0';
  expect(toldOfBody(NOVA, { messages: [user, user] })).toEqual([TURNS]);
  expect(toldOfBody(NOVA, { messages: [user, assistant, user] })).toEqual([]);
  expect(toldOfBody(NOVA, image({ url: 'https://example.com/a.png' }))).toHaveLength(1);
  expect(toldOfBody(NOVA, { messages: [user], inferenceConfiguration: {} })).toEqual([
    "'modelInput.inferenceConfiguration' is no member of the request: did you mean 'inferenceConfig'?",
  ]);
});
