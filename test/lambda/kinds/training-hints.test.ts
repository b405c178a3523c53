import { trainingHint } from '../../../lambda/kinds/training-hints';

const NOT_ALLOWED = 'is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/train.csv"';
const USER = 'User: arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker';
const LIST_BUCKET =
  'Please ensure that the bucket exists in the selected region (eu-west-1), that objects exist under that S3 prefix, and that the role "arn:aws:iam::111122223333:role/R" has "s3:ListBucket" permissions on bucket "data".';

describe('what can be done about a failed training job', () => {
  test.each([
    ['AlgorithmError: Exit Code: 137', 'more memory'],
    ['AlgorithmError: OSError: [Errno 28] No space left on device', 'volumeSize'],
    ['AlgorithmError: ExecuteUserScriptError: ExitCode 1', 'the end of its log'],
    ['AlgorithmError: PermissionError: 403 Forbidden', 'the end of its log'],
    ['AlgorithmError: HTTPError: 500 Internal Server Error', 'the end of its log'],
    ['AlgorithmError: FileExistsError: the folder already exists', 'the end of its log'],
    ['AlgorithmError: TimeoutError: the database timed out', 'the end of its log'],
    ["AlgorithmError: ModuleNotFoundError: No module named 'pandas'", 'lacks this Python module'],
    ['AlgorithmError: RuntimeError: No CUDA GPUs are available', 'wants a GPU'],
    ['AlgorithmError: exec: "train": executable file not found in $PATH', "starts 'train'"],
    [
      'ClientError: Unable to initialize the algorithm. Failed to validate hyperparameters. (caused by ValidationError) Caused by: Additional properties are not allowed',
      'does not take these hyperparameters',
    ],
    [
      "ClientError: Unable to initialize the algorithm. Failed to validate input data configuration. (caused by ValidationError) Caused by: 'train' is a required property",
      'other input channels',
    ],
    ["ClientError: Blankspace and colon not found in firstline '0.1,0.2' of file 'train.csv'", "'text/csv'"],
    ['CapacityError: Unable to provision requested ML compute capacity.', 'no instance of this type free'],
    [
      'ClientError: Data download failed:failed to download data. 403 Forbidden (403): Forbidden',
      'may not read the inputs',
    ],
    [
      'ClientError: Data download failed:Unable to download object s3://data/train.csv (AccessDenied: Access Denied)',
      'may not read the inputs',
    ],
    ['ClientError: mount.nfs4: access denied by server while mounting 10.0.0.1:/data', 'allowAnonymousAccess'],
    ['ClientError: Unable to mount file system: fs-0123456789abcdef0', 'its directory must be there'],
    [
      'ClientError: Data download failed:NoSuchKey (404): The specified key does not exist.',
      'not where the inputs say',
    ],
    [
      'ClientError: Data download failed:Failed to download data. For FastFile mode, partial S3 prefix is not supported.',
      'a folder ends in /',
    ],
    ["ValidationException: S3 bucket 'data' not found", 'not where the inputs say'],
    ['ClientError: Data download failed:something new', 'the inputs could not be read'],
    [
      "ClientError: Data download failed:Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
      'a way to S3',
    ],
    [
      `ClientError: Data download failed:${USER} ${NOT_ALLOWED} because no identity-based policy allows the s3:GetObject action`,
      "allow s3:GetObject on arn:aws:s3:::data/train.csv in a policy of the role 'Trainer'",
    ],
    [
      `ClientError: Data download failed:${USER} ${NOT_ALLOWED} with an explicit deny in a service control policy`,
      'a service control policy of the organization denies s3:GetObject',
    ],
    [
      `AlgorithmError: ${USER} ${NOT_ALLOWED} with an explicit deny in a permissions boundary`,
      'the permissions boundary',
    ],
  ])('%s', (reason, part) => {
    expect(trainingHint(reason)).toContain(part);
  });
});

describe('what can be done about a refused call', () => {
  test.each([
    [
      `ValidationException: No S3 objects found under S3 URL "s3://data/train/" given in input data source. ${LIST_BUCKET}`,
      'not where the inputs say',
    ],
    [
      "ValidationException: Could not assume role arn:aws:iam::111122223333:role/R. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
      'trust sagemaker.amazonaws.com',
    ],
    ['ValidationException: Unauthorized to List objects under S3 URL "s3://data/train/"', 'may not read the inputs'],
    ['ValidationException: Access denied to OutputDataConfig S3 bucket', 'may not read the inputs or write the output'],
    ['ValidationException: Access denied for repository: churn in registry ID: 111122223333', 'allowed to pull it'],
    ['ValidationException: Cannot find repository: churn in registry ID: 111122223333', 'allowed to pull it'],
    [
      'ValidationException: Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds',
      'raise maxWait',
    ],
    [
      "ValidationException: 1 validation error detected: Value 'ml.t2.medium' at 'resourceConfig.instanceType' failed to satisfy constraint: Member must satisfy enum value set: [ml.p2.xlarge]",
      "at 'resourceConfig.instanceType'",
    ],
    ['ValidationException: RoleArn: Cross-account pass role is not allowed.', 'in the account that the job runs in'],
    [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Shop-Handler/Shop is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/R because no identity-based policy allows the iam:PassRole action',
      'allow it iam:PassRole on that role',
    ],
    [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Shop-Handler/Shop is not authorized to perform: sagemaker:CreateTrainingJob on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/x with an explicit deny',
      'a policy denies sagemaker:CreateTrainingJob',
    ],
    [
      "ResourceLimitExceeded: The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances. Please contact AWS support to request an increase for this limit.",
      'can never get a place',
    ],
    ['ResourceLimitExceeded: The instance type ml.p5.48xlarge is not available in this region', 'another Region'],
    ['ResourceInUse: Training job names must be unique within an AWS account and region', 'choose another name'],
    ["ValidationException: The security group 'sg-0a1b' does not exist", 'security groups must exist'],
  ])('%s', (reason, part) => {
    expect(trainingHint(reason)).toContain(part);
  });
});

test.each([
  'no reason given',
  'ClientError: something new',
  'it was stopped at its maximum run time of 3600 seconds, and has uploaded no model; raise maxRuntime',
  'ClientError: s3://data/part-403.csv has no header',
  'ClientError: the column module has no name',
  `ClientError: ${USER} was seen`,
])('there is no hint for "%s"', (reason) => {
  expect(trainingHint(reason)).toBeUndefined();
});
