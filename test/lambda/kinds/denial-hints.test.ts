import { denialHint } from '../../../lambda/kinds/denial-hints';

const USER = 'User: arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker';
const MODEL = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0';
const OBJECT = 'arn:aws:s3:::data/train/part.csv';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b';
const denied = (action: string, resource: string, why = '') =>
  `${USER} is not authorized to perform: ${action} on resource: ${resource}${why}`;

describe('an explicit deny: the hint names what denies, and who can change that', () => {
  test.each([
    [
      denied('bedrock:InvokeModel', MODEL, ' with an explicit deny in a service control policy'),
      `a service control policy of the organization denies bedrock:InvokeModel on ${MODEL} to the role 'Trainer': only who administers the AWS organization can change that; no other policy outweighs that`,
    ],
    [
      denied(
        's3:GetObject',
        OBJECT,
        ' with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-abc/service_control_policy/p-1',
      ),
      `a service control policy of the organization (arn:aws:organizations::444455556666:policy/o-abc/service_control_policy/p-1) denies s3:GetObject on ${OBJECT} to the role 'Trainer': only who administers the AWS organization can change that; no other policy outweighs that`,
    ],
    [
      denied('s3:GetObject', OBJECT, ' with an explicit deny in a resource control policy'),
      `a resource control policy of the organization denies s3:GetObject on ${OBJECT} to the role 'Trainer': only who administers the AWS organization can change that; no other policy outweighs that`,
    ],
    [
      denied(
        's3:PutObject',
        OBJECT,
        ' with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/developers',
      ),
      `the permissions boundary (arn:aws:iam::111122223333:policy/developers) of the role 'Trainer' denies s3:PutObject on ${OBJECT}: who is responsible for the boundary must change it, or the role must have another; no other policy outweighs that`,
    ],
    [
      `${USER} is not authorized to perform: s3:PutObject on resource: "${OBJECT}" with an explicit deny in a resource-based policy`,
      "the bucket policy of data denies s3:PutObject to the role 'Trainer': its owner must change it (a condition in it may ask for a key, a VPC endpoint or an organization); no other policy outweighs that",
    ],
    [
      denied('kms:Decrypt', KEY, ' with an explicit deny in a resource-based policy'),
      `the key policy of ${KEY} denies kms:Decrypt to the role 'Trainer': its owner must change it (a condition in it may ask for a key, a VPC endpoint or an organization); no other policy outweighs that`,
    ],
    [
      denied(
        'ecr:BatchGetImage',
        'arn:aws:ecr:eu-west-1:111122223333:repository/churn',
        ' with an explicit deny in a resource-based policy',
      ),
      'the repository policy of arn:aws:ecr:eu-west-1:111122223333:repository/churn denies',
    ],
    [
      denied('s3:GetObject', OBJECT, ' with an explicit deny in a VPC endpoint policy'),
      `the VPC endpoint policy of the endpoint through which the call goes does not let s3:GetObject on ${OBJECT} pass: who is responsible for the VPC must change it`,
    ],
    [
      denied('s3:GetObject', OBJECT, ' with an explicit deny in a session policy'),
      `the session policy with which the role 'Trainer' was assumed does not let s3:GetObject on ${OBJECT} pass: whoever begins the session sets it, no policy of the role`,
    ],
    [
      denied(
        's3:ListBucket',
        'arn:aws:s3:::data',
        ' with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/no-data',
      ),
      "an identity-based policy of the role 'Trainer' (arn:aws:iam::111122223333:policy/no-data) denies s3:ListBucket on arn:aws:s3:::data explicitly: take that statement out, for no other policy outweighs that",
    ],
    [
      denied(
        'sagemaker:CreateTrainingJob',
        'arn:aws:sagemaker:eu-west-1:111122223333:training-job/churn',
        ' with an explicit deny',
      ),
      "a policy denies sagemaker:CreateTrainingJob on arn:aws:sagemaker:eu-west-1:111122223333:training-job/churn to the role 'Trainer' explicitly",
    ],
    [
      `AccessDeniedException: ${denied('iam:PassRole', 'arn:aws:iam::111122223333:role/R', ' with an explicit deny in a service control policy')}`,
      'a service control policy of the organization denies iam:PassRole on arn:aws:iam::111122223333:role/R',
    ],
  ])('%s', (text, hint) => {
    expect(denialHint(text)).toContain(hint);
  });
});

