import { hintIn } from '../../../lambda/kinds/hint';
import { SAGEMAKER_HINTS } from '../../../lambda/kinds/sagemaker-hints';
import type { MessageGroup } from '../message-group';

const quota = (type: string, limit: number, delta: number) =>
  `ResourceLimitExceeded: The account-level service limit '${type}' is ${limit} Instances, with current utilization of ${limit} Instances and a request delta of ${delta} Instances.`;

export const GROUP: MessageGroup = {
  title: 'All jobs of SageMaker',
  hint: (message) => hintIn(SAGEMAKER_HINTS, message),
  messages: [
    quota('ml.p3.2xlarge for training job usage', 0, 1),
    quota('ml.m5.xlarge for training job usage', 4, 1),
    'ResourceLimitExceeded: too many compilation jobs',
    "ResourceLimitExceeded: The account-level service limit 'ml.p5.48xlarge for training job usage' is 0",
    'ResourceLimitExceeded: The instance type ml.p5.48xlarge is not available in this region',
    "ValidationException: 1 validation error detected: Value 'ml.t2.medium' at 'resourceConfig.instanceType' failed to satisfy constraint: Member must satisfy enum value set: […]",
    'ValidationException: aws: prefixed tag key names are not allowed for external use.',
    "Data download failed: Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
    'Unable to execute request to S3: connection timed out',
    "ValidationException: The security group 'sg-0a1b2c3d' does not exist",
    'The subnet has insufficient free addresses',
    'DisabledException: arn:aws:kms:eu-west-1:111122223333:key/1 is disabled.',
    'KMSInvalidStateException: arn:aws:kms:eu-west-1:111122223333:key/1 is pending deletion.',
    "KMS.NotFoundException: Invalid keyId 'abc'",
    "Could not assume role arn:aws:iam::111122223333:role/Job. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
    'ValidationException: The AWS Access Key Id you provided does not exist in our records.',
    'ResourceInUse: Training job names must be unique within an AWS account and region',
    'Bucket models is in region us-east-1 which is different from AWS Sagemaker service region eu-west-1',
    'InternalServerError: We encountered an internal error. Please try again.',
    'ServerError: There was an internal server error during the compilation job, please try again',
  ],
};
