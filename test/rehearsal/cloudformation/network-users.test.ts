import { checkUnused } from '../../../rehearsal/cloudformation/network-users';
import type { ResourceRequest } from '../../../rehearsal/cloudformation/resource-provider';
import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';

const request = { VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } };
const RUNNING: EmulatedJob = {
  name: 'train',
  arn: 'arn',
  status: 'InProgress',
  finished: false,
  request,
  createdAt: 0,
  usage: { instances: [] },
};

function check(type: string, id: string, job: EmulatedJob): void {
  checkUnused(id, { type } as ResourceRequest, [job]);
}

test.each([
  ['AWS::EC2::SecurityGroup', 'sg-1', "The security group 'sg-1' has dependencies and cannot be deleted: train has"],
  ['AWS::EC2::Subnet', 'subnet-1', "The subnet 'subnet-1' has dependencies and cannot be deleted: train has"],
])('fails to delete the %s of a running job', (type, id, message) => {
  expect(() => check(type, id, RUNNING)).toThrow(message);
});

test('what a finished job has used can go, and so can what a job does not use', () => {
  expect(() => check('AWS::EC2::SecurityGroup', 'sg-1', { ...RUNNING, finished: true })).not.toThrow();
  expect(() => check('AWS::EC2::SecurityGroup', 'sg-2', RUNNING)).not.toThrow();
  expect(() => check('AWS::EC2::VPC', 'sg-1', RUNNING)).not.toThrow();
});
