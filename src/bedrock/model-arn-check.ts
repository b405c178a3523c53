import type { Construct } from 'constructs';
import { type MemberName, mustBe } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireString } from '../validation/property-check';
import { arnRegionRules } from '../validation/region-rules';
import { partsOf, UNKNOWN } from '../validation/text-parts';
import { isUnknown } from '../validation/unknown-value';

/** The model of a job, in messages. */
export const MODEL: MemberName = { property: 'model', api: 'modelId' };

/** Checks what an ARN is of, as far as its text says it. */
export function requireModelArn(
  scope: Construct,
  arn: string,
  types: string[],
  allowed: string,
  member: MemberName = MODEL,
): void {
  requireString(scope, member.property, arn, { required: true });
  const parts = partsOf(arn).filter((part) => part !== UNKNOWN);
  const isKnown = !isUnknown(arn);
  const pattern = isKnown ? /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:(?:\d{12})?:([a-z-]+)\/\S+$/ : /:([a-z-]+)\//;
  const type = parts.map((part) => pattern.exec(part)?.[1]).find((found) => found !== undefined);
  if (type === undefined ? isKnown : !types.includes(type)) {
    note(scope, mustBe(member, allowed, arn));
    return;
  }
  for (const finding of arnRegionRules(scope, member, arn)) note(scope, finding);
}
