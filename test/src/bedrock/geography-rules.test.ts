import { App, Stack } from 'aws-cdk-lib';
import { geographyRules } from '../../../src/bedrock/geography-rules';
import { sentence } from '../../../src/validation/finding';

const stackIn = (region?: string) => new Stack(new App(), 'Stack', { env: { region } });
const findingsOf = (geography: string, region?: string) => [
  ...geographyRules(stackIn(region), { property: 'model' }, `${geography}.amazon.nova-lite-v1:0`),
];

test.each([
  ['us', 'us-east-1'],
  ['us', 'ca-central-1'],
  ['us-gov', 'us-gov-west-1'],
  ['eu', 'eu-west-1'],
  ['eu', 'il-central-1'],
  ['apac', 'ap-northeast-1'],
  ['apac', 'me-central-1'],
  ['jp', 'ap-northeast-3'],
  ['au', 'ap-southeast-2'],
  ['in', 'ap-south-1'],
  ['in', 'us-east-1'],
  ['ca', 'ca-west-1'],
  ['global', 'sa-east-1'],
  ['newer', 'eu-west-1'],
  ['us', undefined],
])('a profile of %s is called from %s', (geography, region) => {
  expect(findingsOf(geography, region)).toEqual([]);
});

test.each([
  ['us', 'eu-west-1'],
  ['us', 'us-gov-west-1'],
  ['us-gov', 'us-east-1'],
  ['eu', 'us-east-1'],
  ['apac', 'eu-west-1'],
  ['jp', 'ap-southeast-2'],
  ['au', 'ap-northeast-1'],
  ['ca', 'us-east-1'],
  ['global', 'us-gov-west-1'],
])('warns of a profile of %s in %s', (geography, region) => {
  const [finding, ...others] = findingsOf(geography, region);
  expect(others).toEqual([]);
  expect(finding.warning).toBe('cdk-ml-jobs:profileGeography');
  expect(sentence(finding)).toBe(
    `'model' is the inference profile '${geography}.amazon.nova-lite-v1:0' of the geography '${geography}', and the stack is in ${region}, from where AWS lists no such profile: take that of the Region's own geography or a global one, or deploy the stack in a Region of '${geography}'`,
  );
});
