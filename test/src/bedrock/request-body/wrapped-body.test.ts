import { toldOfBody, toldOfConverse } from './told-faults';

const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0';
const user = { role: 'user', content: [{ type: 'text', text: 'Hello' }] };
const claude = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 10, messages: [user] };

test('a body within another member is told', () => {
  const converse = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
  expect(toldOfConverse({ request: converse })).toEqual([
    "'modelInput' has its body in 'request': give what is in it as 'modelInput' itself",
  ]);
  expect(toldOfBody(CLAUDE, { converseInput: claude })).toEqual([
    "'modelInput' has its body in 'converseInput': give what is in it as 'modelInput' itself",
  ]);
  expect(toldOfBody(CLAUDE, { ...claude, metadata: { messages: [] } })).toEqual([]);
});

test('a block of Converse among those of Claude is told', () => {
  const document = { document: { format: 'pdf', name: 'Notes', source: { bytes: 'JVBERi0=' } } };
  expect(toldOfBody(CLAUDE, { ...claude, messages: [{ ...user, content: [...user.content, document] }] })).toEqual([
    `'modelInput.messages[0].content[1].type' is missing: each block says what it is, such as 'text', 'image', 'document', and {"document": {…}} is a block of Converse`,
  ]);
});
