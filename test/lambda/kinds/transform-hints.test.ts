import { transformHint } from '../../../lambda/kinds/transform-hints';

const USER = 'User: arn:aws:sts::111122223333:assumed-role/Model/SageMaker';

describe('what can be done about a failed transform job, and about a refused call', () => {
  test.each([
    ['AlgorithmError: Exit Code: 137', 'more memory'],
    ['AlgorithmError: See job logs for more information', '/data-log'],
    ['ClientError: See job logs for more information', '/data-log'],
    ['ClientError: Too many objects failed. See job logs for more information', '/data-log'],
    ['ClientError: Bad HTTP status received from algorithm: 415', '/data-log'],
    ['ClientError: Unable to get response from algorithm', 'did not answer in time'],
    ['ClientError: The request timed out', 'did not answer in time'],
    ['ClientError: Model server timed out', 'did not answer in time'],
    ['ClientError: The payload is too large', 'split the input by line'],
    ['ClientError: A record exceeds the largest payload', 'split the input by line'],
    ['ClientError: The model has answered with 413', 'split the input by line'],
    ['ClientError: Bad HTTP status returned from invoke: 413', 'split the input by line'],
    [
      'ValidationException: MaxConcurrentTransforms times MaxPayloadInMB exceeds 100 MB',
      'maxPayload times maxConcurrentTransforms',
    ],
    ['ClientError: Max timeout exceeded', 'did not answer in time'],
    ['ClientError: Access Denied', "the model's role may not read"],
    ['ClientError: NoSuchKey: The specified key does not exist', 'not where the input says'],
    [
      'AlgorithmError: The primary container did not pass the ping health check. Please check CloudWatch logs.',
      'GET /ping',
    ],
    ['ClientError: CannotStartContainerError. Please ensure the model container starts correctly', 'GET /ping'],
    ['ClientError: exec: "serve": executable file not found in $PATH', "'serve'"],
    [
      'ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect.',
      'allowed to pull it',
    ],
    ['CapacityError: Unable to provision requested ML compute capacity.', 'no instance of this type free'],
    ['InternalServerError: We encountered an internal error. Please try again.', 'deploy again'],
    [
      `ClientError: ${USER} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::out/x.out" with an explicit deny in a resource-based policy`,
      'the bucket policy of out denies s3:PutObject',
    ],
    [
      'ValidationException: Could not find model "arn:aws:sagemaker:eu-west-1:111122223333:model/churn".',
      'refer to the model in the stack',
    ],
    ['ValidationException: Could not find model data at s3://models/churn.tar.gz.', 'where the model says'],
    [
      'ValidationException: No S3 objects found under S3 URL "s3://data/test/" given in input data source.',
      'not where the input says',
    ],
    [
      "ResourceLimitExceeded: The account-level service limit 'ml.m5.large for transform job usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances.",
      "ask for at least 1 of 'ml.m5.large for transform job usage'",
    ],
    ['ResourceInUse: Transform job names must be unique within an AWS account and region', 'choose another name'],
    [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Shop-Handler/Shop is not authorized to perform: sagemaker:CreateTransformJob on resource: arn:aws:sagemaker:eu-west-1:111122223333:transform-job/x because no permissions boundary allows the sagemaker:CreateTransformJob action',
      "the permissions boundary of the role 'Shop-Handler' does not allow sagemaker:CreateTransformJob",
    ],
    ['ClientError: Unable to execute request to S3: connection timed out', 'a way to S3'],
    ['ValidationException: Unauthorized to List objects under S3 URL', "the model's role may not read"],
  ])('%s', (reason, part) => {
    expect(transformHint(reason)).toContain(part);
  });
});

test.each([
  'no reason given',
  'ClientError: something new',
  'ClientError: s3://data/part-413.csv is empty',
  'ClientError: s3://data/part-403.csv is empty',
  'ClientError: the payload is of no known type',
  `ClientError: ${USER} was seen`,
])('there is no hint for "%s"', (reason) => {
  expect(transformHint(reason)).toBeUndefined();
});
