import { Aws, Duration, Lazy, Token } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { NOVA, batchJob } from '../sample-batch-job';
import { newStack } from '../sample-job';

type Props = NonNullable<Parameters<typeof batchJob>[2]>;

const make = (props: object) => () => batchJob(newStack(), 'Classify', props as Props);

const ofInput = 'the input of the job, as by BatchInferenceInput.fromAsset()';
const ofModel = 'a model, as by BatchInferenceModel.foundationModel()';
test.each([
  ['input', undefined, ofInput, 'undefined'],
  ['input', 'records.jsonl', ofInput, "'records.jsonl'"],
  ['model', undefined, ofModel, 'undefined'],
  ['model', NOVA, ofModel, `'${NOVA}'`],
  ['model', new FoundationModelIdentifier(NOVA), ofModel, `{"modelId":"${NOVA}"}`],
  ['timeout', 24, 'a duration, as by Duration.hours()', '24'],
  ['modelInvocationType', 'converse', 'one of InvokeModel, Converse', "'converse'"],
])('fails where the compiler does not: %s %j', (member, value, allowed, got) => {
  expect(make({ [member]: value })).toThrow(`Stack/Classify: '${member}' must be ${allowed}, got ${got}`);
});

describe('the name', () => {
  const rule = 'letters, digits, hyphens, plus signs and dots, beginning with a letter or digit';

  test.each(['a', '1', 'a--b', 'a-', 'nova-lite+v1.0', 'x'.repeat(63), Lazy.string({ produce: () => '-' })])(
    'may be %s',
    (modelInvocationJobName) => {
      expect(make({ modelInvocationJobName })).not.toThrow();
    },
  );

  test.each(['', 'x'.repeat(64)])("fails with '%s', for its length", (name) => {
    expect(make({ modelInvocationJobName: name })).toThrow(
      `Stack/Classify: 'modelInvocationJobName' must be 1 to 63 characters, ${rule} (it has ${name.length} characters), got '${name}'`,
    );
  });

  test.each(['-a', '.a', '+a', 'a b', 'a_b', 'ä'])('fails with %s', (name) => {
    expect(make({ modelInvocationJobName: name })).toThrow(
      `Stack/Classify: 'modelInvocationJobName' must be 1 to 63 characters, ${rule}, got '${name}'`,
    );
  });

  // a pattern that tries all ways to divide the hyphens would not come to an end
  test('fails at once, however many hyphens it has', () => {
    expect(make({ modelInvocationJobName: `a${'-'.repeat(61)}_` })).toThrow("'modelInvocationJobName' must be");
  });
});

describe('the time-out', () => {
  test.each([
    Duration.hours(24),
    Duration.days(7),
    Duration.minutes(1500),
    Duration.hours(Token.asNumber({ Ref: 'H' })),
  ])('may be a whole number of hours from 24 to 168', (timeout) => {
    expect(make({ timeout })).not.toThrow();
  });

  test.each([
    [Duration.hours(23), 23],
    [Duration.hours(169), 169],
    [Duration.minutes(1470), 24.5],
  ])('fails with anything else', (timeout, got) => {
    expect(make({ timeout })).toThrow(
      `Stack/Classify: 'timeout (timeoutDurationInHours)' must be a whole number from 24 to 168, got ${got}`,
    );
  });

  test.each([
    [12, '12'],
    ['48', "'48'"],
    [null, 'null'],
  ])('fails with an override to %j', (timeoutDurationInHours, got) => {
    expect(make({ requestOverrides: { timeoutDurationInHours } })).toThrow(
      `Stack/Classify: 'timeout (timeoutDurationInHours)' must be a whole number from 24 to 168, got ${got}`,
    );
  });
});

describe('what counts as a success', () => {
  test.each([0, 1, 50_000, Token.asNumber({ Ref: 'Errors' })])('may be a number of failed records: %s', (number) => {
    expect(make({ maxErrorRecords: number })).not.toThrow();
  });

  test.each([-1, 0.5, NaN])('fails with a number of failed records of %s', (maxErrorRecords) => {
    expect(make({ maxErrorRecords })).toThrow(
      "Stack/Classify: 'maxErrorRecords' must be a whole number of at least 0, got ",
    );
  });

  test.each([0, 0.05, 1, Token.asNumber({ Ref: 'Share' })])('may be a share of failed records: %s', (share) => {
    expect(make({ maxErrorShare: share })).not.toThrow();
  });

  test.each([-0.1, 1.1, 5])('fails with a share of failed records of %s', (maxErrorShare) => {
    expect(make({ maxErrorShare })).toThrow(
      `Stack/Classify: 'maxErrorShare' must be a number from 0 to 1, got ${maxErrorShare}`,
    );
  });

  test.each([
    ['acceptPartialCompletion', true],
    ['maxErrorRecords', 0],
    ['maxErrorShare', 0.1],
  ])('fails with %s of a job that is not waited for', (member, value) => {
    expect(make({ [member]: value, waitForCompletion: false })).toThrow(
      `Stack/Classify: '${member}' must not be given where 'waitForCompletion' is false: nobody sees how the job ends`,
    );
  });
});

