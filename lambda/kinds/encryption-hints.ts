import type { Hint } from './hint';

/** What can be done about the state of a key, whatever a role may do with it. */
export const ENCRYPTION_HINTS: readonly Hint[] = [
  [
    /kms.{0,200}(is disabled|pending deletion|pending import)|(disabledexception|kmsinvalidstateexception)/i,
    'the key is disabled or is being deleted; enable it, or choose another',
  ],
  [
    /(invalid key ?id|invalid arn|key '?arn:[^ ]*:kms:[^ ]*'? does not exist|kms\.?notfoundexception|alias\b\S* (arn:\S* )?is not found)/i,
    'the key must exist in the Region of the job; a key of another account must be given by its ARN',
  ],
];
