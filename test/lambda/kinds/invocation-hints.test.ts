import { invocationHint } from '../../../lambda/kinds/invocation-hints';

const USER = 'User: arn:aws:sts::111122223333:assumed-role/Batch/session';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0';
const MINIMUM = "'Minimum number of records per batch inference job'";

describe('what can be done about what Bedrock says of a batch job, or of a call that it refuses', () => {
  test.each([
    [
      'Batch job arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/abc contains less records (10) than the required minimum of: 100',
      MINIMUM,
    ],
    ['The batch job contains fewer records (12) than the minimum number of records: 100', MINIMUM],
    ['The input has less than 100 records', MINIMUM],
    ['A job needs at least 100 records', MINIMUM],
    ['The input has more than the maximum number of records: 50000', 'divide the input'],
    ['Batch job abc contains more records (60000) than the allowed maximum of: 50000', 'divide the input'],
    ['The file reviews.jsonl exceeds the size limit of 1 GB', 'divide the input'],
    ['The input file is too large', 'divide the input'],
    [
      'ServiceQuotaExceededException: You have reached the maximum number of in-progress batch inference jobs',
      'let other jobs end',
    ],
    ['ValidationException: The provided job name is currently in use.', 'choose another name, or leave the name out'],
    [
      'ConflictException: The provided job name is currently in use. Use a unique job name.',
      'choose another name, or leave the name out',
    ],
    // the records
    ['modelId: Extra inputs are not permitted', 'without modelId'],
    [
      'Malformed input request: #: extraneous key [modelId] is not permitted, please reformat your input and try again.',
      'without modelId',
    ],
    [
      'Malformed input request: #: required key [messages] not found',
      "must be the body that the model's own API takes",
    ],
    ['100 of 100 records failed', "look at the 'error' of the failed records"],
    ['3 of 100 records failed, and maxErrorRecords is 2', "look at the 'error' of the failed records"],
    ['anthropic_version: Field required', "must be the body that the model's own API takes"],
    ['Record 12 has no modelInput', "a JSON object with a 'modelInput'"],
    ['Line 3 of the input is no valid JSON', "a JSON object with a 'modelInput'"],
    ['Malformed JSON at line 3', "a JSON object with a 'modelInput'"],
    ['The input file does not end in .jsonl', 'ends in .jsonl'],
    // the model
    [
      "ValidationException: Invocation of model ID amazon.nova-pro-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
      'BatchInferenceModel.inferenceProfile',
    ],
    [
      'ValidationException: Invocation of model ID amazon.nova-pro-v1:0 with on-demand throughput isn’t supported.',
      'BatchInferenceModel.inferenceProfile',
    ],
    ["The provided model doesn't support on-demand throughput.", 'BatchInferenceModel.inferenceProfile'],
    [
      'ValidationException: Batch inference is not supported for the requested model.',
      'some need an inference profile',
    ],
    ['The model does not support batch inference in this Region', 'some need an inference profile'],
    ['ValidationException: The provided model identifier is invalid.', 'some need an inference profile'],
    ['ValidationException: The provided inference profile identifier is invalid', 'some need an inference profile'],
    [
      'ResourceNotFoundException: Could not resolve the foundation model from the provided model identifier.',
      'some need an inference profile',
    ],
    // access to the model
    ["Customer doesn't have permissions to invokeModel", 'bedrock:InvokeModel on the inference profile'],
    [
      'ValidationException: Your account is not authorized to perform this action. Please create a support case with the Customer Support team',
      'only a support case helps',
    ],
    ["AccessDeniedException: You don't have access to the model with the specified model ID.", 'model catalog'],
    [
      'AccessDeniedException: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
      'subscribed to the model',
    ],
    [
      'Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided.',
      'method of payment',
    ],
    ['ResourceNotFoundException: Model use case details have not been submitted for this account.', 'use case form'],
    [
      'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model',
      'a newer one',
    ],
    // roles, buckets, keys
    ['ValidationException: Could not assume provided IAM role', 'trust bedrock.amazonaws.com'],
    ['ValidationException: Could not validate ListBucket permissions for S3URI', 's3:ListBucket on the bucket'],
    [
      'Could not validate GetObject permissions to access Amazon S3 bucket: data at key reviews/input.jsonl',
      's3:GetObject on the input',
    ],
    ['Access Denied when reading the input', 'may not read the input'],
    ['ValidationException: The provided role does not have access to the S3 bucket', 'may not read the input'],
    ['S3 answered with 403', 'may not read the input'],
    ['The file s3://reviews/input.jsonl does not exist', 'not where the job looks for it'],
    ['No such key: reviews/input.jsonl', 'not where the job looks for it'],
    ['The bucket reviews is in a different Region', 'in the Region of the stack'],
    [
      "ValidationException: Key 'arn:aws:kms:eu-west-1:111122223333:key/1' does not exist",
      'the key must exist in the Region',
    ],
    // denials
    [
      `${USER} is not authorized to perform: bedrock:InvokeModel on resource: ${MODEL} because no identity-based policy allows the bedrock:InvokeModel action`,
      `allow bedrock:InvokeModel on ${MODEL} in a policy of the role 'Batch'`,
    ],
    [
      `${USER} is not authorized to perform: bedrock:InvokeModel on resource: ${MODEL} with an explicit deny in a service control policy`,
      'a service control policy of the organization denies bedrock:InvokeModel',
    ],
    [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Shop-Handler/Shop is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/Batch because no identity-based policy allows the iam:PassRole action',
      "the role 'Shop-Handler' may not hand the role arn:aws:iam::111122223333:role/Batch to the service",
    ],
    [
      `${USER} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no resource-based policy allows the kms:GenerateDataKey action`,
      'the key policy of arn:aws:kms:eu-west-1:111122223333:key/1',
    ],
    ['The role is not authorized to perform: bedrock:InvokeModel', 'allow bedrock:InvokeModel in a policy of the role'],
    // the rest
    [
      "ValidationException: 1 validation error detected: Value 'x y' at 'jobName' failed to satisfy constraint: Member must satisfy regular expression pattern",
      "at 'jobName'",
    ],
    ["ValidationException: The subnet ID 'subnet-1' does not exist", 'subnets'],
    [
      'only 40 of 100 records were processed in time; set acceptPartialCompletion to accept that, or raise timeout',
      'raise it, or divide the input',
    ],
    ['Expired', 'raise it, or divide the input'],
    ['The job has expired', 'raise it, or divide the input'],
    ['The job timed out', 'raise it, or divide the input'],
    ['An internal error has occurred', 'deploy again'],
    ['InternalServerException: An internal server error occurred. Retry your request.', 'deploy again'],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Batch inference jobs for Claude' is 0 Jobs, with current utilization of 0 Jobs and a request delta of 1 Jobs",
      'may not run batch jobs with this model',
    ],
    ["ServiceQuotaExceededException: The quota 'Batch inference jobs' is 0", 'may not run batch jobs with this model'],
    ['ServiceQuotaExceededException: the model is not available in this region', 'no quota gives it'],
    [
      'Could not validate GetObject permissions, bucket: input-record-exceeds at key size-limit/x.jsonl',
      'by its own policy and the bucket',
    ],
    ["ValidationException: Model ARN isn't supported for batch inference", 'not every model can be used'],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1,000 Jobs, with current utilization of 1 Jobs and a request delta of 2,000 Jobs",
      'ask for at least 2,000 in Service Quotas',
    ],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 4 Jobs, with current utilization of 1 Jobs and a request delta of 1 Jobs",
      'quotas',
    ],
  ])('%s', (message, part) => {
    expect(invocationHint(message)).toContain(part);
  });
});

