import { hintIn } from '../../../lambda/kinds/hint';
import { QUOTA_HINTS } from '../../../lambda/kinds/quota-hints';

const limit = (quota: string, places: number, used: number, delta: number) =>
  `ResourceLimitExceeded: The account-level service limit '${quota}' is ${places} Instances, with current utilization of ${used} Instances and a request delta of ${delta} Instances. Please use AWS Service Quotas to request an increase for this quota.`;

test.each([
  [
    limit('ml.p3.2xlarge for training job usage', 0, 0, 1),
    "the job can never get a place: ask for at least 1 of 'ml.p3.2xlarge for training job usage' in Service Quotas, for SageMaker in this Region, or choose another instance type or fewer instances",
  ],
  [
    limit('ml.g5.xlarge for transform job usage', 4, 0, 11),
    "ask for at least 11 of 'ml.g5.xlarge for transform job usage'",
  ],
  [
    limit('ml.g5.2xlarge for spot training job usage', 1, 1, 1),
    "other jobs have used up 'ml.g5.2xlarge for spot training job usage' for as long as this one has waited",
  ],
  [limit('ml.m5.large for training job usage', 10, 8, 10), 'other jobs have used up'],
  [
    'ResourceLimitExceeded: The requested instance type ml.p5.48xlarge is not available in this region',
    'choose another instance type or target, or another Region',
  ],
  ['ValidationException: Compilation is not supported in this region for target device ml_inf2', 'another Region'],
  [
    "ResourceLimitExceeded: The account-level service limit 'Total instances' is 1,000 Instances, with current utilization of 0 Instances and a request delta of 2,000 Instances.",
    "ask for at least 2,000 of 'Total instances'",
  ],
  ['ResourceLimitExceeded: too many compilation jobs', 'let other jobs end'],
  ['ResourceLimitExceeded: ml.p5.48xlarge is not currently available in this region', 'no quota gives it'],
  ["ResourceLimitExceeded: ml.p5.48xlarge isn't available in the eu-west-1 region", 'no quota gives it'],
  [
    "ResourceLimitExceeded: service limit 'ml.p5.48xlarge for training job usage' is 0 Instances",
    'may run none of these',
  ],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(QUOTA_HINTS, text)).toContain(hint);
});

test.each(['ThrottlingException: Rate exceeded', 'the limit of the loss function is 0', 'no reason given'])(
  'there is none for "%s"',
  (text) => {
    expect(hintIn(QUOTA_HINTS, text)).toBeUndefined();
  },
);
