import {
  ALL_KINDS,
  type Alternative,
  BEDROCK_KINDS,
  NAMED_BEDROCK_KINDS,
  SAGEMAKER_KINDS,
  type UnconfirmedFact,
} from '../unconfirmed-fact';

const USER = 'User: arn:aws:sts::111122223333:assumed-role/{role}/session is not authorized to perform: {action}';

/** A refusal that never passes: whatever forbids it must be named, at once. */
function neverWith(meaning: string, says: Alternative['says'], ...words: string[]) {
  const failure = { words, withinSeconds: 60 };
  return {
    meaning,
    says,
    passes: false,
    failures: { create: failure, update: failure },
  } as const satisfies Alternative;
}

/** The ways in which IAM denies something, each in the words that end its message. */
function denials(code: string | undefined, action: string, resource: string) {
  const text = (why: string) => ({ code, text: `${USER.replace('{action}', action)} on resource: ${resource}${why}` });
  return {
    identity: {
      meaning: 'No policy of the role allows it, for a policy of the same deployment has not propagated yet.',
      says: text(` because no identity-based policy allows the ${action} action`),
    },
    unexplained: { meaning: 'The message does not say why; it passes.', says: text('') },
    'service-control-policy': neverWith(
      'A service control policy of the organization denies it.',
      text(' with an explicit deny in a service control policy'),
      'service control policy',
    ),
    'permissions-boundary': neverWith(
      'A permissions boundary denies it.',
      text(' with an explicit deny in a permissions boundary'),
      'permissions boundary',
    ),
    'resource-policy': neverWith(
      'The policy of the resource denies it.',
      text(' with an explicit deny in a resource-based policy'),
      'resource-based policy',
    ),
    'identity-policy': neverWith(
      'A policy of the role denies it.',
      text(' with an explicit deny in an identity-based policy'),
      'identity-based policy',
    ),
    'silent-boundary': {
      meaning: 'A permissions boundary does not allow it: no explicit deny, but it never passes.',
      says: text(` because no permissions boundary allows the ${action} action`),
      passes: false,
      failures: { create: { words: ['permissions boundary'] }, update: { words: ['permissions boundary'] } },
    },
    'vpc-endpoint-policy': neverWith(
      'The policy of a VPC endpoint denies it.',
      text(' with an explicit deny in a VPC endpoint policy'),
      'VPC endpoint policy',
    ),
  } as const;
}

/** A job that is accepted may be denied something later, when its resource has been answered already. */
function later({ meaning, says, failures: { create } }: ReturnType<typeof neverWith>) {
  const failure = { ...create, isAvoidable: true };
  return { meaning, says, passes: false, failures: { create: failure, update: failure } } as const;
}

const {
  'service-control-policy': BY_ORGANIZATION,
  'permissions-boundary': BY_BOUNDARY,
  'resource-policy': BY_RESOURCE,
} = denials(undefined, 's3:GetObject', 'arn:aws:s3:::inputs/model');

const JOB_DENIALS = {
  'service-control-policy': later(BY_ORGANIZATION),
  'permissions-boundary': later(BY_BOUNDARY),
  'resource-policy': later(BY_RESOURCE),
};

