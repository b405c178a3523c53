import type { Hint } from './hint';
import { TRY_AGAIN } from './try-again';

/** What can be done about a role that Bedrock cannot assume. */
export function assumeHint(whose: string): Hint {
  return [
    /(could not|unable to|failed to|not able to|cannot) assume|assume .{0,40}\brole\b|provided role arn is (in|not )valid/i,
    `${whose} role must exist and trust bedrock.amazonaws.com`,
  ];
}

/** What can be done about what Bedrock says of a job's role, in words that say nothing else, whatever the kind. */
export const BEDROCK_ROLE_HINTS: readonly Hint[] = [
  [
    /could not validate (list ?bucket|get ?object|put ?object) permissions/i,
    "the job's role must be allowed s3:ListBucket on the bucket, s3:GetObject on the input and s3:PutObject on the output, by its own policy and the bucket's; the bucket must exist in the Region of the stack, and a key must let the role use it",
  ],
  assumeHint("the job's"),
];

/** What can be done about what Bedrock says of the places that a job reads and writes, whatever the kind. */
export const BEDROCK_PLACE_HINTS: readonly Hint[] = [
  [
    /bucket.{0,80}(different|same|wrong|another) region/i,
    'the buckets must be in the Region of the stack; copy the input there',
  ],
  [
    /(file|object|key|bucket|path).{0,200}(not (exist|found)|no such)|no such (key|bucket)/i,
    'the input is not where the job looks for it; was it written to this bucket, in the Region of the stack?',
  ],
  [
    /invalid .{0,40}\binput data config/i,
    'the data must be there, in a bucket in the Region of the stack, under the URI that the job is given',
  ],
];

/** How Bedrock says that a role may not do something, in whatever words. What it may not do depends on the kind. */
export const NO_ACCESS =
  /\brole\b.{0,80}(does not|doesn.t) have .{0,30}(access|permission)|access denied|not authorized|forbidden|(?<![-/.\w])403(?![-/.\w])/i;

/** What Bedrock says of itself. */
export const INTERNAL_ERROR: Hint = [
  /internal (server )?(error|failure|exception)|InternalServerException|unexpected error when processing/i,
  `the service failed; ${TRY_AGAIN}`,
];
