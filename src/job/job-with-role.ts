import { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { Job } from './job';
import type { JobAccessOptions } from './job-access-options';
import type { JobDefinition, JobRoleDefinition } from './job-definition';
import { JobNetwork } from './job-network';
import type { JobOptions } from './job-options';
import type { JobRunOptions, OwnAccess } from './job-run';
import { mergeOverrides, type Request } from './request-overrides';
import { awaitedPolicies } from '../access/awaited-policies';
import { hasPrecreatedRoles } from '../access/growing-policy';
import { requireRole } from '../access/role-check';
import { ROLE } from '../validation/expected-value';
import { inconsistent } from '../validation/invalid';
import { requireValues } from '../validation/property-check';

/** What a kind of job hands to `JobWithRole` to be run. */
export interface JobWithRoleRun extends JobRunOptions, OwnAccess {
  /** The member of the request under which the service takes the network, from its ids. */
  readonly network: (subnetIds: string[], securityGroupIds: string[]) => Request;
}

/**
 * A job that the service runs with a role, and in a VPC where it is given one.
 *
 * @internal
 */
export abstract class JobWithRole extends Job implements iam.IGrantable, ec2.IConnectable {
  /** The role that the service assumes to run the job. */
  public readonly role: iam.IRole;

  /** The principal to grant permissions to: the job's role. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly broughtRole?: iam.IRole;
  private readonly network?: JobNetwork;
  private readonly roleDefinition: JobRoleDefinition;

  /** @internal */
  protected constructor(
    scope: Construct,
    id: string,
    definition: JobDefinition & { readonly role: JobRoleDefinition },
    options: JobOptions & JobAccessOptions,
  ) {
    super(scope, id, definition, options);
    requireValues(this, options, { role: ROLE });
    if (options.role) requireRole(this, 'role', options.role, definition.role.servicePrincipal);
    this.roleDefinition = definition.role;
    this.network = JobNetwork.of(this, options);
    this.broughtRole = options.role;
    this.role = options.role ?? this.createRole();
    this.grantPrincipal = this.role.grantPrincipal;
    this._grantAssets(this.role);
    this.grantInterfaces();
  }

  /**
   * The network connections of a job in a VPC.
   */
  public get connections(): ec2.Connections {
    if (!this.network) throw inconsistent(this, "'connections' are those of a job in a VPC: give the job a 'vpc'");
    return this.network.connections;
  }

  /** @internal */
  protected override _run(run: JobWithRoleRun): void {
    const { network } = this;
    const { members } = this._definition;
    super._run({
      ...run,
      // the service may take the network inside a member that the job sets, too
      request: mergeOverrides(
        // the role may lie in a member that the job sets
        { ...(members.role !== undefined && { [members.role]: this.role.roleArn }), ...run.request },
        network ? run.network(network.subnetIds, network.securityGroupIds) : {},
      ),
      role: this.roleToPass,
      needs: [
        this.role,
        awaitedPolicies(this, () => this.role),
        ...(network?.dependencies ?? []),
        ...(run.needs ?? []),
      ],
    });
  }

  /**
   * Lets the handler do more for a job that has been made.
   *
   * @internal
   */
  protected _permitMore(furtherCalls: readonly iam.PolicyStatement[]): void {
    const { _definition: definition, _engine: engine, roleToPass: role } = this;
    const permissions = engine._permit({ construct: this, definition, access: { role, furtherCalls } });
    this.node.findChild('Resource').node.addDependency(...permissions);
  }

  /** A role that somebody else has made: it does not lie under the path of the engine's job roles. */
  private get roleToPass(): iam.IRole | undefined {
    return this.broughtRole ?? (hasPrecreatedRoles(this) ? this.role : undefined);
  }

  private createRole(): iam.Role {
    const { servicePrincipal, trust, otherTrust } = this.roleDefinition;
    const stack = Stack.of(this);
    const sent = [trust(this._jobArns, stack.account), ...(otherTrust?.(stack) ?? [])];
    const principals = sent.map((conditions) => new iam.ServicePrincipal(servicePrincipal, { conditions }));
    return new iam.Role(this, 'Role', {
      path: this._engine._jobRolePath,
      assumedBy: principals.length === 1 ? principals[0] : new iam.CompositePrincipal(...principals),
    });
  }

  private grantInterfaces(): void {
    const { network, role } = this;
    if (!network) return;
    const { subnetIds, securityGroupIds, mayBeShared } = network;
    const interfaces = { stack: Stack.of(this), jobs: this._jobArns, subnetIds, securityGroupIds, mayBeShared };
    network.grantInterfaces(role, this.roleDefinition.networkAccess(interfaces), this.broughtRole === undefined);
  }
}
