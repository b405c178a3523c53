import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EMPTY_POLICY_LENGTH, lengthOfResource, lengthOfStatement } from '../access/policy-length';
import { canonicalText } from '../canonical-text';
import { RenewedIds } from '../job/renewed-ids';

/**
 * What IAM allows of a managed policy, in characters without white space.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_CHARACTERS = 6_144;

/** How managed policies are made. */
export interface SharedPoliciesProps {
  /** What their ids begin with, before a number. */
  readonly id: string;
  /** The role that they are attached to. */
  readonly role: iam.IRole;
  /**
   * Whether a policy that would say something else is another one, and the old one stays until the deployment has succeeded:
   * for what is needed until jobs are deleted. CloudFormation changes a policy before it deletes a job.
   */
  readonly isRenewed: boolean;
}

/** A managed policy that is filled. */
interface SharedPolicy {
  readonly policy: iam.ManagedPolicy;
  /** The statements, by what they say besides their resources. */
  readonly statements: Map<string, iam.PolicyStatement>;
  /** What the policy says, for its id: it may hold tokens. */
  readonly content: [allowed: string, resource: string][];
  left: number;
}

/**
 * What a role is allowed on resources that many jobs bring, in as few managed policies as there is room for: a role may have ten
 * of them, unless the account has a higher quota.
 */
export class SharedPolicies {
  private readonly policies: SharedPolicy[] = [];
  private readonly known = new Map<string, iam.ManagedPolicy>();

  constructor(
    private readonly scope: Construct,
    private readonly props: SharedPoliciesProps,
  ) {}

  /** Allows the role what a statement says. Returns the policy that has it. */
  public allow(statement: iam.PolicyStatement): iam.ManagedPolicy {
    const { resources } = statement;
    const allowed = this.textOf({ ...statement.toStatementJson(), Resource: undefined });
    const key = this.textOf([allowed, resources]);
    const known = this.known.get(key);
    if (known) return known;
    const shared = this.withRoom(statement, allowed);
    shared.left -= this.lengthIn(shared, statement, allowed);
    const existing = shared.statements.get(allowed);
    if (existing) {
      existing.addResources(...resources);
    } else {
      const own = statement.copy();
      shared.statements.set(allowed, own);
      shared.policy.addStatements(own);
    }
    shared.content.push(...resources.map((resource): [string, string] => [allowed, resource]));
    this.known.set(key, shared.policy);
    return shared.policy;
  }

  /** The last policy; or another one, where it has no room. */
  private withRoom(statement: iam.PolicyStatement, allowed: string): SharedPolicy {
    const last = this.policies.at(-1);
    return last && this.lengthIn(last, statement, allowed) <= last.left ? last : this.start();
  }

  private lengthIn({ statements }: SharedPolicy, statement: iam.PolicyStatement, allowed: string): number {
    if (!statements.has(allowed)) return lengthOfStatement(this.scope, statement);
    return statement.resources.reduce((sum, arn) => sum + lengthOfResource(this.scope, arn), 0);
  }

  private start(): SharedPolicy {
    const { id, role, isRenewed } = this.props;
    const policy = new iam.ManagedPolicy(this.scope, `${id}${this.policies.length + 1}`, { roles: [role] });
    const left = MOST_CHARACTERS - EMPTY_POLICY_LENGTH;
    const shared: SharedPolicy = { policy, statements: new Map(), content: [], left };
    if (isRenewed) new RenewedIds(policy, shared.content).renew(policy.node.defaultChild as iam.CfnManagedPolicy);
    this.policies.push(shared);
    return shared;
  }

  private textOf(value: unknown): string {
    return canonicalText(Stack.of(this.scope).resolve(value));
  }
}
