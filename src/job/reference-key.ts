import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { JobReferenceOptions } from './job-reference';
import { requireKey } from '../access/bucket-check';
import { refusal } from '../validation/finding';
import { requireNone } from '../validation/property-check';

/** The keys that references take, with what they encrypt. */
const KEYS = {
  outputEncryptionKey: 'what a job has written to S3',
  importedModelEncryptionKey: 'the model that a model import job has made',
} as const;

/**
 * Returns the key that a reference takes. A key that is none is refused, and so is one for which references of the kind have no use.
 *
 * @param taken The option with the key that references of the kind take. @default - they take none
 */
export function referenceKey(
  reference: Construct,
  options: JobReferenceOptions = {},
  taken?: keyof typeof KEYS,
): IKey | undefined {
  for (const member of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
    if (member === taken || options[member] === undefined) continue;
    requireNone(reference, [
      refusal(member, `must not be given: it encrypts ${KEYS[member]}, and there is no such thing here`),
    ]);
  }
  if (taken === undefined) return undefined;
  requireKey(reference, taken, options[taken]);
  return options[taken];
}
