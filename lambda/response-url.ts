/** The domains of AWS, one for each of its partitions. */
const DOMAINS = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'c2s.ic.gov',
  'cloud.adc-e.uk',
  'csp.hci.ic.gov',
  'sc2s.sgov.gov',
];

/**
 * A bucket's own host, or that of a Region's buckets: `bucket.s3.amazonaws.com`, `bucket.s3-eu-west-1.amazonaws.com`. Of these,
 * AWS has variants that are FIPS validated, or known in IPv6, too; nobody has seen CloudFormation use one.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
const S3_HOST = new RegExp(
  `^(?:[a-z0-9.-]+\\.)?s3(?:-fips|-external-1)?(?:\\.dualstack)?(?:[.-][a-z]{2,4}(?:-[a-z]+)+-\\d+)?\\.(?:${DOMAINS.join('|').replaceAll('.', '\\.')})$`,
);

/**
 * Refuses a URL that is none of CloudFormation's: anyone who may call the function could otherwise have it send requests to
 * hosts that only the function reaches, such as those of its VPC. CloudFormation takes answers and signals in S3.
 *
 * @param endpoint Where AWS is, if it is elsewhere, as the SDK is told in `AWS_ENDPOINT_URL`: an emulated AWS has a host of
 * its own for answers, too, or one below that.
 */
export function requireResponseUrl(url: string, endpoint?: string): void {
  const { protocol, hostname, port } = parse(url);
  if (protocol === 'https:' && port === '' && S3_HOST.test(hostname)) return;
  if (endpoint !== undefined && isWithin(hostname, parse(endpoint).hostname)) return;
  // neither the path nor the query: they are secrets for as long as they are good
  throw new Error(`A response URL must be one of S3, over HTTPS, got one of ${protocol}//${hostname}`);
}

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

function parse(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new Error('A response URL must be one of S3, over HTTPS, got something else');
}
