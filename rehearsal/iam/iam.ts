import type { Access } from './access';
import { decide, decideTrust } from './decision';
import { Denial } from './denial';
import { DeployedPolicies, type DeployedBucket } from './deployed-policies';
import type { Principal, RoleSession } from './principal';
import { StatementUsages, type StatementUsage } from './statement-usage';
import type { ResourceRequest } from '../cloudformation/resource-provider';
import type { Environment } from '../environment';

/** A service on its way to assume a role. */
export interface Assumption {
  readonly roleArn: string;
  /** The service's principal, such as `sagemaker.amazonaws.com`. */
  readonly service: string;
  /** On behalf of which resource, where the service says so. */
  readonly sourceArn?: string;
}

/** Somebody was denied something. */
export interface RecordedDenial {
  readonly denial: Denial;
  /** Nobody notices in AWS: no call and no job fails for it. */
  readonly isUnnoticed: boolean;
}

/**
 * Decides what the roles of the deployed stacks may do, by the policies that the stacks have made. Roles and resources
 * from outside may do and be done anything that no policy of a stack denies.
 */
export class Iam {
  /** Every denial, in order; one that is met again and again is one. */
  public readonly denials: RecordedDenial[] = [];
  private readonly usages = new StatementUsages();
  private readonly policies = new DeployedPolicies((statements) => this.usages.add(statements));

  public get statements(): StatementUsage[] {
    return this.usages.all;
  }

  /** Makes accesses one after the other; returns the first that is denied, and makes none after it. */
  public use(principal: Principal, accesses: readonly Access[]): Denial | undefined {
    for (const access of accesses) {
      const denial = this.decideOn(principal, access);
      if (denial) return this.recorded({ denial, isUnnoticed: false });
    }
    return undefined;
  }

  /** Makes accesses whose denial nobody notices in AWS. */
  public tryAll(session: RoleSession, accesses: readonly Access[]): void {
    for (const access of accesses) {
      const denial = this.decideOn(session, access);
      if (denial) this.recorded({ denial, isUnnoticed: true });
    }
  }

  /** Why a service may not assume a role; undefined where it may. */
  public assume(assumption: Assumption): Denial | undefined {
    const denial = this.decideOnTrust(assumption);
    return denial && this.recorded({ denial, isUnnoticed: false });
  }

  /** Has a service assume a role; if it may not, nobody notices in AWS. */
  public tryAssume(assumption: Assumption): void {
    const denial = this.decideOnTrust(assumption);
    if (denial) this.recorded({ denial, isUnnoticed: true });
  }

  public bucket(name: string): DeployedBucket | undefined {
    return this.policies.bucket(name);
  }

  public keyArn(keyId: string, environment: Environment): string | undefined {
    return this.policies.keyArn(keyId, environment);
  }

  public onPresent(type: string, id: string, request: ResourceRequest): void {
    this.policies.onPresent(type, id, request);
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    this.policies.onGone(type, id, request);
  }

  private decideOn(principal: Principal, access: Access): Denial | undefined {
    const decision = decide(this.policies, principal, access);
    this.usages.record(access, decision);
    return decision.denied && new Denial(principal, access, decision.denied);
  }

  private decideOnTrust({ roleArn, service, sourceArn }: Assumption): Denial | undefined {
    const role = this.policies.ofRole(roleArn);
    if (!role) return undefined;
    const context = {
      // of a resource that the service does not name, nothing is known
      ...(sourceArn !== undefined && { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceArn.split(':')[4] }),
      'sts:ExternalId': undefined,
    };
    const access: Access = { action: 'sts:AssumeRole', resource: roleArn, context };
    const decision = decideTrust(role.trust, service, access);
    this.usages.record(access, decision);
    return decision.denied && new Denial({ service }, access, decision.denied);
  }

  private recorded(recorded: RecordedDenial): Denial {
    const { denial } = recorded;
    const isKnown = this.denials.some(({ denial: other }) => other.message === denial.message);
    if (!isKnown) this.denials.push(recorded);
    return denial;
  }
}
