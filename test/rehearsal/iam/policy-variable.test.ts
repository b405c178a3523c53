import { filled } from '../../../rehearsal/iam/policy-variable';
import { RequestKeys } from '../../../rehearsal/iam/request-context';

const KEYS = new RequestKeys('s3:GetObject', { 'aws:PrincipalAccount': '111122223333', 'aws:username': undefined });

test.each([
  ['home/${aws:PrincipalAccount}/*', 'home/111122223333/*', 'known'],
  ['home/${aws:principalaccount}', 'home/111122223333', 'known'],
  ['home/${aws:PrincipalTag/team}/a', 'home/*/a', 'unknown'],
  ["home/${aws:username, 'nobody'}", 'home/nobody', 'known'],
  ['home/${aws:username}', 'home/', 'absent'],
  ['${aws:PrincipalTag/team}/${aws:username}', '*/', 'absent'],
  ['what costs ${$}5', 'what costs $5', 'known'],
])('%s is %s: %s', (text, expected, variables) => {
  expect(filled(text, KEYS)).toEqual({ text: expected, variables });
});
