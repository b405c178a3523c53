import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import type { JobDefinition } from './job-definition';
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

/**
 * What the handler of an engine may do with jobs. It grows with the kinds of the jobs, with the roles and the names that
 * they bring, and not with their number: 150 jobs would not fit into the policies of a role one by one.
 */
export class HandlerPermissions {
  private readonly served = new Set<string>();
  private readonly passRoles = new Map<string, iam.PolicyStatement>();

  constructor(
    private readonly engine: Construct,
    private readonly role: iam.Role,
    private readonly jobNamePrefix: string,
  ) {}

  /** The path of the roles that are generated for jobs: one statement lets the handler pass them all. */
  public get jobRolePath(): string {
    return `/cdk-ml-jobs/${this.jobNamePrefix.replace(/-+$/, '')}/`;
  }

  /** Allows the handler to run a job. Returns what the job needs besides the policies of the handler's role. */
  public permit(job: PermittedJob): IDependable[] {
    this.allowCalls(job);
    return this.allowPassRole(job);
  }

  private allowCalls({ definition, explicitName }: PermittedJob): void {
    const { kind, service, arnResource: resource, actions } = definition;
    const resourceName = explicitName ?? `${this.jobNamePrefix}*`;
    const key = `${kind}/${resourceName}`;
    if (this.served.has(key)) return;
    this.served.add(key);

    const arn = Stack.of(this.engine).formatArn({
      service,
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    this.role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources: [arn] }),
    );
    if (explicitName !== undefined) return;
    acknowledgeWildcard(this.role, arn, 'The handler names the jobs it starts; they begin with this prefix.');
  }

  private allowPassRole({ construct, definition, role }: PermittedJob): IDependable[] {
    if (role && Stack.of(construct) !== Stack.of(this.engine)) {
      return [this.allowPassRoleFrom(Stack.of(construct), definition, role)];
    }
    const arn = role?.roleArn ?? this.jobRoles;
    const statement = this.passRoles.get(definition.servicePrincipal);
    if (statement) {
      statement.addResources(arn);
    } else {
      const first = passRole(definition, arn);
      this.passRoles.set(definition.servicePrincipal, first);
      this.role.addToPrincipalPolicy(first);
    }
    if (!role) acknowledgeWildcard(this.role, arn, 'The roles under this path are those of the jobs.');
    return [];
  }

  /** A role of another stack: a policy there refers to the engine, for one here would close a circle of references. */
  private allowPassRoleFrom(stack: Stack, definition: JobDefinition, role: iam.IRole): iam.Policy {
    const id = `PassRoles-${this.engine.node.addr}`;
    let policy = stack.node.tryFindChild(id) as iam.Policy | undefined;
    if (!policy) {
      policy = new iam.Policy(stack, id);
      policy.attachToRole(iam.Role.fromRoleArn(policy, 'Handler', this.role.roleArn));
    }
    policy.addStatements(passRole(definition, role.roleArn));
    return policy;
  }

  private get jobRoles(): string {
    return Stack.of(this.engine).formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: `${this.jobRolePath.slice(1)}*`,
    });
  }
}

function passRole(definition: JobDefinition, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [arn],
    conditions: { StringEquals: { 'iam:PassedToService': definition.servicePrincipal } },
  });
}
