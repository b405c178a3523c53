import { mustBe, refusal, sentence, warning } from '../../../src/validation/finding';

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
    expect(sentence(mustBe(member, 'given', undefined))).toBe(text);
  },
);

test.each([
  { property: 'environment.A', api: 'Environment.A' },
  { property: 'transformJobName', api: 'TransformJobName' },
  { property: 'requestOverrides.VpcConfig.Subnets', api: 'VpcConfig.Subnets' },
])('what the API calls it is left out where it says nothing new: %j', (member) => {
  expect(sentence(mustBe(member, 'given', undefined))).toBe(`'${member.property}' must be given, got undefined`);
});

test('a refusal without a member is a whole sentence', () => {
  expect(sentence(refusal(undefined, "'a' must not be given with 'b'"))).toBe("'a' must not be given with 'b'");
});

test('a refusal of a member says the rest', () => {
  expect(sentence(refusal('a', "must not be given with 'b'"))).toBe("'a' must not be given with 'b'");
});

test('a warning has an id of the library', () => {
  const member = { property: 'a' };
  expect(warning('newerValue:A.B', 'a', 'is new')).toEqual({
    member,
    text: 'is new',
    warning: 'cdk-ml-jobs:newerValue:A.B',
  });
});
