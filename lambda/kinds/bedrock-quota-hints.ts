import type { Hint } from './hint';
import { quotaNumber, UNAVAILABLE, ZERO_QUOTA } from './quotas';

/** What can be done about the quotas of a kind of job of Bedrock. */
export interface QuotaAdvice {
  /** Where the account may have none at all. */
  readonly none: string;
  /** Where other jobs have used it up. */
  readonly inUse: string;
  /** What else says that they have. */
  readonly inUseWords: RegExp;
}

/**
 * What can be done about a quota of Bedrock. A request that goes beyond the quota by itself never gets a place; any other does when
 * other jobs have ended.
 */
export function bedrockQuotaHints({ none, inUse, inUseWords }: QuotaAdvice): readonly Hint[] {
  return [
    [
      UNAVAILABLE,
      'the Region does not have what the job asks for, and no quota gives it; choose another model, or another Region',
    ],
    [ZERO_QUOTA, `${none}: ask for a higher quota in Service Quotas, for Amazon Bedrock in this Region`],
    [
      /\b(?:limit|quota)(?: '[^']*'| "[^"]*")? is ([\d,.]+).{0,200}\brequest delta of ([\d,.]+)/i,
      ([, limit, delta]) =>
        quotaNumber(limit) < quotaNumber(delta)
          ? `the job can never get a place: ask for at least ${delta} in Service Quotas, for Amazon Bedrock in this Region`
          : inUse,
    ],
    [inUseWords, inUse],
  ];
}
