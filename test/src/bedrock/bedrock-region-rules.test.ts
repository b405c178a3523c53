import { App, Stack } from 'aws-cdk-lib';
import { bedrockRegionRules } from '../../../src/bedrock/bedrock-region-rules';
import { sentence } from '../../../src/validation/finding';

const findingsIn = (region?: string) => [
  ...bedrockRegionRules(new Stack(new App(), 'Stack', { env: { region } }), 'a batch inference job', 'model'),
];

test.each(['eu-west-1', 'us-gov-west-1', 'eusc-de-east-1', 'us-iso-east-1', undefined])(
  'there may be Bedrock in %s',
  (region) => {
    expect(findingsIn(region)).toEqual([]);
  },
);

test('there is none in China', () => {
  expect(findingsIn('cn-north-1').map(sentence)).toEqual([
    'a batch inference job needs Amazon Bedrock, which AWS China does not have: the stack must be in another Region than cn-north-1',
  ]);
  expect(findingsIn('cn-north-1')[0].warning).toBeUndefined();
});

test.each(['ap-east-1', 'us-isob-west-1'])('warns of %s, which the list does not have', (region) => {
  expect(findingsIn(region)).toMatchObject([{ warning: 'cdk-ml-jobs:bedrockRegion' }]);
});
