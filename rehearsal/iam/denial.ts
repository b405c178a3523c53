import type { Access } from './access';
import { isService, sessionArn, type Principal } from './principal';
import type { JsonObject } from '../json-value';

/** What kept an access from being allowed. */
export type DenialReason = 'identity' | 'resource' | 'boundary' | 'explicit-deny' | 'explicit-deny-resource';

/** Condition keys that narrow what a statement allows, as the services that check them say. */
const NARROWING =
  /^(iam:passedtoservice|aws:sourcearn|aws:sourceaccount|ec2:createaction|aws:requesttag\/bedrock.*|ec2:subnet|ec2:resourcetag\/.*)$/i;

/** An access that IAM has denied. */
export class Denial {
  constructor(
    public readonly principal: Principal,
    public readonly access: Access,
    public readonly reason: DenialReason,
  ) {}

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

  /** The statement that would allow the access, where one would. */
  public get missingStatement(): JsonObject | undefined {
    if (this.reason.startsWith('explicit-deny')) return undefined;
    const { action, resource, context = {} } = this.access;
    const narrowing = Object.entries(context).filter(([key]) => NARROWING.test(key));
    const conditions = Object.fromEntries(
      narrowing.map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
    );
    return {
      Effect: 'Allow',
      ...(isService(this.principal) && { Principal: { Service: this.principal.service } }),
      Action: action,
      ...(action !== 'sts:AssumeRole' && { Resource: resource }),
      ...(narrowing.length > 0 && { Condition: { StringEquals: conditions } }),
    };
  }

  /** Which kind of policy it is missing in, or denied by. */
  public get policyKind(): string {
    switch (this.reason) {
      case 'identity':
        return 'a policy of the role';
      case 'resource':
        return this.access.action === 'sts:AssumeRole' ? 'the trust policy of the role' : 'the policy of the resource';
      case 'boundary':
        return 'the permissions boundary of the role';
      case 'explicit-deny':
        return 'a Deny in a policy of the role';
      case 'explicit-deny-resource':
        return 'a Deny in the policy of the resource';
    }
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
      case 'explicit-deny-resource':
        return 'with an explicit deny in a resource-based policy';
    }
  }
}