describe('the owner of the output bucket', () => {
  test.each(['111122223333', Aws.ACCOUNT_ID])('may be %s', (outputBucketOwner) => {
    expect(make({ outputBucketOwner })).not.toThrow();
  });

  test('fails with another number of digits', () => {
    expect(make({ outputBucketOwner: '1111' })).toThrow(
      "Stack/Classify: 'outputBucketOwner' must be 12 characters, the digits of an account (it has 4 characters), got '1111'",
    );
  });

  test('fails with something else than digits', () => {
    expect(make({ outputBucketOwner: 'my-account-id' })).toThrow(/'outputBucketOwner' must be/);
    expect(make({ outputBucketOwner: 'x11122223333' })).toThrow(
      "Stack/Classify: 'outputBucketOwner' must be 12 characters, the digits of an account, got 'x11122223333'",
    );
  });
});

describe('the output', () => {
  const allowed =
    "1 to 1024 characters, an S3 URI whose key has no other characters than letters, digits and -!_*'()., between single slashes";

  test.each(['', 'reviews', "a-b/!_*'().x/", Aws.REGION, `${Aws.REGION}/reviews`])('may be under %s', (prefix) => {
    expect(make({ outputPrefix: prefix })).not.toThrow();
    expect(make({ outputPrefix: prefix, outputBucket: undefined })).not.toThrow();
  });

  test.each(['dt=2026', 'a b', 'a+b', 'a:b', 'ä'])('fails under %s, which the service does not take', (prefix) => {
    expect(make({ outputPrefix: prefix })).toThrow(
      `Stack/Classify: 'outputPrefix (outputDataConfig.s3OutputDataConfig.s3Uri)' must be ${allowed}, got 's3://answers/${prefix}/'`,
    );
  });

  test('fails under such a prefix in a bucket whose name is not known yet', () => {
    expect(make({ outputPrefix: 'dt=2026', outputBucket: undefined })).toThrow(
      `Stack/Classify: 'outputPrefix (outputDataConfig.s3OutputDataConfig.s3Uri)' must be ${allowed}, got 's3://bucket/dt=2026/'`,
    );
  });

  test('fails with a URI that is too long', () => {
    expect(make({ outputPrefix: 'x'.repeat(1024) })).toThrow(
      `'outputPrefix (outputDataConfig.s3OutputDataConfig.s3Uri)' must be ${allowed} (it has 1038 characters), got `,
    );
  });

  test.each(['/reviews', 'a//b'])('fails under %s', (outputPrefix) => {
    expect(make({ outputPrefix })).toThrow(
      `Stack/Classify: 'outputPrefix' must be a prefix without a leading '/' and without '//', got '${outputPrefix}'`,
    );
  });
});

describe('overrides', () => {
  test.each([
    ['inputDataConfig', null, 'inputDataConfig', 'null'],
    ['inputDataConfig', { s3InputDataConfig: 'x' }, 'inputDataConfig.s3InputDataConfig', "'x'"],
    ['outputDataConfig', 'x', 'outputDataConfig', "'x'"],
    ['outputDataConfig', { s3OutputDataConfig: null }, 'outputDataConfig.s3OutputDataConfig', 'null'],
  ])('fail where they make something else of an object: %s %j', (member, value, path, got) => {
    expect(make({ requestOverrides: { [member]: value } })).toThrow(
      `Stack/Classify: 'requestOverrides.${path}' must be an object, or left out, got ${got}`,
    );
  });

  test('of the URI of the input are checked as the property is', () => {
    const requestOverrides = { inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://records/dt=2026/' } } };
    expect(make({ requestOverrides })).toThrow(
      "Stack/Classify: 'input (inputDataConfig.s3InputDataConfig.s3Uri)' must be 1 to 1024 characters, an S3 URI whose key",
    );
  });
});

test('a wait of any length may be given, whatever the time-out', () => {
  expect(make({ waitTimeout: Duration.minutes(10) })).not.toThrow();
  expect(make({ waitTimeout: Duration.days(10) })).not.toThrow();
});
