import { toldOfBody, toldOfConverse } from './told-faults';

const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0';
const NOVA = 'amazon.nova-lite-v1:0';
const NOT_SUPPORTED = "should be left out, for AWS's page says that batch inference does not support prompt caching";

const cache_control = { type: 'ephemeral' };
const cached = { type: 'text', text: 'Be brief.', cache_control };
const claude = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'Hello' }],
};
const converse = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
const system = [{ text: 'Be brief.' }, { cachePoint: { type: 'default' } }];

test('a page says that prompts are not cached', () => {
  expect(toldOfBody(CLAUDE, { ...claude, system: [cached] })).toEqual([
    `[recordCaching] 'modelInput.system[0].cache_control' ${NOT_SUPPORTED}`,
  ]);
  expect(toldOfBody(CLAUDE, { ...claude, cache_control })).toEqual([
    `[recordCaching] 'modelInput.cache_control' ${NOT_SUPPORTED}`,
  ]);
  expect(toldOfConverse({ ...converse, system })).toEqual([
    `[recordCaching] 'modelInput.system[1].cachePoint' ${NOT_SUPPORTED}`,
  ]);
  expect(toldOfBody(NOVA, { ...converse, system })).toEqual([
    `[recordCaching] 'modelInput.system[1].cachePoint' ${NOT_SUPPORTED}`,
  ]);
});
