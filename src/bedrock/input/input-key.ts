import type { Construct } from 'constructs';
import { RECORDS_FILE } from './record-files';
import { mustBe } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireObjectKey } from '../../validation/object-key';
import { isUnknown } from '../../validation/unknown-value';

const MEMBER = { property: 'input', api: 'inputDataConfig.s3InputDataConfig.s3Uri' };

/** The key of an object, or what keys begin with: which characters it may have, the model says. */
export function inputKey(construct: Construct, objectKeyOrPrefix: string): string {
  const key = requireObjectKey(construct, MEMBER.property, objectKeyOrPrefix, 'a key');
  if (!isUnknown(key) && key !== '' && !key.endsWith('/') && !RECORDS_FILE.test(key)) {
    const allowed = "the key of an object that ends in '.jsonl', or a prefix that ends in '/'";
    note(construct, mustBe(MEMBER, allowed, objectKeyOrPrefix));
  }
  return key;
}
