import type { Request } from '../job/request-overrides';
import { type Finding, refusal } from '../validation/finding';
import { knownItems, knownText } from '../validation/known-value';

/** The instances whose volumes are on the instance itself: they are encrypted by its hardware, and by no key. */
const LOCAL_STORAGE = /^ml\.(g4dn|g5|g6|g6e|g7|g7e|p3dn|p4de?|p5|p5en?|p6e?-\w+|r5d|trn1n?|trn2)\./;

/**
 * Whether a key is given for volumes that take none.
 *
 * @param path What the API calls what a job runs on.
 * @param resources What a job runs on, as `knownMembers` has it.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html
 */
export function* volumeKeyRules(path: string, resources: Request): Iterable<Finding> {
  if (resources.VolumeKmsKeyId === undefined) return;
  const types = [resources, ...knownItems(resources.InstanceGroups)].map(({ InstanceType }) => knownText(InstanceType));
  const type = types.find((each) => each !== undefined && LOCAL_STORAGE.test(each));
  if (type === undefined) return;
  const text = `must not be given for ${type}, which has storage of its own that it encrypts by itself`;
  yield refusal({ property: 'volumeEncryptionKey', api: `${path}.VolumeKmsKeyId` }, text);
}
