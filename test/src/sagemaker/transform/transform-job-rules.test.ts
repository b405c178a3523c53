import { Duration, Lazy, Size, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { MlInstanceType, TransformInput } from '../../../../src';
import { bucketNamed, newStack } from '../../sample-job';
import { transformJob } from '../../sample-transform-job';

const make = (props: Parameters<typeof transformJob>[2]) => () => transformJob(newStack(), 'Score', props);
const NAME = 'letters, digits and hyphens, beginning and ending with a letter or digit';

describe.each([['transformJobName'], ['modelName']])('the name in %s', (member) => {
  test.each(['a', '1', 'a--b', 'x'.repeat(63), Lazy.string({ produce: () => '-' })])('may be %s', (name) => {
    expect(make({ [member]: name })).not.toThrow();
  });

  test.each(['-a', 'a-', 'a b', 'a_b'])('fails with %s', (name) => {
    expect(make({ [member]: name })).toThrow(
      `Stack/Score: '${member}' must be 1 to 63 characters: ${NAME}, got '${name}'`,
    );
  });

  test('fails with 64 characters', () => {
    const name = 'x'.repeat(64);
    expect(make({ [member]: name })).toThrow(
      `Stack/Score: '${member}' must be 1 to 63 characters: ${NAME} (it has 64), got '${name}'`,
    );
  });
});

describe('a number', () => {
  const INSTANCES = "'instanceCount' (TransformResources.InstanceCount)";
  const TIMEOUT = "'invocationsTimeout' (ModelClientConfig.InvocationsTimeoutInSeconds)";
  const RETRIES = "'invocationsMaxRetries' (ModelClientConfig.InvocationsMaxRetries)";
  const PAYLOAD = "'maxPayload' (MaxPayloadInMB)";

  test.each([
    [INSTANCES, { instanceCount: 0 }, 'a whole number of at least 1, got 0'],
    [INSTANCES, { instanceCount: 101 }, 'a whole number from 1 to 100, got 101'],
    [INSTANCES, { instanceCount: 1.5 }, 'a whole number of at least 1, got 1.5'],
    [TIMEOUT, { invocationsTimeout: Duration.seconds(0) }, 'a whole number from 1 to 3600, got 0'],
    [TIMEOUT, { invocationsTimeout: Duration.minutes(61) }, 'a whole number from 1 to 3600, got 3660'],
    [TIMEOUT, { invocationsTimeout: Duration.millis(1500) }, 'a whole number from 1 to 3600, got 1.5'],
    [RETRIES, { invocationsMaxRetries: 4 }, 'a whole number from 0 to 3, got 4'],
    [RETRIES, { invocationsMaxRetries: -1 }, 'a whole number from 0 to 3, got -1'],
    ["'maxConcurrentTransforms'", { maxConcurrentTransforms: -1 }, 'a whole number of at least 0, got -1'],
    [PAYLOAD, { maxPayload: Size.mebibytes(101) }, 'a whole number from 0 to 100 (MB), got 101'],
    [PAYLOAD, { maxPayload: Size.kibibytes(512) }, 'a whole number of at least 0, got 0.5'],
  ])('fails for %s', (member, props, rest) => {
    expect(make(props)).toThrow(`Stack/Score: ${member} must be ${rest}`);
  });

  test.each([
    { instanceCount: 100 },
    { invocationsTimeout: Duration.hours(1), invocationsMaxRetries: 3 },
    { maxConcurrentTransforms: 0, maxPayload: Size.mebibytes(100) },
    { instanceCount: Token.asNumber({ Ref: 'Count' }) },
    { maxConcurrentTransforms: Token.asNumber({ Ref: 'Count' }), maxPayload: Size.mebibytes(100) },
  ])('may be %j', (props) => {
    expect(make(props)).not.toThrow();
  });
});

describe('all requests that an instance gets at the same time', () => {
  test('may have 100 MB together', () => {
    expect(make({ maxConcurrentTransforms: 4, maxPayload: Size.mebibytes(25) })).not.toThrow();
  });

  test('fail with more', () => {
    expect(make({ maxConcurrentTransforms: 4, maxPayload: Size.mebibytes(26) })).toThrow(
      "Stack/Score: 'maxConcurrentTransforms' must be at most 100 MB when multiplied with 'maxPayload' (MaxPayloadInMB), got 4 times 26 MB",
    );
  });

  test('may be any number of streams', () => {
    expect(make({ maxConcurrentTransforms: 200, maxPayload: Size.mebibytes(0) })).not.toThrow();
  });
});

describe('a string', () => {
  const records = bucketNamed(newStack(), 'records');
  const input = TransformInput.fromBucket(records, '', { contentType: 'application/json' });

  test.each([
    [
      "'accept' (TransformOutput.Accept)",
      { accept: 'x'.repeat(257) },
      `0 to 256 characters without line breaks (it has 257), got '${'x'.repeat(200)}…'`,
    ],
    [
      "'transformAmiVersion' (TransformResources.TransformAmiVersion)",
      { transformAmiVersion: 'al2--ami' },
      "1 to 63 characters: letters and digits, with single hyphens between them, got 'al2--ami'",
    ],
    [
      "'inputFilter' (DataProcessing.InputFilter)",
      { input, inputFilter: `$${'x'.repeat(63)}` },
      `0 to 63 characters (it has 64), got '$${'x'.repeat(63)}'`,
    ],
    [
      "'outputFilter' (DataProcessing.OutputFilter)",
      { input, outputFilter: `$${'x'.repeat(63)}` },
      `0 to 63 characters (it has 64), got '$${'x'.repeat(63)}'`,
    ],
    [
      "'instanceType' (TransformResources.InstanceType)",
      { instanceType: MlInstanceType.of('m5.xlarge') },
      "one of 116 values, got 'm5.xlarge': did you mean 'ml.m5.xlarge'?",
    ],
  ])('fails for %s', (member, props, rest) => {
    expect(make(props)).toThrow(`Stack/Score: ${member} must be ${rest}`);
  });

  test('fails for the content type of the input', () => {
    const contentType = 'x'.repeat(257);
    expect(make({ input: TransformInput.fromBucket(records, '', { contentType }) })).toThrow(
      "Stack/Score: 'input.contentType' (TransformInput.ContentType) must be 0 to 256 characters without line breaks (it has 257), got 'x",
    );
  });
});

describe('the key of the volumes', () => {
  const withKey = (instanceType: MlInstanceType) => () => {
    const stack = newStack();
    const volumeEncryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
    transformJob(stack, 'Score', { instanceType, volumeEncryptionKey });
  };

  test.each(['ml.m5.xlarge', 'ml.p3.2xlarge', 'ml.inf2.xlarge'])('may be given for %s', (type) => {
    expect(withKey(MlInstanceType.of(type))).not.toThrow();
  });

  test.each(['ml.g4dn.xlarge', 'ml.g5.xlarge', 'ml.trn1.2xlarge'])(
    'fails for %s, which has storage of its own',
    (type) => {
      expect(withKey(MlInstanceType.of(type))).toThrow(
        `Stack/Score: 'volumeEncryptionKey' (TransformResources.VolumeKmsKeyId) must not be given for ${type}, which has storage of its own that it encrypts by itself`,
      );
    },
  );
});

describe('the environment', () => {
  const variables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`V${i}`, 'x']));

  test('may have 16 variables', () => {
    expect(make({ environment: variables(16) })).not.toThrow();
  });

  test('fails with 17', () => {
    expect(make({ environment: variables(17) })).toThrow("Stack/Score: 'environment' must be 0 to 16 entries, got 17");
  });

  test('fails with a name that is none', () => {
    expect(make({ environment: { '1ST': 'x' } })).toThrow(
      "Stack/Score: 'environment.1ST' must be a name of 1 to 1024 characters: letters, digits and underscores, not beginning with a digit, got '1ST'",
    );
  });

  test('fails with a value that is too long', () => {
    expect(make({ environment: { LONG: 'x'.repeat(10_241) } })).toThrow(
      "Stack/Score: 'environment.LONG' must be 0 to 10240 characters (it has 10241), got 'x",
    );
  });
});

test.each([
  ['TransformOutput', 'x', "'requestOverrides.TransformOutput' must be an object, got 'x'"],
  ['TransformResources', undefined, "'TransformResources' must be given, got undefined"],
  ['ModelClientConfig', 'x', "'requestOverrides.ModelClientConfig' must be an object, got 'x'"],
  ['DataProcessing', ['x'], `'requestOverrides.DataProcessing' must be an object, got ["x"]`],
])('fails with %s overridden by %j', (member, value, message) => {
  expect(make({ requestOverrides: { [member]: value } })).toThrow(`Stack/Score: ${message}`);
});

test('an override that takes a required member out has a warning: the service may not require it by now', () => {
  const stack = newStack();
  transformJob(stack, 'Score', { requestOverrides: { TransformInput: null } });
  const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('newerValue'));
  expect(entry.data).toMatch(/^'requestOverrides\.TransformInput' must be given, got null\. /);
});

test('a size may be given in any unit', () => {
  expect(make({ maxPayload: Size.kibibytes(6 * 1024) })).not.toThrow();
});
