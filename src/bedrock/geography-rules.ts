import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, type MemberName, warning } from '../validation/finding';
import { isUnknown } from '../validation/unknown-value';

/** From where the profiles of a geography are called, as AWS lists source Regions: not only from the geography itself. */
const SOURCES: ReadonlyMap<string, RegExp> = new Map([
  ['us', /^(us-(?!gov-|iso)|ca-|mx-)/],
  ['us-gov', /^us-gov-/],
  ['eu', /^(eu-|il-)/],
  ['apac', /^(ap-|me-)/],
  ['jp', /^ap-northeast-[13]$/],
  ['au', /^ap-southeast-[246]$/],
  ['ca', /^ca-/],
  ['global', /^(?!us-gov-|us-iso|cn-)/],
]);

/**
 * Whether an inference profile can be called from where the stack is. Of a geography that is newer than the library,
 * nothing is known.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * @param profileId The id of a system-defined inference profile.
 */
export function* geographyRules(job: IConstruct, member: MemberName, profileId: string): Iterable<Finding> {
  const { region } = Stack.of(job);
  const geography = profileId.slice(0, profileId.indexOf('.'));
  const sources = SOURCES.get(geography);
  if (!sources || isUnknown(region) || sources.test(region)) return;
  const text = `is the inference profile '${profileId}' of the geography '${geography}', and the stack is in ${region}, from where AWS lists no such profile: take that of the Region's own geography or a global one, or deploy the stack in a Region of '${geography}'`;
  yield warning('profileGeography', member, text);
}
