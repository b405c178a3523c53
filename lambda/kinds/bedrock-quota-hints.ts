import type { Hint } from './hint';
import { quotaNumber } from './quotas';

/**
 * What can be done about a quota of which Bedrock says how large it is, and how much a job asks for.
 *
 * @param inUse What can be done where other jobs have used it up.
 */
export function sizedQuotaHint(inUse: string): Hint {
  return [
    /\b(?:limit|quota)(?: '[^']*'| "[^"]*")? is ([\d,.]+).{0,200}\brequest delta of ([\d,.]+)/i,
    ([, limit, delta]) =>
      quotaNumber(limit) < quotaNumber(delta)
        ? `the job can never get a place: ask for at least ${delta} in Service Quotas, for Amazon Bedrock in this Region`
        : inUse,
  ];
}
