import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { parametersOf } from '../../../rehearsal/cloud-assembly/stack-parameters';
import { writeAssembly } from '../fixture-assembly';

const topic = { template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } };
const [first, second] = readCloudAssembly(writeAssembly({ A: topic, B: topic }), {
  account: '111122223333',
  region: 'us-east-1',
});

test('a value is for all stacks, or for the one that it names', () => {
  const given = { 'A:Rerun': '2', Rerun: '1', 'B:Size': '3' };
  expect(parametersOf(first, given)).toEqual({ Rerun: '2' });
  expect(parametersOf(second, given)).toEqual({ Rerun: '1', Size: '3' });
});
