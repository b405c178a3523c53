import { Duration, Lazy, Size, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { TrainingInstanceType, TransformInput } from '../../../src';
import { bucketNamed, newStack } from '../sample-job';
import { transformJob } from '../sample-transform-job';

const make = (props: Parameters<typeof transformJob>[2]) => () => transformJob(newStack(), 'Score', props);
const NAME = 'letters, digits and hyphens, beginning and ending with a letter or digit';

describe.each([['transformJobName'], ['modelName']])('the name in %s', (member) => {
  test.each(['a', '1', 'a--b', 'x'.repeat(63), Lazy.string({ produce: () => '-' })])('may be %s', (name) => {
    expect(make({ [member]: name })).not.toThrow();
  });

  test.each(['-a', 'a-', 'a b', 'a_b'])('fails with %s', (name) => {
    expect(make({ [member]: name })).toThrow(
      `Stack/Score: '${member}' must be 1 to 63 characters, ${NAME}, got '${name}'`,
    );
  });

  test('fails with 64 characters', () => {
    const name = 'x'.repeat(64);
    expect(make({ [member]: name })).toThrow(
      `Stack/Score: '${member}' must be 1 to 63 characters, ${NAME} (it has 64 characters), got '${name}'`,
    );
  });
});

describe('a number', () => {
  test.each([
    ['instanceCount', { instanceCount: 0 }, 'a whole number from 1 to 100, got 0'],
    ['instanceCount', { instanceCount: 101 }, 'a whole number from 1 to 100, got 101'],
    ['instanceCount', { instanceCount: 1.5 }, 'a whole number from 1 to 100, got 1.5'],
    [
      'invocationsTimeout (in seconds)',
      { invocationsTimeout: Duration.seconds(0) },
      'a whole number from 1 to 3600, got 0',
    ],
    [
      'invocationsTimeout (in seconds)',
      { invocationsTimeout: Duration.minutes(61) },
      'a whole number from 1 to 3600, got 3660',
    ],
    [
      'invocationsTimeout (in seconds)',
      { invocationsTimeout: Duration.millis(1500) },
      'a whole number from 1 to 3600, got 1.5',
    ],
    ['invocationsMaxRetries', { invocationsMaxRetries: 4 }, 'a whole number from 0 to 3, got 4'],
    ['invocationsMaxRetries', { invocationsMaxRetries: -1 }, 'a whole number from 0 to 3, got -1'],
    ['maxConcurrentTransforms', { maxConcurrentTransforms: -1 }, 'a whole number of at least 0, got -1'],
    ['maxPayload (in MB)', { maxPayload: Size.mebibytes(101) }, 'a whole number from 0 to 100, got 101'],
    ['maxPayload (in MB)', { maxPayload: Size.kibibytes(512) }, 'a whole number from 0 to 100, got 0.5'],
  ])('fails for %s', (member, props, rest) => {
    expect(make(props)).toThrow(`Stack/Score: '${member}' must be ${rest}`);
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
      "Stack/Score: 'maxConcurrentTransforms' times 'maxPayload' must be at most 100 MB, got 4 times 26 MB",
    );
  });

  test('may be any number of streams', () => {
    expect(make({ maxConcurrentTransforms: 200, maxPayload: Size.mebibytes(0) })).not.toThrow();
  });
});

describe('a text', () => {
  test.each([
    ['accept', { accept: 'x'.repeat(257) }, '0 to 256 characters (it has 257 characters)'],
    [
      'transformAmiVersion',
      { transformAmiVersion: 'al2--ami' },
      "1 to 63 characters, letters and digits, with single hyphens between them, got 'al2--ami'",
    ],
    ['inputFilter', { inputFilter: `$${'x'.repeat(63)}` }, '0 to 63 characters (it has 64 characters)'],
    ['outputFilter', { outputFilter: `$${'x'.repeat(63)}` }, '0 to 63 characters (it has 64 characters)'],
    [
      'instanceType',
      { instanceType: TrainingInstanceType.of('m5.xlarge') },
      "1 to 64 characters, a type of instance of SageMaker, such as 'ml.m5.xlarge', got 'm5.xlarge'",
    ],
  ])('fails for %s', (member, props, rest) => {
    expect(make(props)).toThrow(`Stack/Score: '${member}' must be ${rest}`);
  });

  test('fails for the content type of the input', () => {
    const stack = newStack();
    const input = TransformInput.fromBucket(bucketNamed(stack, 'records'), '', { contentType: 'x'.repeat(257) });
    expect(() => transformJob(stack, 'Score', { input })).toThrow(
      "Stack/Score: 'input.contentType' must be 0 to 256 characters (it has 257 characters)",
    );
  });
});

describe('the key of the volumes', () => {
  const withKey = (instanceType: TrainingInstanceType) => () => {
    const stack = newStack();
    const volumeEncryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
    transformJob(stack, 'Score', { instanceType, volumeEncryptionKey });
  };

  test.each(['ml.m5.xlarge', 'ml.p3.2xlarge', 'ml.inf2.xlarge'])('may be given for %s', (type) => {
    expect(withKey(TrainingInstanceType.of(type))).not.toThrow();
  });

  test.each(['ml.g4dn.xlarge', 'ml.g5.xlarge', 'ml.trn1.2xlarge'])(
    'fails for %s, which has storage of its own',
    (type) => {
      expect(withKey(TrainingInstanceType.of(type))).toThrow(
        "Stack/Score: 'volumeEncryptionKey' must not be given for an instance with storage of its own, which is encrypted by the instance",
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
    expect(make({ environment: variables(17) })).toThrow(
      "Stack/Score: 'environment' must be a list of 0 to 16, got '17 items'",
    );
  });

  test('fails with a name that is none', () => {
    expect(make({ environment: { '1ST': 'x' } })).toThrow(
      "Stack/Score: 'environment (the name)' must be 1 to 1024 characters, letters, digits and underscores, not beginning with a digit, got '1ST'",
    );
  });

  test('fails with a value that is too long', () => {
    expect(make({ environment: { LONG: 'x'.repeat(10_241) } })).toThrow(
      "Stack/Score: 'environment.LONG' must be 0 to 10240 characters (it has 10241 characters)",
    );
  });
});

test.each([
  ['TransformInput', null],
  ['TransformOutput', 'x'],
  ['TransformResources', undefined],
  ['ModelClientConfig', 'x'],
  ['DataProcessing', 'x'],
])('fails with %s overridden by %j', (member, value) => {
  expect(make({ requestOverrides: { [member]: value } })).toThrow(
    `Stack/Score: 'requestOverrides.${member}' must be an object, or left out, got`,
  );
});

test('a size may be given in any unit', () => {
  expect(make({ maxPayload: Size.kibibytes(6 * 1024) })).not.toThrow();
});