/** What is unconfirmed about the beginning of jobs. */
export const STARTING_FACTS = {
  'role-not-ready': {
    title: 'What Create says of a role, a policy or a bucket that is minutes old',
    kinds: ALL_KINDS,
    alternatives: {
      'could-not-assume': { meaning: 'That the role could not be assumed.' },
      'list-objects': {
        meaning: 'That it may not list the input.',
        kinds: SAGEMAKER_KINDS,
        says: {
          code: 'ValidationException',
          text: 'Unauthorized to List objects under S3 URL: s3://inputs/. Ensure that the role {role} has s3:ListBucket.',
        },
      },
      'list-bucket-action': {
        meaning: 'That no policy of the role allows to list the input.',
        kinds: SAGEMAKER_KINDS,
        says: {
          code: 'ValidationException',
          text: `Failed to list the input: ${USER.replace('{action}', 's3:ListBucket')} because no identity-based policy allows the s3:ListBucket action`,
        },
      },
      'output-bucket': {
        meaning: 'That it may not write to the output bucket.',
        kinds: SAGEMAKER_KINDS,
        says: {
          code: 'ValidationException',
          text: 'Access denied to OutputDataConfig S3 bucket outputs with role {role}',
        },
      },
      'access-key': {
        meaning: 'That the credentials of the role are not known.',
        kinds: SAGEMAKER_KINDS,
        says: {
          code: 'ValidationException',
          text: 'The AWS Access Key Id you provided does not exist in our records.',
        },
      },
      repository: {
        meaning: 'That it may not pull the image.',
        kinds: SAGEMAKER_KINDS,
        says: { code: 'ValidationException', text: 'Access denied for repository: train with role {role}' },
      },
      'validate-list-bucket': {
        meaning: 'That its permission to list a bucket could not be validated.',
        kinds: BEDROCK_KINDS,
        says: {
          code: 'ValidationException',
          text: 'Could not validate ListBucket permissions for S3URI: s3://inputs/',
        },
      },
      'validate-get-object': {
        meaning: 'That its permission to read an object could not be validated.',
        kinds: BEDROCK_KINDS,
        says: {
          code: 'ValidationException',
          text: 'Could not validate GetObject permissions to access Amazon S3 bucket: inputs at key records.jsonl.',
        },
      },
      'role-arn': {
        meaning: 'That the ARN of the role is invalid.',
        kinds: NAMED_BEDROCK_KINDS,
        says: { code: 'ValidationException', text: 'The provided role ARN is invalid' },
      },
    },
    usual: 'could-not-assume',
  },
  'role-not-ready-later': {
    title: 'What a job says that fails for a role, a policy or a bucket that is minutes old',
    kinds: ALL_KINDS,
    alternatives: {
      'unable-to-assume': { meaning: 'That the role could not be assumed.' },
      'assume-role-action': {
        meaning: 'That the action to assume it is not allowed.',
        kinds: SAGEMAKER_KINDS,
        says: {
          text: "ClientError: SageMaker is unable to perform: sts:AssumeRole on the role. Check if you have a trust relationship for 'sagemaker.amazonaws.com' to assume the role.",
        },
      },
      'access-denied-to-assume': {
        meaning: 'That access is denied when it is assumed.',
        kinds: SAGEMAKER_KINDS,
        says: { text: 'ClientError: Access Denied when calling sts:AssumeRole' },
      },
      'validate-list-bucket': {
        meaning: 'That its permission to list a bucket could not be validated.',
        kinds: BEDROCK_KINDS,
        says: { text: 'Could not validate ListBucket permissions for S3URI: s3://inputs/' },
      },
      'validate-get-object': {
        meaning: 'That its permission to read an object could not be validated.',
        kinds: BEDROCK_KINDS,
        says: {
          text: 'Could not validate GetObject permissions to access Amazon S3 bucket: inputs at key records.jsonl.',
        },
      },
    },
    usual: 'unable-to-assume',
  },
  denial: {
    title: 'What a denied Create call says',
    kinds: ALL_KINDS,
    alternatives: {
      ...denials('AccessDeniedException', '{operation}', '*'),
      'subscription-under-way': {
        meaning: 'The account has just subscribed to the model in AWS Marketplace; it passes.',
        kinds: BEDROCK_KINDS,
        says: {
          code: 'AccessDeniedException',
          text: 'Model access is denied. Your AWS Marketplace subscription for this model is still being processed. Try again after 15 minutes.',
        },
      },
    },
    usual: 'identity',
  },
  'denial-of-a-job': {
    title: 'What a job says that fails since its role is denied something',
    kinds: ALL_KINDS,
    alternatives: {
      unmet: { meaning: 'No job is denied anything.' },
      ...JOB_DENIALS,
    },
    usual: 'unmet',
  },
  quota: {
    title: 'What Create says of a quota',
    kinds: ALL_KINDS,
    alternatives: {
      'at-capacity': { meaning: 'That the account runs as many jobs as it may.' },
      'service-limit': {
        meaning: 'Which limit is reached, and by how much.',
        says: {
          text: "The account-level service limit 'Total number of concurrent {noun}s' is 10 Jobs, with current utilization of 10 Jobs and a request delta of 1 Jobs. Please use AWS Service Quotas to request an increase for this quota.",
        },
      },
      resubmit: { meaning: 'That one should come back later.', says: { text: 'Resubmit your request later.' } },
      'limit-of-zero': neverWith(
        'That the limit is 0, as in every new account: it never passes.',
        {
          text: "The account-level service limit 'ml.p3.2xlarge for {noun} usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances. Please use AWS Service Quotas to request an increase for this quota.",
        },
        'quota',
      ),
      'limit-below-request': neverWith(
        'That more is asked for than the limit: it never passes.',
        {
          text: "The account-level service limit 'ml.m5.xlarge for {noun} usage' is 4 Instances, with current utilization of 0 Instances and a request delta of 11 Instances. Please use AWS Service Quotas to request an increase for this quota.",
        },
        'quota',
      ),
      'not-in-region': neverWith(
        'That there is no such instance in the Region: it never passes.',
        { text: 'The instance type ml.p4d.24xlarge is not available in this region.' },
        'region',
      ),
    },
    usual: 'at-capacity',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
