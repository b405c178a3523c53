import { isProfile, modelAccesses } from '../../../rehearsal/bedrock/model-accesses';

const ACTION = 'bedrock:InvokeModel';
const CALLER = { account: '111122223333', region: 'eu-central-1' };

const resourcesOf = (modelId: string, caller = CALLER) =>
  modelAccesses(ACTION, modelId, caller).map(({ action, resource, somewhereBut }) => {
    expect(action).toBe(ACTION);
    return somewhereBut === undefined ? resource : `${resource} but ${somewhereBut}`;
  });

test('a model of the Region is all that its id stands for', () => {
  expect(resourcesOf('amazon.nova-lite-v1:0')).toEqual([
    'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0',
  ]);
});

test('a model that is named by its ARN is accessed under that ARN', () => {
  const arn = 'arn:aws:bedrock:eu-central-1:111122223333:custom-model/amazon.nova-lite-v1:0/abc';
  expect(resourcesOf(arn)).toEqual([arn]);
});

test('an inference profile calls its model in the Regions of its geography', () => {
  const here = 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0';
  const needed = [
    'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0',
    here,
    `arn:aws:bedrock:eu-*::foundation-model/amazon.nova-lite-v1:0 but ${here}`,
  ];
  expect(resourcesOf('eu.amazon.nova-lite-v1:0')).toEqual(needed);
  expect(resourcesOf(needed[0])).toEqual(needed);
});

test('a global profile calls its model where it is in no Region, too', () => {
  const here = 'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-v1:0';
  expect(resourcesOf('global.anthropic.claude-sonnet-4-v1:0')).toEqual([
    'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/global.anthropic.claude-sonnet-4-v1:0',
    here,
    `arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-v1:0 but ${here}`,
    'arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-v1:0',
  ]);
});

test('the ARNs are of the partition of the caller', () => {
  expect(resourcesOf('us-gov.amazon.nova-lite-v1:0', { ...CALLER, region: 'us-gov-west-1' })).toEqual([
    'arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:inference-profile/us-gov.amazon.nova-lite-v1:0',
    'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0',
    'arn:aws-us-gov:bedrock:us-gov-*::foundation-model/amazon.nova-lite-v1:0 but ' +
      'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0',
  ]);
});

test('what the request says besides is asked with every access', () => {
  const context = { 'aws:SourceVpc': ['vpc-1'] };
  const accesses = modelAccesses(ACTION, 'eu.amazon.nova-lite-v1:0', CALLER, context);
  expect(accesses.map((access) => access.context)).toEqual([context, context, context]);
});

test.each([
  ['eu.amazon.nova-lite-v1:0', true],
  ['arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0', true],
  ['arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc', true],
  ['amazon.nova-lite-v1:0', false],
  ['arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0', false],
])('%s is a profile: %s', (modelId, expected) => {
  expect(isProfile(modelId)).toBe(expected);
});
