import { type IResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, type MemberName, refusal, warning } from './finding';
import { isUnknown } from './unknown-value';

/**
 * Whether what a job uses is in the Region of the job, as the services ask for it. A reference by name alone says only
 * where it was made: that it is in another Region is certain of what the app makes, and of what says its Region itself.
 *
 * @param what What it is: for the message.
 * @param user What uses it, where that is no job.
 */
export function* resourceRegionRules(
  job: IConstruct,
  member: MemberName | string,
  resource: IResource | undefined,
  what: string,
  user = 'the job',
): Iterable<Finding> {
  const region = resource?.env?.region;
  const own = Stack.of(job).region;
  if (!resource || region === undefined || isUnknown(region) || isUnknown(own) || region === own) return;
  if (isOwned(resource) || Stack.of(resource).region !== region) {
    yield refusal(member, `must be ${what} in ${own}, where ${user} is, got one in ${region}`);
    return;
  }
  const text = `must be ${what} in ${own}, where ${user} is: this one is referred to in a stack in ${region}`;
  yield warning('region', member, text);
}

/** Whether an ARN is one of the Region of the job. */
export function* arnRegionRules(job: IConstruct, member: MemberName | string, arn: string): Iterable<Finding> {
  const region = isUnknown(arn) ? undefined : arn.split(':')[3];
  const own = Stack.of(job).region;
  if (region === undefined || region === '' || isUnknown(own) || region === own) return;
  yield refusal(member, `must be in ${own}, where the job is, got one in ${region}: '${arn}'`);
}

/** Whether a resource is made by the app: one that is only referred to has no element in a template. */
export function isOwned(resource: IResource): boolean {
  return resource.node.defaultChild !== undefined;
}
