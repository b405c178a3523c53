import { BEDROCK_PLACE_HINTS } from './bedrock-place-hints';
import { ENCRYPTION_HINTS } from './encryption-hints';
import type { Hint } from './hint';
import { MODEL_ACCESS_HINTS } from './model-access-hints';
import { NETWORK_HINTS } from './network-hints';
import { REQUEST_HINTS } from './request-hints';

/** What can be done about the reasons that jobs of Bedrock give whose input is read record by record, and about the calls that it refuses. */
export const BEDROCK_HINTS: readonly Hint[] = [
  ...MODEL_ACCESS_HINTS,
  ...REQUEST_HINTS,
  ...ENCRYPTION_HINTS,
  ...NETWORK_HINTS,
  ...BEDROCK_PLACE_HINTS,
];
