import type { Hint } from './hint';

/** What can be done where a job cannot reach what it reads, in a VPC of the user's. */
export const NETWORK_HINTS: readonly Hint[] = [
  [
    /route to an s3 vpc endpoint|unable to execute request to s3|(connect(ion)? ?timed? ?out|could not connect)[^|]{0,40}\bs3\b|\bs3\b[^|]{0,60}connect(ion)? ?timed? ?out/i,
    'the subnets need a way to S3 (a gateway endpoint, or NAT), and the security groups must let HTTPS out',
  ],
  [
    /(subnet|security group)( id)?s? ?['"([]{0,2}(subnet|sg)-\w+['")\]]{0,2},? (does|do) not exist|invalid(subnet|group|securitygroup)(id)?\.?notfound/i,
    'the subnets and security groups must exist, in one VPC of the account and Region of the job',
  ],
  [
    /(insufficient|not enough|no) free (ip )?addresses/i,
    'the subnets have no free IP addresses left; give the job larger subnets, or more of them',
  ],
];
