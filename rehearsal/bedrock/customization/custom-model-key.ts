import type { Supposition } from '../../../unconfirmed/supposition';
import { accessesTo, type Access } from '../../iam/access';
import type { ObjectPlace } from '../../iam/object-accesses';
import type { JsonValue } from '../../json-value';
import { urlSuffixOf } from '../../partition';

/** What is done with the key of a custom model by whoever makes one, and by whoever calls one or customizes it further. */
const ACTIONS = {
  make: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
  use: ['kms:Decrypt'],
};

/** Who does what with the key of a custom model, and with which key. */
export interface CustomModelKeyUse {
  /** Whose accesses are asked for: those of whoever makes the job, or those of the job's role. */
  readonly who: 'caller' | 'role';
  readonly purpose: keyof typeof ACTIONS;
  readonly keyId: JsonValue | undefined;
}

/**
 * What is done with the key of a custom model. As whom Bedrock does it nobody has confirmed: the page says "the roles that
 * customize the model", and those that "invoke" it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html
 */
export function customModelKeyAccesses(
  { who, purpose, keyId }: CustomModelKeyUse,
  { iam, owner }: { readonly iam?: ObjectPlace['iam']; readonly owner: ObjectPlace['owner'] },
  supposition: Supposition,
): Access[] {
  if (typeof keyId !== 'string') return [];
  const used = supposition.nameOf('custom-model-key');
  if (used !== 'both' && used !== who) return [];
  const keyArn = iam ? iam.keyArn(keyId, owner) : keyId.startsWith('arn:') ? keyId : undefined;
  if (keyArn === undefined) return [];
  const context = { 'kms:ViaService': `bedrock.${owner.region}.${urlSuffixOf(owner.region)}` };
  return accessesTo(keyArn, ACTIONS[purpose], { context });
}
