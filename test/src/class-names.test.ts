import * as cdk from 'aws-cdk-lib';
import * as library from '../../src';

test('no class is called as one of aws-cdk-lib, which C# and Java import by their namespaces beside it', () => {
  expect(Object.keys(library).filter((name) => name in cdk)).toEqual([]);
});
