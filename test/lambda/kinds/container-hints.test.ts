import { CONTAINER_HINTS } from '../../../lambda/kinds/container-hints';

const hintFor = (reason: string) => CONTAINER_HINTS.find(([pattern]) => pattern.test(reason))?.[1];

test.each([
  ['AlgorithmError: Exit Code: 137', 'more memory'],
  ['AlgorithmError: ExecuteUserScriptError: ExitCode 137', 'more memory'],
  ['AlgorithmError: RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB', 'more memory'],
  ['AlgorithmError: MemoryError: Unable to allocate 7.45 GiB', 'more memory'],
  ['AlgorithmError: std::bad_alloc', 'more memory'],
  ['AlgorithmError: exec /usr/bin/python3: exec format error', 'linux/amd64'],
  [
    'CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML instance type.',
    'no instance of this type free',
  ],
  ['Insufficient instance capacity in the requested Availability Zone.', 'no instance of this type free'],
  [
    "ResourceLimitExceeded: The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances",
    'Service Quotas',
  ],
  [
    'ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect.',
    'allowed to pull it',
  ],
  ['Cannot find repository: churn in registry ID: 111122223333', 'allowed to pull it'],
  ['Cannot find the requested image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:1', 'allowed to pull it'],
  [
    "ClientError: Data download failed:Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
    'a way to S3',
  ],
  ["ClientError: SageMaker was unable to assume the role 'r'", 'trust sagemaker.amazonaws.com'],
  ['SageMaker is unable to perform: sts:AssumeRole on the role', 'trust sagemaker.amazonaws.com'],
  ['InternalServerError: We encountered an internal error. Please try again.', 'rerunKey'],
])('what can be done about "%s"', (reason, part) => {
  expect(hintFor(reason)).toContain(part);
});

test.each([
  'no reason given',
  'ClientError: something new',
  'AlgorithmError: Exit Code: 1377',
  'AlgorithmError: FileNotFoundError: cannot find image 12.jpg',
  'AlgorithmError: HTTPError: 500 Internal Server Error',
])('there is no hint for "%s"', (reason) => {
  expect(hintFor(reason)).toBeUndefined();
});
