import type { Hint } from './hint';
import { quotaNumber, UNAVAILABLE, ZERO_QUOTA } from './quotas';

/**
 * What can be done about the quotas of SageMaker. The service names the quota, which has the same name in Service Quotas.
 * A request that goes beyond the quota by itself never gets a place; any other does when other jobs have ended.
 */
export const QUOTA_HINTS: readonly Hint[] = [
  [
    UNAVAILABLE,
    'the Region does not have what the job asks for, and no quota gives it; choose another instance type or target, or another Region',
  ],
  [
    /service limit '([^']+)' is ([\d,.]+) .{0,80}, with current utilization of [\d,.]+ .{0,80} and a request delta of ([\d,.]+)/i,
    ([, quota, limit, delta]) =>
      quotaNumber(limit) < quotaNumber(delta)
        ? `the job can never get a place: ask for at least ${delta} of '${quota}' in Service Quotas, for SageMaker in this Region, or choose another instance type or fewer instances`
        : `other jobs have used up '${quota}' for as long as this one has waited; let them end, run fewer at a time, or ask for more in Service Quotas`,
  ],
  [
    ZERO_QUOTA,
    'the account may run none of these: ask for a higher quota in Service Quotas, for SageMaker in this Region, or choose another instance type',
  ],
  [
    /resourcelimitexceeded|service limit/i,
    'the account may not run so much at a time; let other jobs end, or ask for a higher quota in Service Quotas, for SageMaker in this Region',
  ],
];
