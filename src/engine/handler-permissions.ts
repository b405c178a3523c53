import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct, IDependable } from 'constructs';
import { DividedPolicy } from './divided-policy';
import { acknowledgeModels, calls, create, passRole } from './handler-statements';
import { InlineRoom } from './inline-room';
import { SharedPolicies } from './shared-policies';
import { growingPolicy, isReported, takesPolicies } from '../access/growing-policy';
import { GrowingStatement, type GrowingStatementProps } from '../access/growing-statement';
import { formsInArns, formsOfArn } from '../access/names-in-arns';
import { EMPTY_POLICY_LENGTH, lengthOfResource, lengthOfStatement } from '../access/policy-length';
import type { JobDefinition, JobRoleDefinition } from '../job/job-definition';
import { comesAfterJobs } from '../job/job-identity';
import { arnOfJob, hashOf, stackNamePrefix } from '../job/job-name';
import type { OwnAccess, PlacedAccess } from '../job/job-run';
import { RenewedIds } from '../job/renewed-ids';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/** A job for which the handler needs permissions. */
export interface PermittedJob {
  readonly construct: Construct;
  readonly definition: JobDefinition;
  /** The name that the user gave to the job; a generated name begins with the engine's prefix. */
  readonly explicitName?: string;
  /** What it needs. A role that it did not bring is generated, and lies under the path of the engine's job roles. */
  readonly access: OwnAccess | PlacedAccess;
}

/** How many policies of a job there may be at once: that of the job before goes when the deployment has succeeded. */
const OLD_AND_NEW = 2;

/** The policy of a kind of job. */
interface KindPolicy {
  readonly policy: iam.Policy;
  /** What else than jobs the Create call is checked against. */
  readonly createdOn: GrowingStatement;
  readonly furtherCalls: DividedPolicy;
  /** Whether a job of the kind has a generated role. */
  hasGeneratedRoles: boolean;
}

/** What an engine's handler has of its own. */
export interface HandlerAccess {
  readonly role: iam.IRole;
  /** The path of the roles that are generated for the engine's jobs. */
  readonly jobRolePath: string;
  /** A policy of the role that is there whatever the jobs. */
  readonly executionsPolicy: iam.Policy;
}

/**
 * What the handler of an engine may do with jobs. It grows with the kinds of the jobs, and with the names, the roles and the
 * models that they bring: as much of that as has room is in the policies of the role itself, and the rest in managed policies
 * that jobs share. What has the same permission does not count twice.
 *
 * What the handler needs to delete a job is in policies that go with the kind, or with the job's name: when the last job
 * of a kind is removed from the stack, or a job gets another name, CloudFormation deletes first the job and then the policy.
 * What only some jobs of a kind need to be deleted is in a policy that goes with the last of these.
 */
export class HandlerPermissions {
  private readonly kinds = new Map<string, KindPolicy>();
  private readonly passRoles = new Map<string, GrowingStatement>();
  private readonly room: InlineRoom;
  private readonly shared = new Map<string, SharedPolicies>();
  /** What belongs to other stacks. */
  private readonly foreign = new Map<Stack, DividedPolicy>();
  private readonly role: iam.IRole;
  /** What a role that is not the engine's own is allowed of roles. */
  private policy?: iam.Policy;

  constructor(
    private readonly engine: Construct,
    private readonly access: HandlerAccess,
  ) {
    this.role = access.role;
    this.room = new InlineRoom(() => isReported(engine) || !takesPolicies(access.executionsPolicy));
  }

  /** Allows the handler to run a job. Returns what the job needs besides the policies of the handler's role. */
  public permit({ construct, definition, explicitName, access }: PermittedJob): IDependable[] {
    if (access.place !== undefined) return [this.allowPlace(construct, definition, access.place)];
    const { role, createdOn = [], furtherCalls = [], deletionCalls = [] } = access;
    const kind = this.ofKind(definition);
    if (definition.role && !role) this.passGeneratedRoles(definition.role, kind);
    const needed: IDependable[] = [kind.policy];
    for (const call of deletionCalls) needed.push(this.allowDeletion(construct, definition, call));
    if (explicitName !== undefined && definition.arnHasName) {
      needed.push(this.allowNamedJob(construct, definition, explicitName));
    }
    if (Stack.of(construct) === Stack.of(this.engine)) {
      const isLate = (resources: unknown) => comesAfterJobs(construct, resources);
      const late: iam.PolicyStatement[] = [];
      if (role && isLate(role.roleArn)) late.push(passRole(definition.role!, role.roleArn));
      else if (role) needed.push(this.passRolesTo(definition.role!).add(role.roleArn));
      if (this.policy) needed.push(this.policy);
      for (const arn of createdOn) {
        if (isLate(arn)) late.push(create(definition, [arn]));
        else acknowledgeModels(kind.createdOn.add(arn), [arn]);
      }
      for (const call of furtherCalls) {
        if (isLate(call.resources)) late.push(call);
        else acknowledgeModels(kind.furtherCalls.allow(call), call.resources);
      }
      if (late.length > 0) needed.push(this.allowLate(construct, late));
    } else {
      const statements = [
        ...(role ? [passRole(definition.role!, role.roleArn)] : []),
        ...(createdOn.length > 0 ? [create(definition, createdOn)] : []),
        ...furtherCalls,
      ];
      needed.push(...statements.map((statement) => this.allowFrom(Stack.of(construct), statement)));
    }
    return needed;
  }

