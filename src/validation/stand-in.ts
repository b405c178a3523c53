/**
 * What the lookups of the CDK give in the first synthesis of an app, in the place of values that the CLI has yet to ask
 * for: the value of a parameter, the ids of a network, a zone, a key, a role. The next synthesis has the values themselves.
 * `Role.customizeRoles()` gives the ARN of a role that somebody else is to make, and that has no name yet.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/context.html
 */
const STAND_INS: readonly RegExp[] = [
  // a parameter's name may have any character: where it ends in a longer text, nobody can tell
  /dummy-value-for-[\s\S]*/,
  // of an ARN, the account and the Region are stand-ins, too
  /arn:\S*DUMMY_ARN/,
  /^arn:[\w-]+:iam::\d*:role$/,
  /^DUMMY$/,
  /\bdummy1[a-z]\b/,
  /\bvpc-12345\b/,
  /\b[ps]-(?:12345|67890)\b/,
  /\bsg-12345678\b/,
  /\bami-1234\b/,
  /\b1234abcd-12ab-34cd-56ef-1234567890ab\b/,
];
const STAND_IN = new RegExp(STAND_INS.map(({ source }) => source).join('|'));

/** What is known of a text around the stand-ins in it: one part more than there are stand-ins. */
export function aroundStandIns(text: string): readonly string[] {
  return text.split(STAND_IN);
}

/** Whether a text is, or has in it, what stands for a value that has yet to be looked up. */
export function hasStandIn(text: string): boolean {
  return STAND_IN.test(text);
}
