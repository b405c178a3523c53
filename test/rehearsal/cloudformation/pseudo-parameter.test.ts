import { pseudoParameter } from '../../../rehearsal/cloudformation/pseudo-parameter';

const valueOf = (name: string, region = 'us-east-1') =>
  pseudoParameter(name, { account: '111122223333', region, stackName: 'App', id: 'arn:stack' });

test.each([
  ['AWS::AccountId', '111122223333'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::StackName', 'App'],
  ['AWS::StackId', 'arn:stack'],
  ['AWS::NotificationARNs', []],
  ['AWS::Other', undefined],
])('%s is %j', (name, value) => {
  expect(valueOf(name)).toEqual(value);
});

test.each([
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
])('in %s, the partition is %s and the URL suffix %s', (region, partition, suffix) => {
  expect([valueOf('AWS::Partition', region), valueOf('AWS::URLSuffix', region)]).toEqual([partition, suffix]);
});
