import type { Hint } from './hint';

/** What can be done about a request that the API itself refuses, whatever the service. */
export const REQUEST_HINTS: readonly Hint[] = [
  [
    /at '([^']+)' failed to satisfy constraint/i,
    ([, member]) =>
      `the API takes no such value at '${member}': where it comes from a parameter or a lookup, or from requestOverrides, give it one that the constraint allows`,
  ],
  [
    /aws: prefixed tag key names/i,
    "the key of a tag must not begin with 'aws:'; look at the tags of the job, its stack and its app",
  ],
];