  /** What is made after other jobs is in a policy of its own: these come after what all jobs share, and would wait for themselves. */
  private allowLate(job: Construct, statements: iam.PolicyStatement[]): IDependable {
    const policy = growingPolicy(job, 'HandlerLate', this.role);
    policy.addStatements(...statements);
    for (const { resources } of statements) acknowledgeModels(policy, resources);
    return policy;
  }

  /**
   * What is done besides when some jobs of a kind are deleted: a policy of its own in their stack, which goes after the last of
   * them. That of the kind stays for others, and CloudFormation changes it before it deletes a job.
   */
  private allowDeletion(job: Construct, { kind }: JobDefinition, statement: iam.PolicyStatement): IDependable {
    const stack = Stack.of(job);
    const isOwn = stack === Stack.of(this.engine);
    const [scope, id] = isOwn ? [this.engine, `${kind}Deletion`] : [stack, `${kind}Deletion-${this.engine.node.addr}`];
    const existing = scope.node.tryFindChild(id) as iam.Policy | undefined;
    if (existing) return existing;
    if (!this.hasRoom(scope, statement)) return this.sharedIn(stack, 'Jobs').allow(statement);
    const policy = growingPolicy(scope, id, this.role);
    policy.addStatements(statement);
    acknowledgeModels(policy, statement.resources);
    return policy;
  }

  /** Allows the handler to read a job that was made elsewhere. */
  public permitReference(reference: Construct, definition: JobDefinition, arn: string): IDependable[] {
    const arns = definition.arnHasName ? formsOfArn(arn) : [arn];
    const statement = calls(definition, [definition.describeAction], arns);
    // nothing is read when a reference is deleted: a policy that loses one may do so at once
    if (!this.hasRoom(reference, statement)) return [this.sharedIn(Stack.of(reference), 'More').allow(statement)];
    const policy = growingPolicy(reference, 'Handler', this.role);
    policy.addStatements(statement);
    return [policy];
  }

  /** The policy of a kind: its calls on jobs with generated names. */
  private ofKind(definition: JobDefinition): KindPolicy {
    const existing = this.kinds.get(definition.kind);
    if (existing) return existing;
    const { service, createAction, unscopedActions = [], arnHasName, longestName } = definition;
    const prefix = stackNamePrefix(Stack.of(this.engine), longestName);
    const jobs = arnOfJob(this.engine, definition, arnHasName ? `${prefix}*` : '*');
    const policy = growingPolicy(this.engine, definition.kind, this.role);
    policy.addStatements(calls(definition, definition.actions, [jobs]));
    if (unscopedActions.length > 0) {
      const actions = unscopedActions.map((action) => `${service}:${action}`);
      policy.addStatements(new iam.PolicyStatement({ actions, resources: ['*'] }));
      const deed = unscopedActions.includes(createAction) ? 'starts a job, and finds it' : 'finds a job';
      acknowledgeWildcard(policy, '*', `The handler ${deed} by its name with an action that has no resource.`);
    }
    const because = arnHasName
      ? 'The handler names the jobs it starts; they begin with this prefix.'
      : 'The service chooses the ids of jobs; nothing is known of them beforehand.';
    acknowledgeWildcard(policy, jobs, because);
    const more = new SharedPolicies(policy, { id: 'More', role: this.role, isRenewed: false });
    const kind = {
      policy,
      createdOn: this.growing({
        statement: (arn) => create(definition, [arn]),
        start: (statement) => {
          policy.addStatements(statement);
          return policy;
        },
        spill: (statement) => more.allow(statement),
      }),
      furtherCalls: new DividedPolicy(Stack.of(policy), this.room, { inRole: () => policy, more }),
      hasGeneratedRoles: false,
    };
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
    const resourceName = `${this.access.jobRolePath.slice(1)}*`;
    return Stack.of(this.engine).formatArn({ service: 'iam', region: '', resource: 'role', resourceName });
  }

