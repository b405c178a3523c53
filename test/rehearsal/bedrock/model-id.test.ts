import { describedModelId, modelProvider } from '../../../rehearsal/bedrock/model-id';
import { ACCOUNT } from '../fixture-batch';

const ARN = 'arn:aws:bedrock:us-east-1';

test.each([
  ['amazon.titan-text-express-v1', 'amazon.titan-text-express-v1'],
  [
    'us.anthropic.claude-sonnet-4-20250514-v1:0',
    `${ARN}:111122223333:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0`,
  ],
  [`${ARN}::foundation-model/amazon.nova-lite-v1:0`, `${ARN}::foundation-model/amazon.nova-lite-v1:0`],
])('%s is described as %s', (modelId, described) => {
  expect(describedModelId(modelId, ACCOUNT)).toBe(described);
});

test.each([
  ['anthropic.claude-3-haiku-20240307-v1:0', 'anthropic'],
  ['eu.amazon.nova-lite-v1:0', 'amazon'],
  ['in.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic'],
  [`${ARN}:111122223333:inference-profile/global.anthropic.claude-sonnet-4-v1:0`, 'anthropic'],
  [`${ARN}:111122223333:application-inference-profile/a1b2c3d4e5f6`, undefined],
])('%s is of %s', (modelId, provider) => {
  expect(modelProvider(modelId)).toBe(provider);
});
