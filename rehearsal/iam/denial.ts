import type { Access } from './access';
import { statementName, type PolicyStatement } from './policy-statement';
import { isService, sessionArn, type Principal } from './principal';
import type { JsonObject } from '../json-value';

/** What kept an access from being allowed. */
export type DenialReason =
  'identity' | 'resource' | 'boundary' | 'explicit-deny' | 'explicit-deny-boundary' | 'explicit-deny-resource';

export interface DenialCause {
  readonly reason: DenialReason;
  /** What denies it, where a statement does. */
  readonly statement?: PolicyStatement;
  /** The permissions boundary that has this statement. */
  readonly boundary?: string;
}

/** Condition keys that narrow what a statement allows, as the services that check them say. */
const NARROWING =
  /^(iam:passedtoservice|aws:sourcearn|aws:sourceaccount|ec2:createaction|aws:requesttag\/bedrock.*|ec2:subnet|ec2:resourcetag\/.*)$/i;

/** An access that IAM has denied. */
export class Denial {
  constructor(
    public readonly principal: Principal,
    public readonly access: Access,
    private readonly cause: DenialCause,
  ) {}

  public get reason(): DenialReason {
    return this.cause.reason;
  }

  /** What AWS answers. */
  public get message(): string {
    const { action, resource } = this.access;
    // S3 puts the resource in quotation marks
    const named = action.startsWith('s3:') ? `"${resource}"` : resource;
    return `User: ${this.who} is not authorized to perform: ${action} on resource: ${named} ${this.because}`;
  }

  /** The ARN of the role, or the name of the service. */
  public get who(): string {
    return isService(this.principal) ? this.principal.service : sessionArn(this.principal);
  }

  /** The statement that would allow the access, where one would: as it stands in the policy that lacks it. */
  public get missingStatement(): JsonObject | undefined {
    if (this.reason.startsWith('explicit-deny')) return undefined;
    const { action, resource, context = {} } = this.access;
    const conditions = Object.fromEntries(
      Object.entries(context).flatMap(([key, value]) =>
        value !== undefined && NARROWING.test(key) ? [[key, typeof value === 'string' ? value : [...value]]] : [],
      ),
    );
    return {
      Effect: 'Allow',
      ...(this.reason === 'resource' && { Principal: this.named }),
      Action: action,
      // the policy of a key is about this key only, and is written so
      ...(action !== 'sts:AssumeRole' && {
        Resource: this.reason === 'resource' && action.startsWith('kms:') ? '*' : resource,
      }),
      ...(Object.keys(conditions).length > 0 && { Condition: { StringEquals: conditions } }),
    };
  }

  /** Which kind of policy it is missing in, or denied by. */
  public get policyKind(): string {
    const isTrust = this.access.action === 'sts:AssumeRole';
    switch (this.reason) {
      case 'identity':
      case 'explicit-deny':
        return 'a policy of the role';
      case 'boundary':
      case 'explicit-deny-boundary':
        return 'the permissions boundary of the role';
      case 'resource':
      case 'explicit-deny-resource':
        return isTrust ? 'the trust policy of the role' : 'the policy of the resource';
    }
  }

  /** The name of the policy and the number of the statement that denies it, where one does. */
  public get denyingStatement(): string | undefined {
    const { statement } = this.cause;
    return statement && statementName(statement.origin);
  }

  private get named(): JsonObject {
    return isService(this.principal) ? { Service: this.principal.service } : { AWS: this.principal.roleArn };
  }

  private get because(): string {
    const { action } = this.access;
    switch (this.reason) {
      case 'identity':
        return `because no identity-based policy allows the ${action} action`;
      case 'resource':
        return `because no resource-based policy allows the ${action} action`;
      case 'boundary':
        return `because no permissions boundary allows the ${action} action`;
      case 'explicit-deny':
        return 'with an explicit deny in an identity-based policy';
      case 'explicit-deny-boundary':
        return `with an explicit deny in a permissions boundary: ${this.cause.boundary}`;
      case 'explicit-deny-resource':
        return 'with an explicit deny in a resource-based policy';
    }
  }
}
