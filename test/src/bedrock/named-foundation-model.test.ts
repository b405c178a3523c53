import { foundationModelBehind } from '../../../src/bedrock/named-foundation-model';

test.each([
  ['amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ['us.amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ['in.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
  ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ['arn:aws:bedrock:us-east-1:111122223333:inference-profile/apac.amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  [
    'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl',
    'amazon.nova-lite-v1:0:300k',
  ],
  ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl', undefined],
])('behind %s is %s', (modelId, foundationModelId) => {
  expect(foundationModelBehind(modelId)).toBe(foundationModelId);
});
