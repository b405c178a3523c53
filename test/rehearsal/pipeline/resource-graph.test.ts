import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { resourceGraph } from '../../../rehearsal/pipeline/resource-graph';
import { writeAssembly } from '../fixture-assembly';
import { ACCOUNT } from '../fixture-batch';

test('has the resources of all stacks, with what they need, under keys of their own', () => {
  const Resources = { Topic: { Type: 'AWS::SNS::Topic' }, Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Topic' } };
  const assembly = writeAssembly({ A: { template: { Resources } }, B: { template: { Resources } } });
  const graph = resourceGraph(readCloudAssembly(assembly, ACCOUNT));
  expect([...graph].map(([key, { dependencies }]) => [key, [...dependencies]])).toEqual([
    ['A/Topic', []],
    ['A/Queue', ['A/Topic']],
    ['B/Topic', []],
    ['B/Queue', ['B/Topic']],
  ]);
  expect(graph.get('B/Queue')).toMatchObject({ logicalId: 'Queue', path: 'Queue', stackName: 'B', stackPath: 'B' });
});
