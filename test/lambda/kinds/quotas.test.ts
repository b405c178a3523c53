import { isNeverMet } from '../../../lambda/kinds/quotas';

const limit = (most: string, used: string, delta: string) =>
  `The account-level service limit 'ml.p3.2xlarge for training job usage' is ${most} Instances, with current utilization of ${used} Instances and a request delta of ${delta} Instances. Please use AWS Service Quotas to request an increase for this quota.`;

test.each([
  limit('0', '0', '1'),
  limit('4', '0', '11'),
  limit('1,000', '0', '1,001'),
  "The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances",
  'The quota is 0.',
  'ml.p4d.24xlarge is not available in this region',
  'The instance type ml.p4d.24xlarge is not supported in the current AWS Region.',
  "This instance type isn't available in region eu-west-1",
])('no waiting meets it: %s', (text) => {
  expect(isNeverMet(text)).toBe(true);
});

test.each([
  limit('4', '4', '1'),
  limit('11', '1', '11'),
  limit('1,000', '999', '2'),
  limit('4', '12', '4'),
  'The account-level service limit is 10',
  'Sum of in-progress and submitted jobs is 20',
  'There is no capacity for this instance type in this region at this time',
])('it may be met when other jobs have ended: %s', (text) => {
  expect(isNeverMet(text)).toBe(false);
});
