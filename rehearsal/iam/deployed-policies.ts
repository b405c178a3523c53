import { awsManagedPolicy } from './aws-managed-policies';
import { checkManagedPolicy, PolicySizes } from './policy-sizes';
import { readStatements, TRUST_POLICY, type PolicyStatement } from './policy-statement';
import { roleNameOf } from './principal';
import { attribute } from '../cloudformation/physical-resource';
import type { ResourceRequest } from '../cloudformation/resource-provider';
import { arnIn, bucketOfArn, type Environment } from '../environment';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** The policies of a role: what it may do, and who may assume it. */
export interface RolePolicies {
  readonly trust: readonly PolicyStatement[];
  readonly identity: readonly PolicyStatement[];
  /** Undefined without a permissions boundary, and with one from outside. */
  readonly boundary?: readonly PolicyStatement[];
  /** What names this boundary. */
  readonly boundaryArn?: string;
  /** Whether the role has policies that are not known here: they may allow anything. */
  readonly hasUnknown: boolean;
}

interface DeployedRole {
  readonly arn: string;
  readonly trust: readonly PolicyStatement[];
  readonly inline: readonly PolicyStatement[];
  readonly managedPolicies: readonly string[];
  readonly boundary?: string;
}

/** A policy that is a resource of its own. */
interface AttachedPolicy {
  readonly statements: readonly PolicyStatement[];
  /** What it is known by in these roles; a managed one is known by its ARN. */
  readonly name?: string;
  /** `<account>/<name>` of each role that it is attached to. */
  readonly roles: readonly string[];
}

/** A bucket of a stack. */
export interface DeployedBucket {
  readonly account: string;
  /** What names the key that its objects are encrypted with, where it is one of KMS. */
  readonly keyId?: string;
}

const POLICY_TYPES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** The roles, keys and buckets that stacks have made, with their policies, as they stand now. */
export class DeployedPolicies {
  private readonly roles = new Map<string, DeployedRole>();
  private readonly attached = new Map<string, AttachedPolicy>();
  /** By their ARNs; undefined where a key has no policy but the one that KMS makes. */
  private readonly keys = new Map<string, readonly PolicyStatement[] | undefined>();
  private readonly aliases = new Map<string, string>();
  private readonly buckets = new Map<string, DeployedBucket>();
  private readonly bucketPolicies = new Map<string, readonly PolicyStatement[]>();
  private readonly resolved = new Map<string, RolePolicies>();
  private readonly sizes = new PolicySizes();

  /**
   * @param onStatements Learns of statements that are deployed.
   */
  constructor(private readonly onStatements: (statements: readonly PolicyStatement[]) => void) {}

  /** The policies of a role that a stack has made; undefined of any other. */
  public ofRole(arn: string): RolePolicies | undefined {
    const { account, name } = roleNameOf(arn);
    const key = `${account}/${name}`;
    const role = this.roles.get(key);
    const known = this.resolved.get(key);
    if (known || !role) return known;
    const policies = this.resolve(key, role);
    this.resolved.set(key, policies);
    return policies;
  }

  /** What stacks have attached to a role that they have not made. */
  public attachedTo(roleArn: string): readonly PolicyStatement[] {
    const { account, name } = roleNameOf(roleArn);
    return this.attachments(`${account}/${name}`);
  }

  /** The policy of a key or a bucket; undefined where no stack has made the resource, or where it has none. */
  public ofResource(arn: string): readonly PolicyStatement[] | undefined {
    const bucket = bucketOfArn(arn);
    return bucket === undefined ? this.keys.get(arn) : this.bucketPolicies.get(bucket);
  }

  /** Whether a stack has made the key, or the bucket that the ARN is of or in. */
  public hasMade(arn: string): boolean {
    const bucket = bucketOfArn(arn);
    return bucket === undefined ? this.keys.has(arn) : this.buckets.has(bucket);
  }

  public bucket(name: string): DeployedBucket | undefined {
    return this.buckets.get(name);
  }

  /** The ARN of a key by its ARN, its id or its alias; undefined where nobody here knows it. */
  public keyArn(keyId: string, environment: Environment): string | undefined {
    const alias = /(?:^|:)(alias\/.+)$/.exec(keyId)?.[1];
    if (alias !== undefined) return this.aliases.get(arnIn(environment, 'kms', alias));
    return keyId.startsWith('arn:') ? keyId : arnIn(environment, 'kms', `key/${keyId}`);
  }

  /** An error where IAM refuses what is to be there. */
  public onPresent(type: string, id: string, request: ResourceRequest): void {
    this.resolved.clear();
    const { properties, address } = request;
    if (type === 'AWS::IAM::Role') this.addRole(id, request);
    if (POLICY_TYPES.includes(type)) this.attach(id, request);
    if (type === 'AWS::KMS::Key') {
      const { KeyPolicy: policy } = properties;
      // without a policy, KMS makes one that hands over to the account's
      const statements = policy === undefined ? undefined : this.read(policy, 'key policy', [request.path], request);
      this.keys.set(arnOf(id, request), statements);
    }
    if (type === 'AWS::KMS::Alias') {
      const target = this.keyArn(String(properties.TargetKeyId), address);
      if (target) this.aliases.set(arnIn(address, 'kms', String(properties.AliasName)), target);
    }
    if (type === 'AWS::S3::Bucket') this.buckets.set(id, { account: address.account, keyId: bucketKey(properties) });
    if (type === 'AWS::S3::BucketPolicy') {
      const statements = this.read(properties.PolicyDocument, 'bucket policy', [request.path], request);
      this.bucketPolicies.set(String(properties.Bucket), statements);
    }
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    this.resolved.clear();
    const { properties, address } = request;
    if (type === 'AWS::IAM::Role') {
      this.roles.delete(`${address.account}/${id}`);
      this.sizes.remove(`${address.account}/${id}`);
    }
    if (POLICY_TYPES.includes(type)) this.detach(policyId(id, request), placeOf(request));
    if (type === 'AWS::KMS::Key') this.keys.delete(arnOf(id, request));
    if (type === 'AWS::S3::Bucket') this.buckets.delete(id);
    if (type === 'AWS::S3::BucketPolicy') this.bucketPolicies.delete(String(properties.Bucket));
  }

