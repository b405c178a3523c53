import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import { growingPolicy, isReported } from '../access/growing-policy';
import { GrowingStatement } from '../access/growing-statement';
import { formsInArns, formsOfArn } from '../access/names-in-arns';
import { roleSeenFrom } from '../access/role-seen-from';
import type { JobDefinition, JobRoleDefinition } from '../job/job-definition';
import { arnOfJob, hashOf, stackNamePrefix } from '../job/job-name';
import { RenewedIds } from '../job/renewed-ids';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/** A job for which the handler needs permissions. */
export interface PermittedJob {
  readonly construct: Construct;
  readonly definition: JobDefinition;
  /** The role that the job brought; a generated role lies under the path of the engine's job roles. */
  readonly role?: iam.IRole;
  /** The name that the user gave to the job; a generated name begins with the engine's prefix. */
  readonly explicitName?: string;
  /** What else than the job itself the Create call is checked against: ARNs. */
  readonly createdOn: readonly string[];
  /** What else the handler does for the job. */
  readonly furtherCalls: readonly iam.PolicyStatement[];
  /** The ARN of what the job belongs in, where policies know it by that. @default - the job has an ARN */
  readonly place?: string;
}

/** The policy of a kind of job. */
interface KindPolicy {
  readonly policy: iam.Policy;
  /** What else than jobs the Create call is checked against. */
  readonly createdOn: GrowingStatement;
  /** Whether a job of the kind has a generated role. */
  hasGeneratedRoles: boolean;
}

/**
 * What the handler of an engine may do with jobs. It grows with the kinds of the jobs, with the roles and the names that
 * they bring, and not with their number: 150 jobs would not fit into the policies of a role one by one.
 *
 * What the handler needs to delete a job is in policies that go with the kind or with the job's name: when the last job
 * of a kind is removed from the stack, or a job gets another name, CloudFormation deletes first the job and then the policy.
 */
export class HandlerPermissions {
  private readonly kinds = new Map<string, KindPolicy>();
  private readonly passRoles = new Map<string, GrowingStatement>();
  /** What a role that is not the engine's own is allowed of roles. */
  private policy?: iam.Policy;

  constructor(
    private readonly engine: Construct,
    private readonly role: iam.IRole,
    private readonly jobRolePath: string,
  ) {}

  /** Allows the handler to run a job. Returns what the job needs besides the policies of the handler's role. */
  public permit(job: PermittedJob): IDependable[] {
    const { construct, definition, role, explicitName, createdOn, furtherCalls, place } = job;
    if (place !== undefined) return [this.allowPlace(construct, definition, place)];
    const kind = this.ofKind(definition);
    const { policy, createdOn: statement } = kind;
    if (definition.role && !role) this.passGeneratedRoles(definition.role, kind);
    const needed: IDependable[] = [policy];
    if (explicitName !== undefined && definition.arnHasName) {
      needed.push(this.allowNamedJob(construct, definition, explicitName));
    }
    if (Stack.of(construct) === Stack.of(this.engine)) {
      if (role) this.passRolesTo(definition.role!).add(role.roleArn);
      if (this.policy) needed.push(this.policy);
      createdOn.forEach((arn) => statement.add(arn));
      // of several that are the same, a policy has one
      policy.addStatements(...furtherCalls);
      acknowledgeModels(policy, [...createdOn, ...furtherCalls.flatMap(({ resources }) => resources)]);
    } else if (role || createdOn.length > 0 || furtherCalls.length > 0) {
      const statements = [
        ...(role ? [passRole(definition.role!, role.roleArn)] : []),
        ...(createdOn.length > 0 ? [create(definition, createdOn)] : []),
        ...furtherCalls,
      ];
      const foreign = this.allowFrom(Stack.of(construct), statements);
      acknowledgeModels(foreign, [...createdOn, ...furtherCalls.flatMap(({ resources }) => resources)]);
      needed.push(foreign);
    }
    return needed;
  }

  /** Allows the handler to read a job that was made elsewhere. */
  public permitReference(reference: Construct, definition: JobDefinition, arn: string): IDependable[] {
    const arns = definition.arnHasName ? formsOfArn(arn) : [arn];
    const policy = growingPolicy(reference, 'Handler', this.roleSeenFrom(Stack.of(reference)));
    policy.addStatements(calls(definition, [definition.describeAction], arns));
    return [policy];
  }

  /** The policy of a kind: its calls on jobs with generated names. */
  private ofKind(definition: JobDefinition): KindPolicy {
    const existing = this.kinds.get(definition.kind);
    if (existing) return existing;
    const { service, unscopedActions = [], arnHasName, longestName } = definition;
    const prefix = stackNamePrefix(Stack.of(this.engine), longestName);
    const jobs = arnOfJob(this.engine, definition, arnHasName ? `${prefix}*` : '*');
    const policy = growingPolicy(this.engine, definition.kind, this.role);
    policy.addStatements(calls(definition, definition.actions, [jobs]));
    if (unscopedActions.length > 0) {
      const actions = unscopedActions.map((action) => `${service}:${action}`);
      policy.addStatements(new iam.PolicyStatement({ actions, resources: ['*'] }));
      acknowledgeWildcard(policy, '*', 'The handler finds a job by its name with an action that has no resource.');
    }
    const because = arnHasName
      ? 'The handler names the jobs it starts; they begin with this prefix.'
      : 'The service chooses the ids of jobs; nothing is known of them beforehand.';
    acknowledgeWildcard(policy, jobs, because);
    const kind = { policy, createdOn: this.createdOn(definition, policy), hasGeneratedRoles: false };
    this.kinds.set(definition.kind, kind);
    return kind;
  }

