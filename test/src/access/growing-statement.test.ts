import * as iam from 'aws-cdk-lib/aws-iam';
import { GrowingStatement } from '../../../src/access/growing-statement';

/** The resources of each statement that is started while ARNs are added. */
function grow(arns: string[]): string[][] {
  const statements: iam.PolicyStatement[] = [];
  const growing = new GrowingStatement((resource) => {
    const statement = new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: [resource] });
    statements.push(statement);
    return statement;
  });
  arns.forEach((arn) => growing.add(arn));
  return statements.map(({ resources }) => resources);
}

const arns = (count: number) => Array.from({ length: count }, (_, index) => `arn:${index}`);

test('is no statement without a resource', () => {
  expect(grow([])).toEqual([]);
});

test('is one statement for a few resources, in the order in which they come', () => {
  expect(grow(['arn:b', 'arn:a'])).toEqual([['arn:b', 'arn:a']]);
});

test('has each resource once', () => {
  expect(grow(['arn:a', 'arn:b', 'arn:a', 'arn:b'])).toEqual([['arn:a', 'arn:b']]);
});

test('has up to 25 resources in a statement, and the rest in others', () => {
  expect(grow(arns(25)).map((resources) => resources.length)).toEqual([25]);
  expect(grow(arns(60)).map((resources) => resources.length)).toEqual([25, 25, 10]);
  expect(grow(arns(60)).flat()).toEqual(arns(60));
});

test('knows a resource of an earlier statement', () => {
  expect(grow([...arns(30), 'arn:0']).map((resources) => resources.length)).toEqual([25, 5]);
});
