import { ENCRYPTION_HINTS } from './encryption-hints';
import type { Hint } from './hint';
import { NETWORK_HINTS } from './network-hints';
import { QUOTA_HINTS } from './quota-hints';
import { REQUEST_HINTS } from './request-hints';
import { TRY_AGAIN } from './try-again';

/** What can be done about the reasons that all kinds of SageMaker jobs give, and about the calls that SageMaker refuses. */
export const SAGEMAKER_HINTS: readonly Hint[] = [
  ...QUOTA_HINTS,
  ...REQUEST_HINTS,
  ...NETWORK_HINTS,
  ...ENCRYPTION_HINTS,
  [
    /could not assume role|unable to assume the role|(unable to perform|when calling):? sts:AssumeRole/i,
    'the role must exist and trust sagemaker.amazonaws.com',
  ],
  [
    /the aws access key id you provided does not exist in our records/i,
    `the credentials of the role were not known everywhere yet, as of one that was made a moment ago; ${TRY_AGAIN}`,
  ],
  [
    /^ResourceInUse\b|job names must be unique/i,
    'the account has a job with this name in this Region; choose another name, or leave the name out',
  ],
  [
    /is in region \S+ which is different|bucket.{0,80}(in a different region|is in this region|in the same region)/i,
    'the bucket must be in the Region of the stack; copy the data there',
  ],
  [
    /^(internal)?(servererror|failure)\b|internal server error during the compilation|^[\w: ]{0,40}encountered an internal error/i,
    `the service failed; ${TRY_AGAIN}`,
  ],
];
