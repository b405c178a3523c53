import type { Request } from '../request-overrides';
import { type Finding, refusal } from '../validation/finding';
import { knownItems } from '../validation/known-value';

/** The instances whose volumes are on the instance itself: they are encrypted by its hardware, and by no key. */
const LOCAL_STORAGE = /^ml\.(g4dn|g5|g6|g6e|g7|g7e|p3dn|p4de?|p5|p5en?|p6e?-\w+|r5d|trn1n?|trn2)\./;

/**
 * Whether a key is given for volumes that take none.
 *
 * @param resources What a job runs on, as `knownMembers` has it.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html
 */
export function* volumeKeyRules(resources: Request): Iterable<Finding> {
  if (resources.VolumeKmsKeyId === undefined) return;
  const types = [resources, ...knownItems(resources.InstanceGroups)].map(({ InstanceType }) => InstanceType);
  if (!types.some((type) => typeof type === 'string' && LOCAL_STORAGE.test(type))) return;
  yield refusal(
    "'volumeEncryptionKey' must not be given for an instance with storage of its own, which is encrypted by the instance",
  );
}
