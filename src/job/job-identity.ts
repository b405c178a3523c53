import { CfnResource, type CustomResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { awaitedBy, overridesOf, propertiesOf, targetsOf } from '../references';

/** What makes each job the job that it is, by the element that is the job in its template. */
const IDENTITIES = new WeakMap<IConstruct, unknown>();

/** The resources that CloudFormation replaces to change what counts of them: what refers to them comes to something else then. */
const REPLACED_TYPES = [
  'AWS::SageMaker::Model',
  'AWS::Bedrock::ApplicationInferenceProfile',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::DataSource',
];

/**
 * What CloudFormation replaces resources of most types for: their names, and their places in a network. Where it does not, what
 * refers to the resource is renewed for nothing.
 */
const REPLACING_PROPERTY = /^(?:\w*Name|name|cidrBlock|availabilityZone|vpcId|groupDescription)$/;

/** Says what makes a resource the job that it is: whenever it changes, the job is another one. It may hold tokens. */
export function identifyJob(resource: CustomResource, identity: unknown): void {
  IDENTITIES.set(resource.node.defaultChild!, identity);
}

/** What makes a resource what it is: of a job what says when it is another one, of any other its properties. It may hold tokens. */
export function identityOf(resource: CfnResource): unknown {
  return IDENTITIES.get(resource) ?? propertiesOf(resource);
}

/**
 * What makes each job the job that it is whose results a value takes in, be it through other resources, such as a model
 * that hosts what a job has made; and the properties of such a model, for another one takes its place when they change, and those
 * of any other resource that have it replaced, such as the name of a bucket. It may hold tokens.
 *
 * A template refers to such a job or model in the same words, whatever it is; but what these words come to at deployment
 * changes with it.
 */
export function upstreamIdentities(scope: IConstruct, value: unknown): unknown[] {
  const seen = new Set<IConstruct>();
  const identitiesIn = (owner: IConstruct, part: unknown): unknown[] =>
    targetsOf(owner, part).flatMap((target) => {
      if (seen.has(target)) return [];
      seen.add(target);
      const identity = IDENTITIES.get(target);
      if (identity !== undefined) return [identity, ...identitiesIn(target, identity)];
      if (!CfnResource.isCfnResource(target)) return [];
      const properties = propertiesOf(target);
      return [...replacingIn(scope, target, properties), ...overridesOf(target), ...identitiesIn(target, properties)];
    });
  return identitiesIn(scope, value);
}

/** What of a resource's properties has another one take its place. */
function replacingIn(scope: IConstruct, { cfnResourceType }: CfnResource, properties: unknown): unknown[] {
  if (REPLACED_TYPES.includes(cfnResourceType)) return [properties];
  const given = Object.entries(properties ?? {}).filter(([property]) => REPLACING_PROPERTY.test(property));
  // a name that CloudFormation makes is a token that comes to nothing
  const replacing = Stack.of(scope).resolve(Object.fromEntries(given)) as object;
  return Object.keys(replacing).length === 0 ? [] : [replacing];
}

/**
 * Whether what a value refers to is made after a job, be it through other resources. What jobs wait for together must not have
 * it: that would wait for one of them.
 */
export function comesAfterJobs(scope: IConstruct, value: unknown): boolean {
  const seen = new Set<IConstruct>();
  const isAfter = (target: IConstruct): boolean => {
    if (seen.has(target)) return false;
    seen.add(target);
    if (IDENTITIES.has(target)) return true;
    if (!CfnResource.isCfnResource(target)) return false;
    return [...targetsOf(target, [propertiesOf(target), ...overridesOf(target)]), ...awaitedBy(target)].some(isAfter);
  };
  return targetsOf(scope, value).some(isAfter);
}
