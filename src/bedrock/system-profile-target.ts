import type { Construct } from 'constructs';
import { geographyRules } from './geography-rules';
import { parseInferenceProfileId } from './inference-profile-id';
import { type MemberName, mustBe } from '../validation/finding';
import { note, noteAll } from '../validation/noted-findings';
import { hasStandIn } from '../validation/stand-in';
import { isUnknown } from '../validation/unknown-value';

/** What a system-defined inference profile routes to. */
export interface SystemProfileTarget {
  readonly foundationModelId: string;
  /** The Regions, as policies name them. */
  readonly regions: string[];
}

/**
 * What the id of a system-defined inference profile says that it routes to. Notes that the id is none, or that the profile
 * cannot be called from where the stack is.
 *
 * @param regions The Regions that are given for the profile.
 * @param allowed What the id may be, for messages.
 */
export function systemProfileTarget(
  scope: Construct,
  id: string,
  regions: string[] | undefined,
  { member, allowed }: { readonly member: MemberName; readonly allowed: string },
): SystemProfileTarget | undefined {
  // an id that has yet to be looked up says it all in the next synthesis
  if (hasStandIn(id)) return { foundationModelId: id, regions: regions ?? ['*'] };
  const parsed = isUnknown(id) ? undefined : parseInferenceProfileId(id);
  if (!parsed) {
    note(scope, mustBe(member, allowed, id));
    return undefined;
  }
  noteAll(scope, geographyRules(scope, member, id));
  const { foundationModelId, isGlobal } = parsed;
  // a global profile also calls the model where it is in no Region
  return { foundationModelId, regions: regions ? [...regions, ...(isGlobal ? [''] : [])] : [parsed.regions] };
}
