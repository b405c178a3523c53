import { hintIn } from '../../../lambda/kinds/hint';
import { SAGEMAKER_HINTS } from '../../../lambda/kinds/sagemaker-hints';

test.each([
  [
    "ValidationException: Could not assume role arn:aws:iam::111122223333:role/R. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
    'trust sagemaker.amazonaws.com',
  ],
  [
    "ClientError: SageMaker was unable to assume the role 'arn:aws:iam::111122223333:role/R'",
    'trust sagemaker.amazonaws.com',
  ],
  [
    "SageMaker is unable to perform: sts:AssumeRole on the role. Check if you have a trust relationship for 'sagemaker.amazonaws.com' to assume the role.",
    'trust sagemaker.amazonaws.com',
  ],
  ['ClientError: Client permission error: Access Denied when calling sts:AssumeRole', 'trust sagemaker.amazonaws.com'],
  [
    'ResourceInUse: Training job names must be unique within an AWS account and region, and a training job with this name already exists (arn:aws:sagemaker:eu-west-1:111122223333:training-job/churn)',
    'choose another name',
  ],
  [
    'ClientError: Bucket data is in region us-east-1 which is different from AWS Sagemaker service region eu-west-1',
    'Region of the stack',
  ],
  ['ValidationException: The S3 bucket data is in a different region than the training job', 'Region of the stack'],
  ['InternalServerError: We encountered an internal error. Please try again.', 'deploy again'],
  ['ServerError: There was an internal server error during the compilation job, please try again', 'deploy again'],
  [
    "ValidationException: 1 validation error detected: Value 'x' at 'roleArn' failed to satisfy constraint: …",
    "at 'roleArn'",
  ],
  [
    "ResourceLimitExceeded: The account-level service limit 'ml.m5.large for training job usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances.",
    'can never get a place',
  ],
  ["ValidationException: The subnet ID 'subnet-1' does not exist", 'subnets'],
  ["ValidationException: Key 'arn:aws:kms:eu-west-1:111122223333:key/1' does not exist", 'the key must exist'],
  ['ValidationException: The AWS Access Key Id you provided does not exist in our records', 'not known everywhere yet'],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(SAGEMAKER_HINTS, text)).toContain(hint);
});

test.each([
  'no reason given',
  // words of a pattern, for another reason
  'User: arn:aws:sts::111122223333:assumed-role/R/s has begun',
  'AlgorithmError: FileExistsError: the folder already exists',
  'AlgorithmError: HTTPError: 500 Internal Server Error',
  'AlgorithmError: ValueError: all layers must be in the same region of the mesh',
  'ClientError: job names must be a list',
])('there is none for "%s"', (text) => {
  expect(hintIn(SAGEMAKER_HINTS, text)).toBeUndefined();
});
