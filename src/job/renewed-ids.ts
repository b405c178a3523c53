import { type CfnResource, type IResolveContext, Lazy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { canonicalText } from '../canonical-text';
import { upstreamIdentities } from './job-identity';
import { hashOf } from './job-name';

const LONGEST_LOGICAL_ID = 255;

/**
 * Logical ids that carry a hash of something: whenever that changes, or a job whose results it takes in, or what CloudFormation
 * replaces, the resources with these ids are others, and the old ones stay until the deployment has succeeded.
 */
export class RenewedIds {
  private hash?: string;

  /** @param identity It may hold tokens. */
  constructor(
    private readonly scope: Construct,
    private readonly identity: unknown,
  ) {
    // nothing changes any more between the validation of an app and its templates, which ask for the hash many times
    scope.node.addValidation({
      validate: () => {
        this.hash = this.hashIdentity();
        return [];
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
  }

  private hashIdentity(): string {
    const { identity, scope } = this;
    const textOf = (value: unknown) => canonicalText(Stack.of(scope).resolve(value));
    // in which order they are found follows from the order of keys
    const upstream = upstreamIdentities(scope, identity).map(textOf).sort();
    return hashOf(canonicalText([textOf(identity), ...upstream]));
  }
}
