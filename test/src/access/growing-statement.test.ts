import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { GrowingStatement } from '../../../src/access/growing-statement';

const inPolicy = new Stack();
const elsewhere = new Stack();

/** What is allowed where, when ARNs are added to a policy with room for some. */
function grow(arns: string[], room = Infinity) {
  const started: iam.PolicyStatement[] = [];
  const spilled: iam.PolicyStatement[] = [];
  const asked: [string, boolean][] = [];
  const growing = new GrowingStatement({
    statement: (arn) => new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: [arn] }),
    hasRoom: (arn, isFirst) => asked.push([arn, isFirst]) <= room,
    start: (statement) => {
      started.push(statement);
      return inPolicy;
    },
    spill: (statement) => {
      spilled.push(statement);
      return elsewhere;
    },
  });
  const places = arns.map((arn) => growing.add(arn));
  const resourcesOf = (statements: iam.PolicyStatement[]) => statements.map(({ resources }) => resources);
  return { started: resourcesOf(started), spilled: resourcesOf(spilled), asked, places };
}

test('is no statement without a resource', () => {
  expect(grow([])).toEqual({ started: [], spilled: [], asked: [], places: [] });
});

test('is one statement, in the order in which resources come', () => {
  expect(grow(['arn:b', 'arn:a'])).toMatchObject({ started: [['arn:b', 'arn:a']], places: [inPolicy, inPolicy] });
});

test('has each resource once, and knows where it is allowed', () => {
  const { started, spilled, places } = grow(['arn:a', 'arn:b', 'arn:a', 'arn:b'], 1);
  expect(started).toEqual([['arn:a']]);
  expect(spilled).toEqual([['arn:b']]);
  expect(places.map((place) => place === inPolicy)).toEqual([true, false, true, false]);
});

test('asks for room for a whole statement once, and for a resource then', () => {
  const { asked } = grow(['arn:a', 'arn:b', 'arn:c']);
  expect(asked).toEqual([
    ['arn:a', true],
    ['arn:b', false],
    ['arn:c', false],
  ]);
});

test('is elsewhere as a whole where there was never room', () => {
  expect(grow(['arn:a', 'arn:b'], 0)).toMatchObject({ started: [], spilled: [['arn:a'], ['arn:b']] });
});
