import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import type { JobDefinition } from './job-definition';
import { hashOf } from './job-name';
import { acknowledgeWildcard } from './nag-acknowledgment';

/** A job for which the handler needs permissions. */
export interface PermittedJob {
  readonly construct: Construct;
  readonly definition: JobDefinition;
  /** The role that the job brought; a generated role lies under the path of the engine's job roles. */
  readonly role?: iam.IRole;
  /** The name that the user gave to the job; a generated name begins with the engine's prefix. */
  readonly explicitName?: string;
}

/** A statement with more ARNs may be too long for a policy, and a statement cannot be divided. */
const MOST_ROLES_IN_A_STATEMENT = 25;

/**
 * What the handler of an engine may do with jobs. It grows with the kinds of the jobs, with the roles and the names that
 * they bring, and not with their number: 150 jobs would not fit into the policies of a role one by one.
 *
 * What the handler needs to delete a job is in policies that go with the kind or with the job's name: when the last job
 * of a kind is removed from the stack, or a job gets another name, CloudFormation deletes first the job and then the policy.
 */
export class HandlerPermissions {
  private readonly kinds = new Map<string, iam.Policy>();
  private readonly passRoles = new Map<string, { statement: iam.PolicyStatement; arns: Set<string> }[]>();

  constructor(
    private readonly engine: Construct,
    private readonly role: iam.Role,
    private readonly jobNamePrefix: string,
    private readonly jobRolePath: string,
  ) {}

  /** Allows the handler to run a job. Returns what the job needs besides the policies of the handler's role. */
  public permit(job: PermittedJob): IDependable[] {
    const { construct, definition, role, explicitName } = job;
    const needed: IDependable[] = [this.policyOf(definition)];
    if (explicitName !== undefined) needed.push(this.allowNamedJob(construct, definition, explicitName));
    if (!role) return needed;
    if (Stack.of(construct) === Stack.of(this.engine)) {
      this.allowPassRole(definition, role);
    } else {
      needed.push(this.allowPassRoleFrom(Stack.of(construct), definition, role));
    }
    return needed;
  }

  /** The policy of a kind: its calls on jobs with generated names, and the generated roles. */
  private policyOf(definition: JobDefinition): iam.Policy {
    const existing = this.kinds.get(definition.kind);
    if (existing) return existing;
    const jobs = this.arnOf(definition, `${this.jobNamePrefix}*`);
    const roles = Stack.of(this.engine).formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: `${this.jobRolePath.slice(1)}*`,
    });
    const policy = new iam.Policy(this.engine, definition.kind, {
      roles: [this.role],
      statements: [calls(definition, jobs), passRole(definition, roles)],
    });
    acknowledgeWildcard(policy, jobs, 'The handler names the jobs it starts; they begin with this prefix.');
    acknowledgeWildcard(policy, roles, 'The roles under this path are those of the jobs.');
    this.kinds.set(definition.kind, policy);
    return policy;
  }

  /** A job that changes its name needs both policies until the old job is deleted: so the name is part of the id. */
  private allowNamedJob(job: Construct, definition: JobDefinition, name: string): iam.Policy {
    return new iam.Policy(job, `Handler-${hashOf(name)}`, {
      roles: [this.roleSeenFrom(Stack.of(job))],
      statements: [calls(definition, this.arnOf(definition, name))],
    });
  }

  private allowPassRole(definition: JobDefinition, { roleArn }: iam.IRole): void {
    const statements = this.passRoles.get(definition.servicePrincipal) ?? [];
    this.passRoles.set(definition.servicePrincipal, statements);
    if (statements.some(({ arns }) => arns.has(roleArn))) return;
    const last = statements[statements.length - 1];
    if (last && last.arns.size < MOST_ROLES_IN_A_STATEMENT) {
      last.arns.add(roleArn);
      last.statement.addResources(roleArn);
    } else {
      const statement = passRole(definition, roleArn);
      statements.push({ statement, arns: new Set([roleArn]) });
      this.role.addToPrincipalPolicy(statement);
    }
  }

  /** A role of another stack: a policy there refers to the engine, for one here would close a circle of references. */
  private allowPassRoleFrom(stack: Stack, definition: JobDefinition, role: iam.IRole): iam.Policy {
    const id = `PassRoles-${this.engine.node.addr}`;
    const policy =
      (stack.node.tryFindChild(id) as iam.Policy | undefined) ??
      new iam.Policy(stack, id, { roles: [this.roleSeenFrom(stack)] });
    policy.addStatements(passRole(definition, role.roleArn));
    return policy;
  }

  /** A policy can be attached to a role from another stack only by the role's name. */
  private roleSeenFrom(stack: Stack): iam.IRole {
    if (stack === Stack.of(this.role)) return this.role;
    const id = `Handler-${this.engine.node.addr}`;
    const existing = stack.node.tryFindChild(id) as iam.IRole | undefined;
    return existing ?? iam.Role.fromRoleArn(stack, id, this.role.roleArn);
  }

  private arnOf({ service, arnResource: resource }: JobDefinition, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this.engine).formatArn({ service, resource, resourceName, arnFormat });
  }
}

function calls({ service, actions }: JobDefinition, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources: [arn] });
}

function passRole({ servicePrincipal }: JobDefinition, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [arn],
    conditions: { StringEquals: { 'iam:PassedToService': servicePrincipal } },
  });
}
