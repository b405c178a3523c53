import { readConstructPaths } from '../../../rehearsal/cloud-assembly/construct-paths';

test('a logical id belongs to the construct under whose path the metadata has it', () => {
  const paths = readConstructPaths({
    '/App/Compile/Resource/Default': [{ type: 'aws:cdk:logicalId', data: 'Compile1' }],
    '/App/Compile': [{ type: 'aws:cdk:analytics:construct', data: '*' }],
  });
  expect([...paths]).toEqual([['Compile1', 'App/Compile/Resource/Default']]);
});

test('an assembly may have no metadata', () => {
  expect(readConstructPaths(undefined).size).toBe(0);
});
