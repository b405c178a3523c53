import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { JobDefinition } from './job-definition';
import type { Request } from './request-overrides';
import { rootOf } from '../root-stack';
import { type Finding, type MemberName, refusal, warning } from '../validation/finding';
import { overriddenName } from '../validation/member-names';
import { hasStandIn } from '../validation/stand-in';
import { isUnknown } from '../validation/unknown-value';

/** What has a name that is its own in an account and a Region. */
export interface NamedThing {
  /** A job, the model that it makes, or one that hosts what it has made. */
  readonly noun: 'job' | 'model';
  /** The kind of the job, or the type of the resource. */
  readonly kind: string;
  /** What gives it its name. */
  readonly member: MemberName;
  /**
   * Whether it has the name of its job.
   *
   * @default false
   */
  readonly isNamedAfterJob?: boolean;
}

/** A name that a job of an app has given. */
interface GivenName extends NamedThing {
  readonly job: IConstruct;
  readonly name: string;
}

/** The names that jobs have given, by the root of the app that they are in. */
const NAMED = new WeakMap<IConstruct, GivenName[]>();

/**
 * Enters the name that a person has given to a job, or to the model that it makes, and says that another one of the app has it
 * already: a service knows one of a kind by a name, in an account and a Region.
 */
export function* uniqueNameRules(job: IConstruct, thing: NamedThing, name: string): Iterable<Finding> {
  const { noun, kind, member, isNamedAfterJob } = thing;
  const { root } = job.node;
  const names = NAMED.get(root) ?? [];
  NAMED.set(root, [...names, { ...thing, job, name }]);
  // two lookups that are still open have the same stand-in for the same value only by its name
  if (hasStandIn(name)) return;
  const same = names.filter(
    (each) =>
      each.noun === noun &&
      each.kind === kind &&
      each.name === name &&
      // that the jobs have one name is said of them
      !(isNamedAfterJob && each.isNamedAfterJob) &&
      isInTree(each.job),
  );
  for (const other of same) {
    const place = placeOf(other.job, job);
    if (place === 'other') continue;
    const text = `another name than that of ${other.job.node.path}, for a name serves one ${noun} only in an account and a Region: got '${name}' for both; choose another, or leave the name out`;
    if (place === 'same') yield refusal(member, `must be ${text}`);
    else yield warning(`${noun}Name`, member, `should be ${text}`);
    return;
  }
}

/** The request of a job that may make models. */
export interface NamingRequest {
  /** The request with the names that follow from that of the job. */
  readonly request: Request;
  /** The request without them. */
  readonly given: Request;
  readonly overrides: object;
  /** @default - the job has a generated name, which no other has */
  readonly jobName?: string;
}

/** The same of the models that a job makes, whose names are in its request: as a person has given them, or after the job. */
export function* madeNameRules(
  job: IConstruct,
  { kind, properties, members, defaultNames = [] }: JobDefinition,
  { request, given, overrides, jobName }: NamingRequest,
): Iterable<Finding> {
  for (const made of defaultNames) {
    const isNamedAfterJob = given[made] === undefined || given[made] === null;
    const name = request[made];
    if (typeof name !== 'string' || (isNamedAfterJob && jobName === undefined)) continue;
    const api = isNamedAfterJob ? members.name : made;
    const member = overriddenName({ property: properties[api], api }, overrides);
    yield* uniqueNameRules(job, { noun: 'model', kind, member, isNamedAfterJob }, name);
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
