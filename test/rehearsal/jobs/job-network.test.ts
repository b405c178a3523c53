import { networkOf } from '../../../rehearsal/jobs/job-network';

test('finds the subnets and security groups of a job, whatever its service calls them', () => {
  expect(networkOf({ VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1', 'sg-2'] } })).toEqual([
    'subnet-1',
    'sg-1',
    'sg-2',
  ]);
  expect(networkOf({ vpcConfig: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] } })).toEqual([
    'subnet-1',
    'sg-1',
  ]);
  expect(networkOf({ RoleArn: 'arn' })).toEqual([]);
});
