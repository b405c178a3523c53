import { refusal, warning, mustBe } from '../../../src/validation/finding';

test.each([
  ['maxRuntime', "'maxRuntime' must be given, got undefined"],
  [
    { property: 'maxRuntime', api: 'StoppingCondition.MaxRuntimeInSeconds' },
    "'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds) must be given, got undefined",
  ],
  [{ property: 'role', api: 'RoleArn' }, "'role' (RoleArn) must be given, got undefined"],
])(
  'a value that is not what it must be is called by its property, and by the member of the API: %j',
  (member, text) => {
    expect(mustBe(member, 'given', undefined)).toEqual({ text });
  },
);

test.each([
  { property: 'environment.A', api: 'Environment.A' },
  { property: 'transformJobName', api: 'TransformJobName' },
  { property: 'requestOverrides.VpcConfig.Subnets', api: 'VpcConfig.Subnets' },
])('what the API calls it is left out where it says nothing new: %j', (member) => {
  expect(mustBe(member, 'given', undefined).text).toBe(`'${member.property}' must be given, got undefined`);
});

test('a refusal is told as it is', () => {
  expect(refusal("'a' must not be given with 'b'")).toEqual({ text: "'a' must not be given with 'b'" });
});

test('a warning has an id of the library', () => {
  expect(warning('newerValue:A.B', 'x')).toEqual({ text: 'x', warning: 'cdk-ml-jobs:newerValue:A.B' });
});
