import type { Access } from './access';
import { callAccesses } from './call-accesses';
import { decide, decideTrust } from './decision';
import { Denial } from './denial';
import { DeployedPolicies, type DeployedBucket } from './deployed-policies';
import type { Principal, RoleSession } from './principal';
import { StatementUsages, type StatementUsage } from './statement-usage';
import type { ResourceRequest } from '../cloudformation/resource-provider';
import type { ApiCall } from '../emulated-api/api-call';
import { ServiceError } from '../emulated-api/service-error';

/** A service on its way to assume a role. */
export interface Assumption {
  readonly roleArn: string;
  /** The service's principal, such as `sagemaker.amazonaws.com`. */
  readonly service: string;
  /** On behalf of which resource, where the service says so. */
  readonly sourceArn?: string;
}

/** What a call's caller is called; a call without a function is one of a state machine. */
export function sessionOf({ roleArn, caller }: ApiCall): RoleSession {
  return { roleArn, name: caller?.functionArn.split(':').pop() ?? 'StepFunctions' };
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

  /** Refuses a call that its caller may not make. */
  public authorize(call: ApiCall): void {
    if (call.roleArn === '') return;
    const denial = this.use(sessionOf(call), callAccesses(call));
    if (denial) throw new ServiceError('AccessDeniedException', denial.message);
  }

  /** Makes accesses one after the other; returns the first that is denied, and makes none after it. */
  public use(principal: Principal, accesses: readonly Access[], isUnnoticed = false): Denial | undefined {
    for (const access of accesses) {
      const decision = decide(this.policies, principal, access);
      this.usages.record(access, decision);
      if (decision.denied !== undefined) {
        return this.recorded(new Denial(principal, access, decision.denied), isUnnoticed);
      }
    }
    return undefined;
  }

  /** Makes accesses whose denial nobody notices in AWS. */
  public tryAll(session: RoleSession, accesses: readonly Access[]): void {
    accesses.forEach((access) => this.use(session, [access], true));
  }

  /** Why a service may not assume a role; undefined where it may. */
  public assume({ roleArn, service, sourceArn }: Assumption, isUnnoticed = false): Denial | undefined {
    const role = this.policies.ofRole(roleArn);
    if (!role) return undefined;
    const access: Access = {
      action: 'sts:AssumeRole',
      resource: roleArn,
      context:
        sourceArn === undefined ? {} : { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceArn.split(':')[4] },
    };
    const decision = decideTrust(role.trust, service, access);
    this.usages.record(access, decision);
    if (decision.denied === undefined) return undefined;
    return this.recorded(new Denial({ service }, access, decision.denied), isUnnoticed);
  }

  public bucket(name: string): DeployedBucket | undefined {
    return this.policies.bucket(name);
  }

  public keyArn(keyId: string, environment: { readonly account: string; readonly region: string }): string | undefined {
    return this.policies.keyArn(keyId, environment);
  }

  public onPresent(type: string, id: string, request: ResourceRequest): void {
    this.policies.onPresent(type, id, request);
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    this.policies.onGone(type, id, request);
  }

  private recorded(denial: Denial, isUnnoticed: boolean): Denial {
    const isKnown = this.denials.some(({ denial: other }) => other.message === denial.message);
    if (!isKnown) this.denials.push({ denial, isUnnoticed });
    return denial;
  }
}
