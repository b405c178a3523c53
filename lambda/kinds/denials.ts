import { wordsOf } from './service-text';

/**
 * What never passes with time: somebody has denied it on purpose, or it is a policy that does not come with a deployment
 * which does not allow it, or the account as such has no access.
 */
const FINAL = [
  /\bexplicit(ly)? den(y|ied)\b/i,
  /\bbecause no (?!identity-based |resource-based )[a-z -]+ allows\b/i,
  /\byour account is not authorized\b|\bcreate a support case\b/i,
];

/** What passes by itself, in minutes: somebody has just subscribed to the model in AWS Marketplace. */
export const STILL_SUBSCRIBING = /subscription .{0,80}still being processed/i;

/** What IAM says of any action that it does not allow, as in `is not authorized to perform: s3:GetObject`. */
const DENIED = /\bnot authorized to perform:? [a-z0-9-]+:[a-z*]+|\bbecause no [a-z -]+ allows\b/i;

/**
 * What a text of a service says of access that was denied, or `undefined` where it says nothing of that: one that is `final`
 * stays; any other may be for want of a policy that has yet to propagate.
 */
export function denialIn(text: string): 'final' | 'passing' | undefined {
  const words = wordsOf(text);
  if (FINAL.some((pattern) => pattern.test(words))) return 'final';
  return DENIED.test(words) ? 'passing' : undefined;
}
