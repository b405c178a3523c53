import { Aws, CfnParameter, Duration, Fn, Lazy, Size, type Stack, Token } from 'aws-cdk-lib';
import type { Draws } from './draws';

type Make = (stack: Stack, draws: Draws) => unknown;

const TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  'true',
  'text',
  'UPPER_CASE',
  'ml.m5.xlarge',
  's3://bucket/key',
  'https://bucket.example.com/key',
  'two\nlines',
  '\u0000',
  'ßäöü €',
  '𝄞𝄢',
  '\ud800',
  '${Token[TOKEN.999999]}',
  '${AWS::Region}',
  '__proto__',
  'a'.repeat(64),
  'a'.repeat(300),
  'x'.repeat(20_000),
  'arn:aws:iam::111122223333:role/service-role/role',
];

const NUMBERS = [0, -0, 1, -1, 0.5, 1e-9, 3601, 1e21, 2 ** 53, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE];

/** What a property should never be given, and sometimes is: in JavaScript, by mistake, or by a token. */
const VALUES: readonly Make[] = [
  () => null,
  () => undefined,
  (_, draws) => draws.pick(TEXTS),
  (_, draws) => draws.pick(TEXTS),
  (_, draws) => draws.pick(NUMBERS),
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => [undefined],
  () => [null, 'a'],
  (stack, draws) => [oddValue(stack, draws)],
  (stack, draws) => ({ [draws.pick(TEXTS)]: oddValue(stack, draws) }),
  (stack, draws) => Array.from({ length: 30 }, () => draws.pick(TEXTS)).concat(String(stack.node.id)),
  () => Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`key${index}`, 'value'])),
  () => () => 'function',
  () => Symbol('symbol'),
  () => 12345678901234567890n,
  () => new Date(0),
  () => new Map([['key', 'value']]),
  () => /pattern/,
  () => cyclic(),
  () => Object.create(null) as object,
  () => Duration.seconds(90),
  () => Size.mebibytes(3),
  (stack) => stack,
  () => ({ Ref: 'AWS::Region' }),
  () => ({ 'Fn::GetAtt': ['Nothing', 'Arn'] }),
  () => Aws.REGION,
  () => `${Aws.STACK_NAME}-suffix`,
  () => `s3://${Aws.ACCOUNT_ID}/a b`,
  () => Fn.join('-', ['a', Aws.REGION]),
  () => Fn.split(',', Aws.REGION),
  (stack, draws) => parameter(stack, draws, 'String').valueAsString,
  (stack, draws) => parameter(stack, draws, 'Number').valueAsNumber,
  (stack, draws) => parameter(stack, draws, 'CommaDelimitedList').valueAsList,
  (stack, draws) => parameter(stack, draws, 'String').value,
  (_, draws) => lazyText(draws.pick(TEXTS)),
  (_, draws) => lazyNumber(draws.pick(NUMBERS.filter(Number.isFinite))),
  () => Lazy.list({ produce: () => ['a', 'b'] }),
  () => Lazy.any({ produce: () => ({ key: 'value' }) }),
  () => Lazy.any({ produce: () => undefined }),
  () => Token.asString({ key: 'value' }),
  () => Token.asNumber('text'),
  () => `before-${lazyText('after')}`,
];

/** What only the synthesis or the deployment knows, right and wrong. */
const OPEN_VALUES: readonly Make[] = [
  () => ({ Ref: 'AWS::Region' }),
  () => ({ 'Fn::Join': ['', ['s3://', { Ref: 'AWS::Region' }, '/a']] }),
  () => ({ 'Fn::Join': 5 }),
  () => ({ 'Fn::Join': ['-', 'a'] }),
  () => ({ 'Fn::If': ['Condition', 1, { Ref: 'AWS::NoValue' }] }),
  () => `1${Aws.REGION}`,
  () => Fn.conditionIf('Condition', 'a', Aws.NO_VALUE),
  (stack, draws) => parameter(stack, draws, 'Number').valueAsNumber,
  (_, draws) => lazyNumber(draws.pick(NUMBERS.filter(Number.isFinite))),
  (_, draws) => lazyText(draws.pick(TEXTS)),
];

/** A value that is open until the synthesis or the deployment. */
export function openValue(stack: Stack, draws: Draws): unknown {
  return draws.pick(OPEN_VALUES)(stack, draws);
}

/** A value that no property is made for, or that some are. */
export function oddValue(stack: Stack, draws: Draws): unknown {
  return draws.pick(VALUES)(stack, draws);
}

function lazyText(text: string): string {
  return Lazy.string({ produce: () => text });
}

function lazyNumber(number: number): number {
  return Lazy.number({ produce: () => number });
}

function parameter(stack: Stack, draws: Draws, type: string): CfnParameter {
  return new CfnParameter(stack, `Parameter${stack.node.children.length}x${draws.below(1e9)}`, { type });
}

function cyclic(): object {
  const object: { self?: object } = {};
  object.self = object;
  return object;
}
