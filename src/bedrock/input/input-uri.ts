import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RECORDS_FILE } from './record-files';
import { mustBe } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireObjectKey } from '../../validation/object-key';
import { isUnknown } from '../../validation/unknown-value';

const MEMBER = { property: 'input', api: 'inputDataConfig.s3InputDataConfig.s3Uri' };

/** The URI of an object, or of all that a prefix begins: which characters it may have, the model says. */
export function inputUri(construct: Construct, bucket: IBucket, objectKeyOrPrefix: string): string {
  requireObjectKey(construct, MEMBER.property, objectKeyOrPrefix, 'a key');
  const isKnown = !isUnknown(objectKeyOrPrefix);
  if (
    isKnown &&
    objectKeyOrPrefix !== '' &&
    !objectKeyOrPrefix.endsWith('/') &&
    !RECORDS_FILE.test(objectKeyOrPrefix)
  ) {
    const allowed = "the key of an object that ends in '.jsonl', or a prefix that ends in '/'";
    note(construct, mustBe(MEMBER, allowed, objectKeyOrPrefix));
  }
  return bucket.s3UrlForObject(objectKeyOrPrefix);
}