  /** A job that changes its name needs both policies until the old job is deleted: so the name is part of the id. */
  private allowNamedJob(job: Construct, definition: JobDefinition, name: string): IDependable {
    const arns = formsInArns(name).map((form) => arnOfJob(this.engine, definition, form));
    const statement = calls(definition, definition.actions, arns);
    if (!this.hasRoom(job, statement, OLD_AND_NEW)) return this.sharedIn(Stack.of(job), 'Jobs').allow(statement);
    const policy = growingPolicy(job, `Handler-${hashOf(name)}`, this.role);
    policy.addStatements(statement);
    return policy;
  }

  /**
   * A job whose place becomes another needs both policies until the old job is deleted: so there is another policy then, be it that
   * the template says another place, or that CloudFormation replaces the one that it says.
   */
  private allowPlace(job: Construct, definition: JobDefinition, place: string): IDependable {
    const statement = calls(definition, definition.actions, [place]);
    if (!this.hasRoom(job, statement, OLD_AND_NEW)) return this.sharedIn(Stack.of(job), 'Jobs').allow(statement);
    const policy = growingPolicy(job, 'Handler', this.role);
    new RenewedIds(policy, place).renew(policy.node.defaultChild as iam.CfnPolicy);
    policy.addStatements(statement);
    return policy;
  }

  /** Whether a statement is in a policy of its own, so many times at once. What comes after jobs cannot be in one that jobs share. */
  private hasRoom(scope: Construct, statement: iam.PolicyStatement, times = 1): boolean {
    const length = EMPTY_POLICY_LENGTH + lengthOfStatement(scope, statement);
    return this.room.take(times * length) || comesAfterJobs(scope, statement.resources);
  }

  /** The managed policies of a stack that jobs share: those that jobs have until they are deleted, or more of what is in the role. */
  private sharedIn(stack: Stack, id: 'Jobs' | 'More'): SharedPolicies {
    const isOwn = stack === Stack.of(this.engine);
    const key = `${stack.node.addr}/${id}`;
    const shared =
      this.shared.get(key) ??
      new SharedPolicies(isOwn ? this.engine : stack, {
        id: isOwn ? id : `${id}-${this.engine.node.addr}-`,
        role: this.role,
        isRenewed: id === 'Jobs',
      });
    this.shared.set(key, shared);
    return shared;
  }

  private passRolesTo(definition: JobRoleDefinition): GrowingStatement {
    const { servicePrincipal } = definition;
    const existing = this.passRoles.get(servicePrincipal);
    if (existing) return existing;
    const roles = this.growing({
      statement: (arn) => passRole(definition, arn),
      start: (statement) => this.allow(statement),
      spill: (statement) => this.sharedIn(Stack.of(this.engine), 'More').allow(statement),
    });
    this.passRoles.set(servicePrincipal, roles);
    return roles;
  }

  private growing(props: Omit<GrowingStatementProps, 'hasRoom'>): GrowingStatement {
    const { engine, room } = this;
    const lengthOf = (arn: string, isFirst: boolean) =>
      isFirst ? lengthOfStatement(engine, props.statement(arn)) : lengthOfResource(engine, arn);
    return new GrowingStatement({ ...props, hasRoom: (arn, isFirst) => room.take(lengthOf(arn, isFirst)) });
  }

  /**
   * What the role of the engine's own has in its own policy. To a role that lies elsewhere, the engine's resources must not
   * lead back.
   */
  private allow(statement: iam.PolicyStatement): IConstruct {
    if (this.role.node.scope === this.engine && !isReported(this.engine)) {
      this.role.addToPrincipalPolicy(statement);
      return this.role;
    }
    this.policy ??= growingPolicy(this.engine, 'PassRoles', this.role);
    this.policy.addStatements(statement);
    return this.policy;
  }

  /** What belongs to another stack: a policy there refers to the engine, for one here would close a circle of references. */
  private allowFrom(stack: Stack, statement: iam.PolicyStatement): IDependable {
    const id = `PassRoles-${this.engine.node.addr}`;
    const divided =
      this.foreign.get(stack) ??
      new DividedPolicy(stack, this.room, {
        inRole: () => (stack.node.tryFindChild(id) as iam.Policy | undefined) ?? growingPolicy(stack, id, this.role),
        more: this.sharedIn(stack, 'More'),
      });
    this.foreign.set(stack, divided);
    const policy = divided.allow(statement);
    acknowledgeModels(policy, statement.resources);
    return policy;
  }
}
