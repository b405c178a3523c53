/** A part of AWS with Regions, accounts and addresses of its own. */
interface Partition {
  /** As it is written in ARNs. */
  readonly name: string;
  /** What the Regions' names begin with. */
  readonly regionPrefix: string;
  /** What the addresses of services end in. */
  readonly urlSuffix: string;
  /** The Region that answers for services without Regions, such as IAM. */
  readonly globalRegion: string;
}

const COMMERCIAL: Partition = {
  name: 'aws',
  regionPrefix: '',
  urlSuffix: 'amazonaws.com',
  globalRegion: 'us-east-1',
};

/** All others; a Region that none of these prefixes fits is commercial. */
const OTHERS: readonly Partition[] = [
  { name: 'aws-cn', regionPrefix: 'cn-', urlSuffix: 'amazonaws.com.cn', globalRegion: 'cn-north-1' },
  { name: 'aws-us-gov', regionPrefix: 'us-gov-', urlSuffix: 'amazonaws.com', globalRegion: 'us-gov-west-1' },
  { name: 'aws-iso', regionPrefix: 'us-iso-', urlSuffix: 'c2s.ic.gov', globalRegion: 'us-iso-east-1' },
  { name: 'aws-iso-b', regionPrefix: 'us-isob-', urlSuffix: 'sc2s.sgov.gov', globalRegion: 'us-isob-east-1' },
  { name: 'aws-iso-e', regionPrefix: 'eu-isoe-', urlSuffix: 'cloud.adc-e.uk', globalRegion: 'eu-isoe-west-1' },
  { name: 'aws-iso-f', regionPrefix: 'us-isof-', urlSuffix: 'csp.hci.ic.gov', globalRegion: 'us-isof-south-1' },
  { name: 'aws-eusc', regionPrefix: 'eusc-', urlSuffix: 'amazonaws.eu', globalRegion: 'eusc-de-east-1' },
];

/** The partition of a Region, as in `arn:<partition>:…`. */
export function partitionOf(region: string): string {
  return find(region).name;
}

/** What the addresses of services in a Region end in, such as `amazonaws.com`. */
export function urlSuffixOf(region: string): string {
  return find(region).urlSuffix;
}

/** The Region to which requests to a global service go, such as IAM; `region` is any Region of the partition. */
export function globalRegionOf(region: string): string {
  return find(region).globalRegion;
}

function find(region: string): Partition {
  return OTHERS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? COMMERCIAL;
}
