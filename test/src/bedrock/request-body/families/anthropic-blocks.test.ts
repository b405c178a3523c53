import { toldOfBody } from '../told-faults';

const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0';
const user = { role: 'user', content: 'Hello' };
const claude = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, messages: [user] };
const blocks = (...content: unknown[]) => ({ ...claude, messages: [{ role: 'user', content }] });
const document = (source: object) => blocks({ type: 'document', title: 'Notes', source });
const image = (media_type: string, data: string) =>
  blocks({ type: 'image', source: { type: 'base64', media_type, data } });
const IS_NULL =
  'is null: leave the member out where a record has no value for it, as tables with a column for each member do not';
const answer = (content: unknown) => ({ ...claude, messages: [user, { role: 'assistant', content }] });
const text = (words: string) => ({ type: 'text', text: words });
const cached = (cache_control: object) => ({ ...text('a'), cache_control });
const times = (count: number) => Array.from({ length: count }, () => cached({ type: 'ephemeral' }));
const SPACE = 'ends with a space or a line break, which the API refuses of an answer that it goes on with: cut it off';
const SOURCE = 'modelInput.messages[0].content[0].source';

test.each<[object]>([
  [document({ type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' })],
  [document({ type: 'text', media_type: 'text/plain', data: 'Some notes' })],
  [document({ type: 'content', content: [text('a')] })],
  [document({ type: 'content', content: 'a' })],
  [image('image/webp', 'UklGRiQAAABXRUJQVlA4')],
  // what no block of this library has may be newer
  [blocks({ ...text('a'), hologram: null })],
  [{ ...claude, stop_sequences: ['\n\nHuman:', ' .'] }],
  [answer([text('{')])],
  [{ ...claude, messages: [user, { role: 'assistant', content: 'Hello. ' }, user] }],
])('takes %j', (body) => {
  expect(toldOfBody(CLAUDE, body)).toEqual([]);
});

test.each<[object, string]>([
  [document({ type: 'base64', data: 'JVBERi0=' }), `'${SOURCE}.media_type' is missing`],
  [
    document({ type: 'base64', media_type: 'application/pdf', data: 'data:application/pdf;base64,JVBERi0=' }),
    `'${SOURCE}.data' must be Base64 alone, without the beginning of a data URI`,
  ],
  [
    document({ type: 'base64', media_type: 'application/msword', data: 'JVBERi0=' }),
    `[newerRecordValue] '${SOURCE}.media_type' must be 'application/pdf', got 'application/msword'`,
  ],
  [
    document({ type: 'url', url: 'https://example.com/a.pdf' }),
    `[recordDocumentSource] '${SOURCE}' of type 'url' should be 'base64', with 'media_type' and 'data', or 'text': Bedrock fetches no documents for Claude`,
  ],
  [
    document({ type: 'base64', media_type: 'application/zip', data: 'UEsDBA==' }),
    `[newerRecordValue] '${SOURCE}.media_type' must be 'application/pdf', got 'application/zip'`,
  ],
  [
    image('image/png', 'JVBERi0xLjcK'),
    `[recordMediaFormat] '${SOURCE}.media_type' is 'image/png', and a PDF begins as this file does: give it in a block of a document, where the model takes one`,
  ],
  [
    image('image/jpeg', 'UklGRiQAAABXRUJQVlA4'),
    `[recordMediaFormat] '${SOURCE}.media_type' is 'image/jpeg', and the image begins as one of 'image/webp' does: models refuse an image of another format than they are told`,
  ],
  [
    image('image/tiff', 'SUkqAA=='),
    `[newerRecordValue] '${SOURCE}.media_type' must be one of 'image/jpeg', 'image/png', 'image/webp', 'image/gif', got 'image/tiff'`,
  ],
  [
    image('png', 'iVBORw0KGgo='),
    `'${SOURCE}.media_type' must be one of 'image/jpeg', 'image/png', 'image/webp', 'image/gif', got 'png': did you mean 'image/png'?`,
  ],
  [blocks({ ...text('a'), source: null }), `[recordNull] 'modelInput.messages[0].content[0].source' ${IS_NULL}`],
  [
    blocks({ type: 'image', text: null, source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } }),
    `[recordNull] 'modelInput.messages[0].content[0].text' ${IS_NULL}`,
  ],
  [answer('{ '), `'modelInput.messages[1].content' ${SPACE}`],
  [answer([text('{'), text('a\n')]), `'modelInput.messages[1].content[1].text' ${SPACE}`],
  [
    { ...claude, stop_sequences: ['END', '\n'] },
    "'modelInput.stop_sequences[1]' has nothing but spaces, which the API refuses: a sequence must have a character that can be seen",
  ],
])('tells of %j', (body, told) => {
  expect(toldOfBody(CLAUDE, body)).toEqual([told]);
});

test('what is to be kept must be said in the words of the API', () => {
  const place = "'modelInput.messages[0].content[0].cache_control";
  const told = (cacheControl: object) => toldOfBody(CLAUDE, blocks(cached(cacheControl)));
  expect(told({ type: 'Ephemeral' })).toContain(
    `${place}.type' must be 'ephemeral', got 'Ephemeral': did you mean 'ephemeral'?`,
  );
  expect(told({ type: 'ephemeral', ttl: '1 h' })).toContain(
    `${place}.ttl' must be one of '5m', '1h', got '1 h': did you mean '1h'?`,
  );
  expect(told({ ttl: '1h' })).toContain(`${place}.type' is missing`);
});

test('no more than four blocks are kept, wherever they are', () => {
  const told =
    "'modelInput.messages' must have 4 blocks with 'cache_control' at most, together with 'system' and 'tools', got 5: Claude takes no more";
  expect(toldOfBody(CLAUDE, blocks(...times(4)))).not.toContain(told);
  expect(toldOfBody(CLAUDE, blocks(...times(5)))).toContain(told);
  expect(toldOfBody(CLAUDE, { ...blocks(...times(3)), system: times(2) })).toContain(told);
});
