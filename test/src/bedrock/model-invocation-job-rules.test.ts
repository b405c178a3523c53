import { Aws, Duration, Lazy, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { NOVA, batchJob, batchRequestOf } from '../sample-batch-job';
import { newStack } from '../sample-job';

type Props = NonNullable<Parameters<typeof batchJob>[2]>;

const make = (props: object) => () => batchJob(newStack(), 'Classify', props as Props);

function warningsOf(props: object): unknown[] {
  const stack = newStack();
  batchJob(stack, 'Classify', props as Props);
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data);
}

const ofInput = 'the input of the job, for example BatchInferenceInput.fromAsset()';
const ofModel = 'a model, for example BatchInferenceModel.foundationModel()';
test.each([
  ['input', undefined, ofInput, 'undefined'],
  ['input', 'records.jsonl', ofInput, "'records.jsonl'"],
  ['model', undefined, ofModel, 'undefined'],
  ['model', NOVA, ofModel, `'${NOVA}'`],
  ['model', new FoundationModelIdentifier(NOVA), ofModel, `{"modelId":"${NOVA}"}`],
  ['timeout', 24, 'a duration, for example Duration.hours()', '24'],
])('fails where the compiler does not: %s %j', (member, value, allowed, got) => {
  expect(make({ [member]: value })).toThrow(`Stack/Classify: '${member}' must be ${allowed}, got ${got}`);
});

test('fails with a type of invocation that the API does not have', () => {
  expect(make({ modelInvocationType: 'converse' })).toThrow(
    "Stack/Classify: 'modelInvocationType' must be one of InvokeModel, Converse, got 'converse': did you mean 'Converse'?",
  );
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
      `Stack/Classify: 'modelInvocationJobName' (jobName) must be 1 to 63 characters: ${rule} (it has ${name.length}), got '${name}'`,
    );
  });

  test.each(['-a', '.a', '+a', 'a b', 'a_b', 'ä'])('fails with %s', (name) => {
    expect(make({ modelInvocationJobName: name })).toThrow(
      `Stack/Classify: 'modelInvocationJobName' (jobName) must be 1 to 63 characters: ${rule}, got '${name}'`,
    );
  });

  // a pattern that tries all ways to divide the hyphens would not come to an end
  test('fails at once, however many hyphens it has', () => {
    expect(make({ modelInvocationJobName: `a${'-'.repeat(61)}_` })).toThrow(
      "'modelInvocationJobName' (jobName) must be",
    );
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
      `Stack/Classify: 'timeout' (timeoutDurationInHours) must be a whole number from 24 to 168, got ${got}`,
    );
  });

  test('fails with an override to what is no number', () => {
    expect(make({ requestOverrides: { timeoutDurationInHours: 'two days' } })).toThrow(
      "Stack/Classify: 'requestOverrides.timeoutDurationInHours' must be a whole number from 24 to 168, got 'two days'",
    );
  });

  test.each([[12], ['12']])('has a warning with an override to %j, which the service may take by now', (hours) => {
    expect(warningsOf({ requestOverrides: { timeoutDurationInHours: hours } })).toEqual([
      expect.stringMatching(
        /^'requestOverrides\.timeoutDurationInHours' must be a whole number from 24 to 168, got '?12'?\. .* \[ack: cdk-ml-jobs:newerValue:timeoutDurationInHours\]$/,
      ),
    ]);
  });

  test.each(['48', null])('may be overridden with %j', (timeoutDurationInHours) => {
    expect(make({ requestOverrides: { timeoutDurationInHours } })).not.toThrow();
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

  test.each(['1111', 'my-account-id', 'x11122223333'])('fails with %s', (outputBucketOwner) => {
    expect(make({ outputBucketOwner })).toThrow(
      `Stack/Classify: 'outputBucketOwner' (outputDataConfig.s3OutputDataConfig.s3BucketOwner) must be the 12 digits of an account, got '${outputBucketOwner}'`,
    );
  });
});

