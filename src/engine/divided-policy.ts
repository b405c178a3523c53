import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { InlineRoom } from './inline-room';
import type { SharedPolicies } from './shared-policies';
import { lengthOfStatement } from '../access/policy-length';
import { canonicalText } from '../canonical-text';

/** The two parts of a divided policy. */
export interface DividedPolicyParts {
  /** The policy in the role, which is made when it is asked for. */
  readonly inRole: () => iam.Policy;
  readonly more: SharedPolicies;
}

/** Statements of a role, each once: in a policy in the role as long as there is room, and in managed policies beyond that. */
export class DividedPolicy {
  private readonly known = new Map<string, iam.Policy | iam.ManagedPolicy>();

  constructor(
    private readonly stack: Stack,
    private readonly room: InlineRoom,
    private readonly parts: DividedPolicyParts,
  ) {}

  /** Allows the role what a statement says. Returns the policy that has it. */
  public allow(statement: iam.PolicyStatement): iam.Policy | iam.ManagedPolicy {
    const text = canonicalText(this.stack.resolve(statement.toStatementJson()));
    const policy = this.known.get(text) ?? this.place(statement);
    this.known.set(text, policy);
    return policy;
  }

  private place(statement: iam.PolicyStatement): iam.Policy | iam.ManagedPolicy {
    const { inRole, more } = this.parts;
    if (!this.room.take(lengthOfStatement(this.stack, statement))) return more.allow(statement);
    const policy = inRole();
    policy.addStatements(statement);
    return policy;
  }
}