  /** The generated roles of all jobs of a kind, once the first job has one. */
  private passGeneratedRoles(definition: JobRoleDefinition, kind: KindPolicy): void {
    if (kind.hasGeneratedRoles) return;
    kind.hasGeneratedRoles = true;
    const roles = this.generatedRoles();
    kind.policy.addStatements(passRole(definition, roles));
    acknowledgeWildcard(kind.policy, roles, 'The roles under this path are those of the jobs.');
  }

  /** The ARN of all roles that are generated for the engine's jobs. */
  private generatedRoles(): string {
    const resourceName = `${this.jobRolePath.slice(1)}*`;
    return Stack.of(this.engine).formatArn({ service: 'iam', region: '', resource: 'role', resourceName });
  }

  /** What goes beyond the first statement is in managed policies: those in a role have room for 10,240 characters. */
  private createdOn(definition: JobDefinition, policy: iam.Policy): GrowingStatement {
    let count = 0;
    return new GrowingStatement((arn) => {
      const statement = create(definition, [arn]);
      if (count === 0 || !this.hasOwnRole) policy.addStatements(statement);
      else new iam.ManagedPolicy(policy, `More${count}`, { roles: [this.role], statements: [statement] });
      count += 1;
      return statement;
    });
  }

  /** A job that changes its name needs both policies until the old job is deleted: so the name is part of the id. */
  private allowNamedJob(job: Construct, definition: JobDefinition, name: string): iam.Policy {
    const arns = formsInArns(name).map((form) => arnOfJob(this.engine, definition, form));
    const policy = growingPolicy(job, `Handler-${hashOf(name)}`, this.roleSeenFrom(Stack.of(job)));
    policy.addStatements(calls(definition, definition.actions, arns));
    return policy;
  }

  /**
   * A job whose place becomes another needs both policies until the old job is deleted: so there is another policy then, be it that
   * the template says another place, or that CloudFormation replaces the one that it says.
   */
  private allowPlace(job: Construct, definition: JobDefinition, place: string): iam.Policy {
    const policy = growingPolicy(job, 'Handler', this.roleSeenFrom(Stack.of(job)));
    new RenewedIds(policy, place).renew(policy.node.defaultChild as iam.CfnPolicy);
    policy.addStatements(calls(definition, definition.actions, [place]));
    return policy;
  }

  private passRolesTo(definition: JobRoleDefinition): GrowingStatement {
    const existing = this.passRoles.get(definition.servicePrincipal);
    if (existing) return existing;
    const statement = new GrowingStatement((arn) => {
      const pass = passRole(definition, arn);
      this.allow(pass);
      return pass;
    });
    this.passRoles.set(definition.servicePrincipal, statement);
    return statement;
  }

  /** Whether the role is the engine's, and made with it: policies of any kind may be attached to it. */
  private get hasOwnRole(): boolean {
    return this.role.node.scope === this.engine && !isReported(this.engine);
  }

  /**
   * What the role of the engine's own has in its own policy, which the CDK divides when it gets too large. To a role that
   * lies elsewhere, the engine's resources must not lead back.
   */
  private allow(statement: iam.PolicyStatement): void {
    if (this.hasOwnRole) {
      this.role.addToPrincipalPolicy(statement);
      return;
    }
    this.policy ??= growingPolicy(this.engine, 'PassRoles', this.role);
    this.policy.addStatements(statement);
  }

  /** What belongs to another stack: a policy there refers to the engine, for one here would close a circle of references. */
  private allowFrom(stack: Stack, statements: iam.PolicyStatement[]): iam.Policy {
    const id = `PassRoles-${this.engine.node.addr}`;
    const policy =
      (stack.node.tryFindChild(id) as iam.Policy | undefined) ?? growingPolicy(stack, id, this.roleSeenFrom(stack));
    policy.addStatements(...statements);
    return policy;
  }

  private roleSeenFrom(stack: Stack): iam.IRole {
    return roleSeenFrom(stack, `Handler-${this.engine.node.addr}`, this.role);
  }
}

function calls({ service }: JobDefinition, actions: readonly string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources });
}

function create({ service, createAction }: JobDefinition, resources: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [`${service}:${createAction}`], resources: [...resources] });
}

/** Says why a job may be created on models wherever they are, or whichever they are. */
function acknowledgeModels(policy: iam.Policy, arns: readonly string[]): void {
  for (const arn of arns.filter((each) => each.includes('*'))) {
    const because = arn.endsWith(':custom-model/*')
      ? 'The service chooses the ids of custom models; nothing is known of them beforehand.'
      : 'A model, in all Regions of an inference profile.';
    acknowledgeWildcard(policy, arn, because);
  }
}

function passRole({ servicePrincipal }: JobRoleDefinition, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [arn],
    conditions: { StringEquals: { 'iam:PassedToService': servicePrincipal } },
  });
}
