import { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { referenceIn } from '../resource-in-app';
import { type MemberName, mustBe, refusal } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { requireString } from '../validation/property-check';
import { arnRegionRules } from '../validation/region-rules';
import { partsOf, UNKNOWN } from '../validation/text-parts';
import { isUnknown } from '../validation/unknown-value';

/** The model of a job, in messages. */
export const MODEL: MemberName = { property: 'model', api: 'modelId' };

/** The resources of jobs of Bedrock, of their results, and of references to jobs that were made elsewhere. */
const JOBS = /^Custom::BedrockModel(?:Customization|Import|Invocation)Job/;

/** What an attribute of a job of the app is, where it is none of a custom model. */
function otherThanModel(arn: string): string | undefined {
  const { target, displayName: attribute } = referenceIn(arn) ?? {};
  if (!CfnResource.isCfnResource(target) || !JOBS.test(target.cfnResourceType)) return undefined;
  return attribute === 'CustomModelArn' ? undefined : `the ${attribute} of '${target.node.path}'`;
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
  for (const finding of arnRegionRules(scope, member, arn)) note(scope, finding);
}
