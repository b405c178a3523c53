/** What can be done about the reasons that jobs of SageMaker give which run a container. */
export const CONTAINER_HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /out of ?memory|\bMemoryError\b|bad_alloc|cannot allocate memory|exit ?code:? ?137\b/i,
    'it took more memory than the instance has; choose a larger instance type, or let it work in smaller batches',
  ],
  [
    /exec format error/i,
    'the image was built for another processor; build it for the one of the instance (linux/amd64)',
  ],
  [
    /capacityerror|insufficient.{0,40}capacity|not enough capacity/i,
    'there is no instance of this type free now; deploy again later, or choose another instance type',
  ],
  [
    /resourcelimitexceeded|service limit/i,
    'the account may not use so many of these instances; ask for a higher quota in Service Quotas, or choose another instance type',
  ],
  [
    /cannot pull algorithm container|cannot find (the requested image|repository)|access denied for repository/i,
    'the image must be in ECR under this name and tag, and the role must be allowed to pull it; in a VPC, there must be a way to ECR',
  ],
  [
    /route to an s3 vpc endpoint|unable to execute request to s3/i,
    'the subnets need a way to S3 (a gateway endpoint, or NAT), and the security groups must let HTTPS out',
  ],
  [/assume the role|sts:AssumeRole/i, 'the role must exist and trust sagemaker.amazonaws.com'],
  [
    /^(internal)?servererror|encountered an internal error/i,
    'the service failed; change rerunKey, or deploy again, to try once more',
  ],
];
