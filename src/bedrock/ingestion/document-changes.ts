import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { canonicalText } from '../../canonical-text';
import { identityOf, upstreamIdentities } from '../../job/job-identity';
import { hashOf } from '../../job/job-name';

/**
 * What carries something out, and what that may do: it changes with versions of the CDK, and says nothing of documents. A custom
 * resource, such as that of a `BucketDeployment`, has beside it what says its files.
 */
const WORKERS = /^AWS::(Lambda|IAM|Logs)::/;

/**
 * The re-run key of a job that takes in what constructs put somewhere: it changes with the user's own, and with each of the
 * constructs. They are looked at when the template is written, for they may yet change until then.
 *
 * @param own What the user gives.
 */
export function rerunKeyFor(scope: IConstruct, constructs: readonly IConstruct[], own = ''): string {
  const produce = () => {
    const resources = constructs
      .flatMap(({ node }) => node.findAll())
      .filter((each) => CfnResource.isCfnResource(each))
      .filter(({ cfnResourceType }) => !WORKERS.test(cfnResourceType));
    const texts = resources.flatMap((resource) => {
      const identity = identityOf(resource);
      const textOf = (value: unknown) => canonicalText(Stack.of(resource).resolve(value));
      return [textOf([resource.cfnResourceType, identity]), ...upstreamIdentities(scope, identity).map(textOf).sort()];
    });
    const content = hashOf(canonicalText(texts));
    return own === '' ? content : `${own}-${content}`;
  };
  return Lazy.uncachedString({ produce });
}
