import type { Hint } from './hint';
import { SAGEMAKER_HINTS } from './sagemaker-hints';
import { TRY_AGAIN } from './try-again';

/** What can be done about the reasons of SageMaker jobs that run a container on instances, besides what its program says. */
export const CONTAINER_HINTS: readonly Hint[] = [
  [
    /capacityerror|insufficient.{0,40}capacity|not enough capacity/i,
    `there is no instance of this type free now; choose another instance type, or wait a while and ${TRY_AGAIN}`,
  ],
  [
    /without vpc repository access mode/i,
    "an image that is not in ECR is pulled through the job's VPC only: take it with TrainingImage.fromRegistry, or push it to ECR",
  ],
  [
    /unsupported (image )?manifest media type/i,
    "SageMaker takes no image in the format of OCI, as newer versions of Docker push it: build it with the output 'type=docker' and without provenance (BUILDX_NO_DEFAULT_ATTESTATIONS=1), and push it under another tag",
  ],
  [
    /invalid training image/i,
    'the image must be in ECR, under the whole of its path: account, Region, repository and tag',
  ],
  [
    /cannot pull algorithm container|cannot find (the requested image|repository)|access denied for repository|(requested )?image .{0,200}(not found|does not exist)/i,
    'the image must be in ECR under this name and tag, and the role must be allowed to pull it; in a VPC, there must be a way to ECR',
  ],
  [
    /access denied (to hub content|when describing algorithm)/i,
    'the role must be allowed to read what the job begins with: sagemaker:DescribeHubContent on the content of a hub, sagemaker:DescribeAlgorithm on an algorithm, which the account must be subscribed to where it is from AWS Marketplace',
  ],
  ...SAGEMAKER_HINTS,
];
