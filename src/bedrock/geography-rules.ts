import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { GEOGRAPHIES } from './geographies';
import { type Finding, type MemberName, warning } from '../validation/finding';
import { isUnknown } from '../validation/unknown-value';

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
  const sources = GEOGRAPHIES.get(geography)?.sources;
  if (!sources || isUnknown(region) || sources.test(region)) return;
  const text = `is the inference profile '${profileId}' of the geography '${geography}', and the stack is in ${region}, from where AWS lists no such profile: take that of the Region's own geography or a global one, or deploy the stack in a Region of '${geography}'`;
  yield warning('profileGeography', member, text);
}