describe('what no policy allows: the hint names the action, the resource and the policy that should', () => {
  test.each([
    [
      denied('s3:GetObject', OBJECT, ' because no identity-based policy allows the s3:GetObject action'),
      `allow s3:GetObject on ${OBJECT} in a policy of the role 'Trainer'`,
    ],
    [
      denied('bedrock:InvokeModel', MODEL, ' because no identity-based policy allows the bedrock:InvokeModel action'),
      `allow bedrock:InvokeModel on ${MODEL} in a policy of the role 'Trainer'`,
    ],
    [
      denied(
        'iam:PassRole',
        'arn:aws:iam::111122223333:role/ml/Job',
        ' because no identity-based policy allows the iam:PassRole action',
      ),
      "the role 'Trainer' may not hand the role arn:aws:iam::111122223333:role/ml/Job to the service: allow it iam:PassRole on that role",
    ],
    [
      denied('s3:GetObject', OBJECT, ' because no permissions boundary allows the s3:GetObject action'),
      `the permissions boundary of the role 'Trainer' does not allow s3:GetObject on ${OBJECT}, whatever the policies of the role say`,
    ],
    [
      denied('s3:GetObject', OBJECT, ' because no service control policy allows the s3:GetObject action'),
      `no service control policy of the organization allows s3:GetObject on ${OBJECT} to the role 'Trainer'`,
    ],
    [
      denied('s3:GetObject', OBJECT, ' because no resource control policy allows the s3:GetObject action'),
      'no resource control policy of the organization allows',
    ],
    [
      denied('s3:GetObject', OBJECT, ' because no VPC endpoint policy allows the s3:GetObject action'),
      'the VPC endpoint policy of the endpoint through which the call goes',
    ],
    [denied('s3:GetObject', OBJECT, ' because no session policy allows the s3:GetObject action'), 'the session policy'],
    [
      denied('kms:GenerateDataKey', KEY, ' because no resource-based policy allows the kms:GenerateDataKey action'),
      `the key policy of ${KEY} does not allow kms:GenerateDataKey to the role 'Trainer': its owner must add that`,
    ],
    [
      denied(
        'kms:Decrypt',
        KEY,
        ' because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      ),
      `${KEY} must exist in this Region, and the key policy of ${KEY} must allow kms:Decrypt to the role 'Trainer'`,
    ],
    [
      denied(
        'sts:AssumeRole',
        'arn:aws:iam::111122223333:role/R',
        ' because no resource-based policy allows the sts:AssumeRole action',
      ),
      "the trust policy of arn:aws:iam::111122223333:role/R does not let the role 'Trainer' assume it",
    ],
    [
      denied('sts:AssumeRole', 'arn:aws:iam::111122223333:role/R'),
      "the role arn:aws:iam::111122223333:role/R must exist, and its trust policy must let the role 'Trainer' assume it",
    ],
    [
      denied(
        'sqs:SendMessage',
        'arn:aws:sqs:eu-west-1:111122223333:q',
        ' because no resource-based policy allows the sqs:SendMessage action',
      ),
      'the resource-based policy of arn:aws:sqs:eu-west-1:111122223333:q does not allow sqs:SendMessage',
    ],
  ])('%s', (text, hint) => {
    expect(denialHint(text)).toContain(hint);
  });

  test.each([
    [
      'a text that is cut off',
      denied('s3:GetObject', 'arn:aws:s3:::da'),
      "allow s3:GetObject on arn:aws:s3:::da in a policy of the role 'Trainer'",
    ],
    [
      'a user',
      'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject',
      'allow s3:GetObject in a policy of arn:aws:iam::111122223333:user/ann',
    ],
    [
      'nobody',
      'The role is not authorized to perform: bedrock:InvokeModel on the resource: x.',
      'allow bedrock:InvokeModel on x in a policy of the role',
    ],
  ])('%s', (_, text, hint) => {
    expect(denialHint(text)).toBe(hint);
  });
});

test.each([
  [
    'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlT',
    'decode-authorization-message',
  ],
  [
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    'kms:Decrypt',
  ],
  ['ClientError: Client permission error: PassRole error', 'must be allowed iam:PassRole on the role of the job'],
  ['ValidationException: RoleArn: Cross-account pass role is not allowed.', 'in the account that the job runs in'],
])('a denial in words of its own: %s', (text, hint) => {
  expect(denialHint(text)).toContain(hint);
});

test.each([
  'no reason given',
  `ClientError: ${USER} was seen`,
  'Access Denied',
  'ClientError: Please check that the role has permissions to perform s3:GetObject',
  'Your account is not authorized to perform this action. Please create a support case',
  'there is an explicit deny in the bylaws',
])('what is no denial in these words has no such hint: %s', (text) => {
  expect(denialHint(text)).toBeUndefined();
});
