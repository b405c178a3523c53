import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { foundationModelArn } from './bedrock-arn';
import { acknowledgeWildcard } from '../nag-acknowledgment';
import { mustBe, refusal } from '../validation/finding';
import { errorOf } from '../validation/invalid';
import { note } from '../validation/noted-findings';
import { requireList } from '../validation/property-check';
import { isUnknown } from '../validation/unknown-value';

/** Notes what is wrong with the Regions that a profile routes to. */
export function requireRegions(scope: Construct, member: string, regions: string[] | undefined): void {
  requireList(scope, member, regions);
  if (regions === undefined) return;
  if (isUnknown(regions)) {
    throw errorOf(scope, [refusal(member, 'must be known at synthesis, for permissions follow from the Regions')]);
  }
  if (regions.length === 0) note(scope, mustBe(member, 'a list of at least one Region', regions));
  const isRegion = (region: unknown) => typeof region === 'string' && /^[a-z0-9*-]+$/.test(region);
  const wrong = regions.find((region) => !isUnknown(region) && !isRegion(region));
  // nothing can be made of what is no text
  if (wrong !== undefined && typeof wrong !== 'string') {
    throw errorOf(scope, [mustBe(member, 'a list of texts', wrong)]);
  }
  if (wrong !== undefined) note(scope, mustBe(member, "names of Regions, such as 'us-east-1' or 'us-*'", wrong));
}

/**
 * Lets the role call a profile, and the models behind it in every Region, the own one included: a `us` profile that is
 * called from `ca-central-1` routes there, too. Returns the ARNs.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-iam-sr.html
 */
export function allowInvoke(
  scope: Construct,
  role: iam.IRole,
  profileArn: string,
  modelIds: string[],
  regions: string[],
  actions = ['bedrock:InvokeModel'],
): string[] {
  const everywhere = regions.includes('*') ? ['*'] : [...new Set([Stack.of(scope).region, ...regions])];
  const models = modelIds.flatMap((id) => everywhere.map((region) => foundationModelArn(scope, id, region)));
  const resources = [profileArn, ...models];
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions, resources }));
  if (iam.Role.isRole(role)) {
    for (const arn of models.filter((model) => model.includes('*'))) {
      acknowledgeWildcard(role, arn, 'The inference profile chooses the Region in which it calls the model.');
    }
  }
  return resources;
}
