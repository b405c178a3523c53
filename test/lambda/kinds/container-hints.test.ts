import { CONTAINER_HINTS } from '../../../lambda/kinds/container-hints';
import { hintIn } from '../../../lambda/kinds/hint';

test.each([
  [
    'CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML instance type.',
    'there is no instance of this type free now; choose another instance type, or wait a while and deploy again (where the deployment waits for the job for longer than 55 minutes, with another rerunKey',
  ],
  ['Insufficient instance capacity in the requested Availability Zone.', 'no instance of this type free'],
  [
    "ResourceLimitExceeded: The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances",
    "ask for at least 1 of 'ml.p3.2xlarge for training job usage' in Service Quotas",
  ],
  [
    'ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect.',
    'allowed to pull it',
  ],
  [
    'Cannot find repository: churn in registry ID: 111122223333 Please check if your ECR repository exists',
    'allowed to pull it',
  ],
  ['Cannot find the requested image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:1', 'allowed to pull it'],
  ['ValidationException: Access denied for repository: churn in registry ID: 111122223333', 'allowed to pull it'],
  [
    'ValidationException: Using non-ECR image "python:3.12" without Vpc repository access mode is not supported.',
    'TrainingImage.fromRegistry',
  ],
  [
    'ValidationException: Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image churn. Supported media types: …',
    "with the output 'type=docker' and without provenance",
  ],
  [
    'ValidationException: Invalid training image. Please provide a valid Amazon Elastic Container Registry path for the training image.',
    'account, Region, repository and tag',
  ],
  ['ValidationException: Access denied to hub content', 'sagemaker:DescribeHubContent'],
  ['ValidationException: Access denied when describing algorithm x', 'sagemaker:DescribeAlgorithm'],
  ["ClientError: SageMaker was unable to assume the role 'r'", 'trust sagemaker.amazonaws.com'],
  ['InternalServerError: We encountered an internal error. Please try again.', 'deploy again'],
])('what can be done about "%s"', (reason, part) => {
  expect(hintIn(CONTAINER_HINTS, reason)).toContain(part);
});

test.each([
  'no reason given',
  'ClientError: something new',
  'AlgorithmError: FileNotFoundError: cannot find image 12.jpg',
  'AlgorithmError: HTTPError: 500 Internal Server Error',
  'AlgorithmError: the queue has a capacity of 10',
])('there is no hint for "%s"', (reason) => {
  expect(hintIn(CONTAINER_HINTS, reason)).toBeUndefined();
});
