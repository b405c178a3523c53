import { logAccesses, newLogAccesses } from '../../../rehearsal/iam/log-accesses';
import { ACCOUNT } from '../fixture-batch';

const GROUP = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/x';
const PLACE = { ...ACCOUNT, group: '/aws/x', stream: 's' };

test('a log is written into a stream of its group', () => {
  expect(logAccesses(PLACE)).toEqual([
    { action: 'logs:CreateLogStream', resource: `${GROUP}:log-stream:s` },
    { action: 'logs:PutLogEvents', resource: `${GROUP}:log-stream:s` },
  ]);
});

test('a group that may not be there is made', () => {
  expect(newLogAccesses(PLACE)).toEqual([
    { action: 'logs:CreateLogGroup', resource: GROUP },
    { action: 'logs:DescribeLogStreams', resource: `${GROUP}:log-stream:` },
    ...logAccesses(PLACE),
  ]);
});
