import { CONTAINER_HINTS } from './container-hints';

/** What can be done about the reasons that batch transform jobs give most often. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  ...CONTAINER_HINTS,
  [
    /unable to get response from algorithm|timed? ?out/i,
    'the model did not answer in time; raise invocationsTimeout, or send it less in a request (maxPayload)',
  ],
  [
    /payload.{0,60}(too large|exceed|larger)|(too large|exceeds?).{0,60}payload|\b413\b/i,
    'a record is larger than a request may be; raise maxPayload, or split the input by line',
  ],
  [
    /see job logs for more information|^AlgorithmError/i,
    'the log stream whose name ends in /data-log says which records the model has refused, and why',
  ],
  [
    /access ?denied|forbidden|\b403\b|not authorized to perform/i,
    "the model's role may not read the input or write the output; check bucket and key policies, too",
  ],
  [
    /no ?such ?(key|bucket)|no s3 objects found/i,
    'the data is not where the input says; was it uploaded to this bucket and prefix, in this Region?',
  ],
];

/** The hint for a failure reason of a batch transform job, or `undefined` where the reason is none of the known ones. */
export function transformHint(reason: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(reason))?.[1];
}
