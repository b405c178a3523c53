import { Token } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RECORDS_FILE } from './input-files';
import { invalid } from '../../validation/invalid';
import { LONGEST_S3_URI, S3_URI } from '../s3-uri';

/** The URI of an object, or of all that a prefix begins, as a job takes it. */
export function inputUri(construct: Construct, bucket: IBucket, objectKeyOrPrefix: string): string {
  if (!Token.isUnresolved(objectKeyOrPrefix)) checkKey(construct, objectKeyOrPrefix);
  const uri = bucket.s3UrlForObject(objectKeyOrPrefix);
  if (!Token.isUnresolved(uri) && (uri.length > LONGEST_S3_URI || !S3_URI.test(uri))) {
    throw invalid(
      construct,
      'input',
      `at a URI of S3 of up to ${LONGEST_S3_URI} characters that the service takes`,
      uri,
    );
  }
  return uri;
}

function checkKey(construct: Construct, key: string): void {
  if (key !== '' && !key.endsWith('/') && !RECORDS_FILE.test(key)) {
    const allowed = "the key of an object that ends in '.jsonl', or a prefix that ends in '/'";
    throw invalid(construct, 'input', allowed, key);
  }
  if (key.startsWith('/') || key.includes('//')) {
    throw invalid(construct, 'input', "a key without a leading '/' and without '//'", key);
  }
  const refused = [...new Set(key.replace(/[-!_*'().a-z0-9A-Z/]/g, ''))].map((character) => `'${character}'`);
  if (refused.length > 0) {
    const allowed = `a key of letters, digits and -!_*'()./ only, without ${refused.join(', ')}`;
    throw invalid(construct, 'input', allowed, key);
  }
}
