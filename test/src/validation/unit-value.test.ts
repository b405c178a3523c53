import { Duration, Size, Token } from 'aws-cdk-lib';
import { durationIn, sizeIn } from '../../../src/validation/unit-value';
import { newStack } from '../sample-job';

const stack = newStack();
const token = Token.asNumber({ Ref: 'Time' });

test('a duration is told in the unit, with its fraction', () => {
  expect(durationIn('Seconds', stack, 'maxRuntime', Duration.minutes(2))).toBe(120);
  expect(durationIn('Hours', stack, 'timeout', Duration.minutes(90))).toBe(1.5);
  expect(durationIn('Milliseconds', stack, 'interval', Duration.seconds(2))).toBe(2000);
});

test('a size is told in the unit, with its fraction', () => {
  expect(sizeIn('Gibibytes', stack, 'volumeSize', Size.gibibytes(30))).toBe(30);
  expect(sizeIn('Mebibytes', stack, 'maxPayload', Size.kibibytes(512))).toBe(0.5);
});

test('a token in the unit is left to the deployment', () => {
  expect(durationIn('Seconds', stack, 'maxRuntime', Duration.seconds(token))).toBe(token);
  expect(sizeIn('Gibibytes', stack, 'volumeSize', Size.gibibytes(token))).toBe(token);
});

test('fails with a token in another unit', () => {
  expect(() => durationIn('Seconds', stack, 'maxRuntime', Duration.minutes(token))).toThrow(
    "Stack: 'maxRuntime' must be a duration from Duration.seconds() where it is a token, got 'a token in another unit'",
  );
  expect(() => sizeIn('Gibibytes', stack, 'volumeSize', Size.mebibytes(token))).toThrow(
    "Stack: 'volumeSize' must be a size from Size.gibibytes() where it is a token, got 'a token in another unit'",
  );
});
