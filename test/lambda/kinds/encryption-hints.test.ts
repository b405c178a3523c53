import { ENCRYPTION_HINTS } from '../../../lambda/kinds/encryption-hints';
import { hintIn } from '../../../lambda/kinds/hint';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b';

test.each([
  [`DisabledException: ${KEY} is disabled.`, 'enable it, or choose another'],
  [`KMSInvalidStateException: ${KEY} is pending deletion.`, 'enable it, or choose another'],
  [`ValidationException: Key '${KEY}' does not exist`, 'must exist in the Region'],
  ["KMS.NotFoundException: Invalid keyId 'abc'", 'must exist in the Region'],
  ['NotFoundException: Alias arn:aws:kms:eu-west-1:111122223333:alias/data is not found.', 'must exist in the Region'],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(ENCRYPTION_HINTS, text)).toContain(hint);
});

test.each([
  'The object at key train.jsonl does not exist',
  'the layer dropout is disabled',
  "KeyError: 'label' is not found",
])('there is none for "%s"', (text) => {
  expect(hintIn(ENCRYPTION_HINTS, text)).toBeUndefined();
});