  private addRole(id: string, request: ResourceRequest): void {
    const {
      AssumeRolePolicyDocument: trust,
      Policies: policies,
      ManagedPolicyArns: managed,
      PermissionsBoundary,
    } = request.properties;
    const inline = list(policies).filter(isJsonObject);
    const key = `${request.address.account}/${id}`;
    this.sizes.put(
      key,
      [key],
      inline.map((policy) => policy.PolicyDocument),
    );
    this.roles.set(key, {
      arn: arnOf(id, request),
      trust: this.read(trust, TRUST_POLICY, [key], request),
      inline: inline.flatMap((policy) => this.read(policy.PolicyDocument, String(policy.PolicyName), [key], request)),
      managedPolicies: list(managed).map(String),
      ...(PermissionsBoundary !== undefined && { boundary: String(PermissionsBoundary) }),
    });
  }

  private attach(id: string, request: ResourceRequest): void {
    const { PolicyDocument, ManagedPolicyName } = request.properties;
    const place = placeOf(request);
    const { roles } = place;
    const name = place.name ?? String(ManagedPolicyName ?? id);
    // one of the same name takes the place of another, whoever has made that
    const own = policyId(id, request);
    const replaced = this.attachedLike(place).filter((other) => other !== own);
    if (request.type === 'AWS::IAM::ManagedPolicy') checkManagedPolicy(PolicyDocument);
    else this.sizes.put(own, roles, [PolicyDocument], replaced);
    const statements = this.read(PolicyDocument, name, roles, request);
    replaced.forEach((other) => this.remove(other));
    this.attached.set(own, { statements, ...place });
  }

  /** A role has one policy of a name: who deletes theirs deletes what has taken its place. */
  private detach(id: string, policy: Pick<AttachedPolicy, 'name' | 'roles'>): void {
    [id, ...this.attachedLike(policy)].forEach((each) => this.remove(each));
  }

  /** The policies of this name on one of these roles. */
  private attachedLike({ name, roles }: Pick<AttachedPolicy, 'name' | 'roles'>): string[] {
    if (name === undefined) return [];
    return [...this.attached].flatMap(([id, other]) =>
      other.name === name && other.roles.some((role) => roles.includes(role)) ? id : [],
    );
  }

  private remove(id: string): void {
    this.attached.delete(id);
    this.sizes.remove(id);
  }

  private resolve(key: string, { trust, inline, managedPolicies, boundary }: DeployedRole): RolePolicies {
    const managed = managedPolicies.map((arn) => this.managedPolicy(arn));
    const limit = boundary === undefined ? undefined : this.managedPolicy(boundary);
    return {
      trust,
      identity: [...inline, ...this.attachments(key), ...managed.flatMap((statements) => statements ?? [])],
      ...(limit && { boundary: limit, boundaryArn: boundary }),
      hasUnknown: managed.includes(undefined),
    };
  }

  private attachments(role: string): PolicyStatement[] {
    return [...this.attached.values()]
      .filter(({ roles }) => roles.includes(role))
      .flatMap(({ statements }) => statements);
  }

  private managedPolicy(arn: string): readonly PolicyStatement[] | undefined {
    return awsManagedPolicy(arn) ?? this.attached.get(arn)?.statements;
  }

  private read(
    document: JsonValue | undefined,
    name: string,
    subjects: readonly string[],
    { stack, address, path }: ResourceRequest,
  ): PolicyStatement[] {
    const policy = `${stack.path}|${stack.name}|${address.logicalId}|${name}`;
    const statements = readStatements(document, { policy, path, name, subjects });
    this.onStatements(statements);
    return statements;
  }
}

function placeOf({ properties, address }: ResourceRequest): Pick<AttachedPolicy, 'name' | 'roles'> {
  const { PolicyName: name, Roles, RoleName } = properties;
  const roles = [...list(Roles), ...list(RoleName)].map((role) => `${address.account}/${String(role)}`);
  return { roles, name: typeof name === 'string' ? name : undefined };
}

/** A managed policy is referred to by what stands for its ARN. */
function policyId(id: string, { type, stack, address }: ResourceRequest): string {
  return type === 'AWS::IAM::ManagedPolicy' ? id : `${stack.id}|${address.logicalId}|${id}`;
}

function arnOf(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('Arn', type, properties, id, address));
}

/** What a bucket encrypts new objects with, where it is a key of KMS. */
function bucketKey({ BucketEncryption: encryption }: JsonObject): string | undefined {
  const [rule] = isJsonObject(encryption) ? list(encryption.ServerSideEncryptionConfiguration) : [];
  const settings = isJsonObject(rule) ? rule.ServerSideEncryptionByDefault : undefined;
  const key = isJsonObject(settings) ? settings.KMSMasterKeyID : undefined;
  return typeof key === 'string' ? key : undefined;
}

function list(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