describe('words of a pattern that stand there for another reason', () => {
  test.each([
    'no reason given',
    'something new',
    'Failed',
    'Stopped',
    'The role arn:aws:iam::403403403403:role/x has been seen',
    `${USER} was seen`,
    'The folder s3://internal-data/expired/ is empty',
    'The file reviews.jsonl is encrypted',
    'ExpiredTokenException: The security token included in the request is expired',
    'The model returned JSON',
    'The batch is in the queue',
  ])('%s: no hint', (message) => {
    expect(invocationHint(message)).toBeUndefined();
  });

  test.each([
    [
      'a bucket that cannot be read is no problem of JSON',
      'Could not validate GetObject permissions to access Amazon S3 bucket: data at key input.jsonl',
      'JSON',
    ],
    [
      'a model without access is no problem of the bucket',
      'Access denied. This Model is marked by provider as Legacy',
      'bucket',
    ],
    [
      'a denied PassRole is no missing trust',
      `${USER} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/R`,
      'trust',
    ],
    [
      'an account without access is no problem of the bucket',
      'Your account is not authorized to perform this action. Please create a support case',
      'bucket',
    ],
    [
      'a required key of a record is no object of the bucket',
      'Malformed input request: #: required key [messages] not found',
      'bucket',
    ],
  ])('%s', (_, message, wrong) => {
    expect(invocationHint(message)).toBeDefined();
    expect(invocationHint(message)).not.toContain(wrong);
  });
});
