import { isInferenceProfileId, parseInferenceProfileId } from '../../../src/bedrock/inference-profile-id';

test.each([
  ['us.anthropic.claude-3-haiku-20240307-v1:0', 'us-*', 'anthropic.claude-3-haiku-20240307-v1:0'],
  ['us-gov.amazon.nova-lite-v1:0', 'us-gov-*', 'amazon.nova-lite-v1:0'],
  ['eu.amazon.nova-micro-v1:0', 'eu-*', 'amazon.nova-micro-v1:0'],
  ['apac.anthropic.claude-sonnet-4-20250514-v1:0', 'ap-*', 'anthropic.claude-sonnet-4-20250514-v1:0'],
  ['jp.amazon.nova-2-lite-v1:0', 'ap-*', 'amazon.nova-2-lite-v1:0'],
  ['au.anthropic.claude-haiku-4-5-20251001-v1:0', 'ap-*', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
  ['in.anthropic.claude-haiku-4-5-20251001-v1:0', 'ap-*', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
  ['ca.amazon.nova-lite-v1:0', 'ca-*', 'amazon.nova-lite-v1:0'],
  ['mars.amazon.nova-lite-v1:0', '*', 'amazon.nova-lite-v1:0'],
])('%s routes to %s, to the model %s', (id, regions, foundationModelId) => {
  expect(parseInferenceProfileId(id)).toEqual({ foundationModelId, regions, isGlobal: false });
});

test('a global profile routes everywhere', () => {
  expect(parseInferenceProfileId('global.anthropic.claude-sonnet-4-5-20250929-v1:0')).toEqual({
    foundationModelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    regions: '*',
    isGlobal: true,
  });
});

test.each(['', 'us', 'amazon.nova-lite-v1:0', 'us.amazon', 'us.amazon.Nova Lite', 'us..nova'])(
  "'%s' is no id of a profile",
  (id) => {
    expect(parseInferenceProfileId(id)).toBeUndefined();
  },
);

test.each([
  ['us.amazon.nova-lite-v1:0', true],
  ['global.amazon.nova-2-lite-v1:0', true],
  ['in.anthropic.claude-haiku-4-5-20251001-v1:0', true],
  ['amazon.nova-lite-v1:0', false],
  ['zai.glm-4.7', false],
  ['us', false],
])('%s begins with a geography: %s', (id, expected) => {
  expect(isInferenceProfileId(id)).toBe(expected);
});
