import { denialIn } from '../../../lambda/kinds/denials';

const USER = 'User: arn:aws:sts::111122223333:assumed-role/R/s';
const denied = (why: string) =>
  `${USER} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/m ${why}`;

describe('a denial that stays', () => {
  test.each([
    ...[
      'a service control policy',
      'a resource control policy',
      'a permissions boundary',
      'a resource-based policy',
      'an identity-based policy',
      'a session policy',
      'a VPC endpoint policy',
    ].map((policy) => denied(`with an explicit deny in ${policy}`)),
    'The action is explicitly denied by the key policy',
    denied('because no service control policy allows the bedrock:InvokeModel action'),
    denied('because no permissions boundary allows the bedrock:InvokeModel action'),
    denied('because no session policy allows the bedrock:InvokeModel action'),
    denied('because no VPC endpoint policy allows the bedrock:InvokeModel action'),
    'Your account is not authorized to perform this action. Please create a support case.',
  ])('%s', (text) => {
    expect(denialIn(text)).toBe('final');
  });
});

describe('a denial that may be for want of a policy that has not propagated', () => {
  test.each([
    denied('because no identity-based policy allows the bedrock:InvokeModel action'),
    denied('because no resource-based policy allows the bedrock:InvokeModel action'),
    denied(''),
    `${USER} is not authorized to perform: kms:* on resource: *`,
    'because no identity-based policy allows the s3:ListBucket action',
  ])('%s', (text) => {
    expect(denialIn(text)).toBe('passing');
  });
});

describe('no denial', () => {
  test.each([
    `Could not assume role ${USER}`,
    'The role arn:aws:iam::111122223333:role/explicit-deny does not exist',
    'Access denied when calling sts:AssumeRole',
    'The input s3://not-authorized/to-perform is empty',
    '3 of 100 records failed',
  ])('%s', (text) => {
    expect(denialIn(text)).toBeUndefined();
  });
});