describe('the output', () => {
  const member = "'outputPrefix' (outputDataConfig.s3OutputDataConfig.s3Uri)";
  const allowed =
    "1 to 1024 characters: an S3 URI, which begins with 's3://', whose bucket has lower-case letters, digits, dots and hyphens only, and whose key has letters, digits and -!_*'(). only, between single slashes";

  test.each(['', 'reviews', "a-b/!_*'().x/", Aws.REGION, `${Aws.REGION}/reviews`])('may be under %s', (prefix) => {
    expect(make({ outputPrefix: prefix })).not.toThrow();
    expect(make({ outputPrefix: prefix, outputBucket: undefined })).not.toThrow();
  });

  test.each(['dt=2026', 'a b', 'a+b', 'a:b', 'ä'])('fails under %s, which the service does not take', (prefix) => {
    expect(make({ outputPrefix: prefix })).toThrow(
      `Stack/Classify: ${member} must be ${allowed}, got 's3://answers/${prefix}/'`,
    );
  });

  test('fails under such a prefix in a bucket whose name is not known yet', () => {
    expect(make({ outputPrefix: 'dt=2026', outputBucket: undefined })).toThrow(
      `Stack/Classify: ${member} must be ${allowed}, got 's3://\${Token[`,
    );
  });

  test('fails with a URI that is too long', () => {
    expect(make({ outputPrefix: 'x'.repeat(1024) })).toThrow(`${member} must be ${allowed} (it has 1038), got `);
  });

  test.each([
    ['/reviews', 's3://answers/reviews/'],
    ['//', 's3://answers/'],
  ])('leave a leading slash out of %s', (outputPrefix, s3Uri) => {
    expect(batchRequestOf({ outputPrefix }).outputDataConfig).toMatchObject({ s3OutputDataConfig: { s3Uri } });
  });
});

describe('overrides', () => {
  test.each([
    ['inputDataConfig', { s3InputDataConfig: 'x' }, "inputDataConfig.s3InputDataConfig' must be an object, got 'x'"],
    ['outputDataConfig', 'x', "outputDataConfig' must be an object, got 'x'"],
    [
      'outputDataConfig',
      { s3OutputDataConfig: null },
      `outputDataConfig' must be an object with exactly one of s3OutputDataConfig, got {"s3OutputDataConfig":null}`,
    ],
  ])('fail where they make something else of an object: %s %j', (member, value, message) => {
    expect(make({ requestOverrides: { [member]: value } })).toThrow(`Stack/Classify: 'requestOverrides.${message}`);
  });

  test('have a warning where they take a required member out', () => {
    expect(warningsOf({ requestOverrides: { inputDataConfig: null } })).toEqual([
      expect.stringMatching(/^'requestOverrides\.inputDataConfig' must be given, got null\. /),
    ]);
  });

  test('fail with a misspelt member, and say which is meant', () => {
    const requestOverrides = { inputDataConfig: { s3InputDataConfig: { s3URI: 's3://records/' } } };
    expect(make({ requestOverrides })).toThrow(
      "Stack/Classify: 'requestOverrides.inputDataConfig.s3InputDataConfig.s3URI' must be left out: the API has no member inputDataConfig.s3InputDataConfig.s3URI in botocore 1.44.5: did you mean 's3Uri'?",
    );
  });

  test('fail with an empty part in the key of a bucket whose name is not known yet', () => {
    const requestOverrides = { outputDataConfig: { s3OutputDataConfig: { s3Uri: `s3://${Aws.REGION}/a//b` } } };
    expect(make({ requestOverrides })).toThrow(
      "Stack/Classify: 'requestOverrides.outputDataConfig.s3OutputDataConfig.s3Uri' must be an S3 URI whose key has single slashes only, got 's3://${Token[",
    );
  });

  test('of the URI of the input are checked as the property is', () => {
    const requestOverrides = { inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://records/dt=2026/' } } };
    expect(warningsOf({ requestOverrides })).toEqual([
      expect.stringMatching(
        /^'requestOverrides\.inputDataConfig\.s3InputDataConfig\.s3Uri' must be 1 to 1024 characters: an S3 URI/,
      ),
    ]);
  });
});

test('a wait of any length may be given, whatever the time-out', () => {
  expect(make({ waitTimeout: Duration.minutes(10) })).not.toThrow();
  expect(make({ waitTimeout: Duration.days(10) })).not.toThrow();
});
