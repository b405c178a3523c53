import { readStatements, statementName } from '../../../rehearsal/iam/policy-statement';
import type { JsonValue } from '../../../rehearsal/json-value';
import { allow, deny, document } from '../fixture-iam';

const ORIGIN = { policy: 'App|Role|Inline', path: 'App/Role', name: 'Inline', subjects: ['111122223333/Role'] };

const read = (statement: JsonValue) => readStatements({ Statement: [statement] }, ORIGIN)[0];

test('one value stands for a list of one', () => {
  expect(read(allow('s3:GetObject', 'arn:aws:s3:::b/*'))).toEqual({
    origin: { ...ORIGIN, number: 1 },
    effect: 'Allow',
    actions: { patterns: ['s3:GetObject'], negated: false },
    resources: { patterns: ['arn:aws:s3:::b/*'], negated: false },
    conditions: [],
    json: allow('s3:GetObject', 'arn:aws:s3:::b/*'),
  });
});

test('all but some may be meant', () => {
  expect(read({ Effect: 'Deny', NotAction: 's3:*', NotResource: ['a', 'b'] })).toMatchObject({
    effect: 'Deny',
    actions: { patterns: ['s3:*'], negated: true },
    resources: { patterns: ['a', 'b'], negated: true },
  });
});

test('a statement of a resource is about principals', () => {
  expect(read({ ...allow('kms:*'), Principal: { AWS: 'a', Service: ['b', 'c'] } }).principals).toEqual({
    names: { AWS: ['a'], Service: ['b', 'c'] },
    negated: false,
  });
  expect(read({ ...allow('kms:*'), Principal: '*' }).principals).toEqual({ names: '*', negated: false });
  expect(read({ ...deny('kms:*'), NotPrincipal: { AWS: 'a' } }).principals).toEqual({
    names: { AWS: ['a'] },
    negated: true,
  });
});

test('statements are counted', () => {
  const [, second] = readStatements(document(allow('a'), allow('b')), ORIGIN);
  expect(statementName(second.origin)).toBe('App/Role (Inline), statement 2');
});

test.each<[JsonValue, string]>([
  ['Allow', 'App/Role (Inline), statement 1 is not a JSON object'],
  [{ Effect: 'allow' }, 'App/Role (Inline), statement 1: Effect must be Allow or Deny, got "allow"'],
  [{ ...allow('a'), Condtion: {} }, 'App/Role (Inline), statement 1: the rehearsal does not know the member Condtion'],
])('fails with %j', (statement, message) => {
  expect(() => read(statement)).toThrow(message);
});
