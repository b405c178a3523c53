import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { JobDefinition } from './job-definition';
import { rootOf } from '../root-stack';
import { type Finding, refusal, warning } from '../validation/finding';
import { hasStandIn } from '../validation/stand-in';
import { isUnknown } from '../validation/unknown-value';

/** A job of an app that has a name of its own. */
interface NamedJob {
  readonly job: IConstruct;
  readonly kind: string;
  readonly name: string;
}

/** The jobs with names of their own, by the root of the app that they are in. */
const NAMED = new WeakMap<IConstruct, NamedJob[]>();

/**
 * Enters the name that a person has given to a job, and says that another job of the app has it already: a service knows
 * one job of a kind by a name, in an account and a Region.
 */
export function* uniqueNameRules(job: IConstruct, definition: JobDefinition, name: string): Iterable<Finding> {
  const { kind, members, properties } = definition;
  const { root } = job.node;
  const jobs = NAMED.get(root) ?? [];
  NAMED.set(root, [...jobs, { job, kind, name }]);
  // two lookups that are still open have the same stand-in for the same value only by its name
  if (hasStandIn(name)) return;
  const same = jobs.filter((each) => each.kind === kind && each.name === name && isInTree(each.job));
  const member = { property: properties[members.name], api: members.name };
  for (const other of same) {
    const place = placeOf(other.job, job);
    if (place === 'other') continue;
    const text = `another name than that of ${other.job.node.path}, for a name serves one job only in an account and a Region: got '${name}' for both; choose another, or leave the name out`;
    if (place === 'same') yield refusal(member, `must be ${text}`);
    else yield warning('jobName', member, `should be ${text}`);
    return;
  }
}

/** Whether two jobs are in one account and Region; of stacks that do not say theirs, it may be so. */
function placeOf(one: IConstruct, two: IConstruct): 'same' | 'other' | 'unknown' {
  const [a, b] = [Stack.of(one), Stack.of(two)];
  // a nested stack is where its parent is, which need not be known
  if (rootOf(a) === rootOf(b)) return 'same';
  const pairs = [
    [a.account, b.account],
    [a.region, b.region],
  ];
  if (pairs.some(([own, others]) => !isUnknown(own) && !isUnknown(others) && own !== others)) return 'other';
  return pairs.flat().some((each) => isUnknown(each)) ? 'unknown' : 'same';
}

/** Whether a construct has not been taken out of the app, or has never come into it. */
function isInTree(construct: IConstruct): boolean {
  const { scope, id } = construct.node;
  return scope === undefined || (scope.node.tryFindChild(id) === construct && isInTree(scope));
}
