import { type CfnResource, type IResolveContext, Lazy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { canonicalText } from '../canonical-text';
import { upstreamIdentities } from './job-identity';
import { hashOf } from './job-name';
import { type Finding, refusal } from '../validation/finding';
import { report } from '../validation/noted-findings';

const LONGEST_LOGICAL_ID = 255;

/**
 * Logical ids that carry a hash of something: whenever that changes, or a job whose results it takes in, or what CloudFormation
 * replaces, the resources with these ids are others, and the old ones stay until the deployment has succeeded.
 */
export class RenewedIds {
  private hash?: string;
  private readonly elements: CfnResource[] = [];

  /** @param identity It may hold tokens. */
  constructor(
    private readonly scope: Construct,
    private readonly identity: unknown,
  ) {
    // nothing changes any more between the validation of an app and its templates, which ask for the hash many times
    scope.node.addValidation({
      validate: () => {
        const hash = this.hashIdentity();
        this.hash = hash;
        return report(scope, [...this.lost(hash)]);
      },
    });
  }

  /** The hash is that of the template as it is written: only then is it known what a token of another stack comes to. */
  public renew(element: CfnResource): void {
    const original = Stack.of(this.scope).getLogicalId(element);
    const produce = ({ preparing }: IResolveContext) => {
      // while references are looked for, any id will do
      const hash = this.hash ?? (preparing ? '' : this.hashIdentity());
      return `${original.slice(0, LONGEST_LOGICAL_ID - hash.length)}${hash}`;
    };
    element.overrideLogicalId(Lazy.uncachedString({ produce }));
    this.elements.push(element);
  }

  /** An aspect that gives all resources other ids takes the hash away from these. */
  private *lost(hash: string): Iterable<Finding> {
    for (const element of this.elements) {
      const id = element.stack.resolve(element.logicalId) as string;
      if (id.endsWith(hash)) continue;
      const text = `the logical id '${id}' does not end in '${hash}' any more, since something else has given it: where the job becomes another one, its old resource is taken for the new. Let the end stay, as stack.resolve(element.logicalId) has it`;
      yield { ...refusal(undefined, text), warning: 'cdk-ml-jobs:renewedId' };
    }
  }

  private hashIdentity(): string {
    const { identity, scope } = this;
    const textOf = (value: unknown) => canonicalText(Stack.of(scope).resolve(value));
    // in which order they are found follows from the order of keys
    const upstream = upstreamIdentities(scope, identity).map(textOf).sort();
    return hashOf(canonicalText([textOf(identity), ...upstream]));
  }
}
