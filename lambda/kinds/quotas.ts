/** As in "The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances, with current utilization of …". */
const LIMIT = /\b(?:limit|quota)(?: '[^']*'| "[^"]*")? is ([\d,.]+)/i;
const REQUESTED = /\brequest delta of ([\d,.]+)/i;

/** As in "isn't available in this region": no quota gives what a Region does not have. */
export const UNAVAILABLE =
  /(?:\bnot|n['’]t) (?:currently )?(?:available|supported|offered) in (?:[a-z0-9-]+ ){0,3}region\b/i;

/** As in "The quota 'Batch inference jobs' is 0": the account may have none at all. */
export const ZERO_QUOTA = /\b(?:limit|quota)(?: '[^']*'| "[^"]*")? is 0(?![.,]?\d)/i;

/**
 * Whether a quota error is one that no waiting ends: the account may have fewer at any time than the job asks for, or there
 * is nothing of the kind in the Region.
 */
export function isNeverMet(text: string): boolean {
  if (UNAVAILABLE.test(text)) return true;
  const limit = numberIn(text, LIMIT);
  return limit !== undefined && limit < (numberIn(text, REQUESTED) ?? 1);
}

/** A number as a quota error has it, as in "1,000" and "4.0". */
export function quotaNumber(digits: string): number {
  return Number.parseFloat(digits.replaceAll(',', ''));
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : quotaNumber(digits);
}
