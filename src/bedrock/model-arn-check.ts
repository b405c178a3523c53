import type { Construct } from 'constructs';
import { Job } from '../job/job';
import { JobReference } from '../job/job-reference';
import { referenceIn } from '../resource-in-app';
import { type MemberName, mustBe, refusal } from '../validation/finding';
import { note, noteAll } from '../validation/noted-findings';
import { requireString } from '../validation/property-check';
import { arnRegionRules } from '../validation/region-rules';
import { partsOf, UNKNOWN } from '../validation/text-parts';
import { isUnknown } from '../validation/unknown-value';

/** The model of a job, in messages. */
export const MODEL: MemberName = { property: 'model', api: 'modelId' };

/** What an attribute of a job of the app is, or of a reference to a job, where it is none of a custom model. */
function otherThanModel(arn: string): string | undefined {
  const { target, displayName: attribute } = referenceIn(arn) ?? {};
  const isOfJob = target?.node.scopes.some((scope) => scope instanceof Job || scope instanceof JobReference);
  return isOfJob && attribute !== 'CustomModelArn' ? `the ${attribute} of '${target!.node.path}'` : undefined;
}

/** Checks what an ARN is of, as far as its text says it. */
export function requireModelArn(
  scope: Construct,
  arn: string,
  types: string[],
  allowed: string,
  member: MemberName = MODEL,
): void {
  requireString(scope, member.property, arn, { required: true });
  const other = otherThanModel(arn);
  if (other !== undefined) {
    note(scope, refusal(member, `must be ${allowed}, got ${other}`));
    return;
  }
  const parts = partsOf(arn).filter((part) => part !== UNKNOWN);
  const isKnown = !isUnknown(arn);
  const pattern = isKnown ? /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:(?:\d{12})?:([a-z-]+)\/\S+$/ : /:([a-z-]+)\//;
  const type = parts.map((part) => pattern.exec(part)?.[1]).find((found) => found !== undefined);
  if (type === undefined ? isKnown : !types.includes(type)) {
    note(scope, mustBe(member, allowed, arn));
    return;
  }
  noteAll(scope, arnRegionRules(scope, member, arn));
}
