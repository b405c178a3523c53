import {
  ArnFormat,
  CustomResource,
  type ITaggableV2,
  type RemovalPolicy,
  Resource,
  Stack,
  TagManager,
  TagType,
  Token,
} from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { JobProperties } from './contract';
import type { JobDefinition } from './job-definition';
import { JobEngine } from './job-engine';
import { jobNamePrefix } from './job-name';
import { JobNetwork } from './job-network';
import { renderTags, validateTags } from './job-tags';
import { serviceTimeout, waitFor, waitForStart } from './job-wait';
import { mergeOverrides, type Request } from './request-overrides';
import { addStackOutputs } from './stack-outputs';
import { inconsistent, invalid } from './validation/invalid';

/** What all jobs have in common. */
export interface JobOptions {
  /**
   * The role that the service assumes to run the job.
   *
   * The job adds to it what its inputs and outputs need. For a role whose policies are kept elsewhere, give
   * `role.withoutPolicyUpdates()`, or `Role.fromRoleArn(scope, id, arn, { mutable: false })`.
   *
   * @default - a role that can do exactly what the inputs and outputs of the job need
   */
  readonly role?: iam.IRole;

  /**
   * The VPC in which the job reaches its data.
   *
   * The VPC needs a way to S3, such as a gateway endpoint.
   *
   * @default - the job runs in no VPC of yours
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the VPC for the job: 1 to 16.
   *
   * @default - the private subnets of the VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the job in the VPC: 1 to 5.
   *
   * @default - a new security group
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * Whether the new security group of the job allows all outbound traffic.
   *
   * @default true
   */
  readonly allowAllOutbound?: boolean;

  /**
   * Whether the deployment waits for the job to end, and fails if the job fails.
   *
   * A deployment that does not wait is done with the job as soon as the service has accepted it. The results of the
   * job are not known then: using them is an error at synthesis.
   *
   * @default true
   */
  readonly waitForCompletion?: boolean;

  /**
   * A text that is part of what makes the job this job: change it to run the same job again.
   *
   * Without a change of this text or of the request itself, no deployment ever runs a job a second time.
   *
   * @default - the job runs again only if its request changes
   */
  readonly rerunKey?: string;

  /**
   * Whether the stack has outputs with the main results of the job.
   *
   * Their ids are the job's path in the stack followed by the name of the attribute, as in `CompileModelArtifacts`.
   *
   * @default true
   */
  readonly stackOutputs?: boolean;

  /**
   * Members of the service's Create request that have no property here, under the names of the API. They are merged
   * deeply into the request: objects member by member, anything else by replacement.
   *
   * Permissions do not follow from them; grant them to the job. The job's name, role and tags cannot be set this way.
   *
   * @default - the request is what the properties say
   */
  readonly requestOverrides?: { [member: string]: unknown };

  /**
   * What runs the job: the function and the state machine. A job that is deployed cannot change its engine, for
   * CloudFormation does not let a custom resource change its provider; `JobEngine.of(stack, props)` says how the engine
   * of the stack runs.
   *
   * @default - the one engine of the stack, shared by all its jobs
   */
  readonly engine?: JobEngine;
}

/** What a kind of job hands to `Job` to be run. */
interface JobRun {
  /** The service's Create request, without name, role, tags and network. */
  readonly request: Request;
  /** The member of the request under which the service takes the network, from its ids. */
  readonly network?: (subnetIds: string[], securityGroupIds: string[]) => Request;
  /** How long the job may run, in seconds, as the request says. */
  readonly maxRuntimeOf: (request: Request) => number;
  /** The attributes that become stack outputs. */
  readonly outputs: readonly string[];
  /** Checks the request as it will be sent. */
  readonly check: (request: Request) => void;
}

/**
 * A machine-learning job that is run by the deployment of its stack.
 *
 * The job is created with the resource, and again, under a new name, whenever its request changes; the job before is
 * removed once the deployment has succeeded. Its outcome decides the outcome of the deployment.
 *
 * @internal
 */
export abstract class Job extends Resource implements iam.IGrantable, ec2.IConnectable, ITaggableV2 {
  /** The role that the service assumes to run the job. */
  public readonly role: iam.IRole;

  /** The principal to grant permissions to: the job's role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** The tags of the job; set them with `Tags.of(job).add()`. */
  public readonly cdkTagManager: TagManager;

  private readonly definition: JobDefinition;
  private readonly options: JobOptions;
  private readonly explicitName?: string;
  private readonly engine: JobEngine;
  private readonly network?: JobNetwork;
  private readonly namePrefix: string;
  private resource?: CustomResource;

  /** @internal */
  protected constructor(
    scope: Construct,
    id: string,
    definition: JobDefinition,
    options: JobOptions,
    explicitName?: string,
  ) {
    super(scope, id);
    this.definition = definition;
    this.options = options;
    this.explicitName = explicitName;
    this.engine = options.engine ?? JobEngine.of(this);
    this.requireSameEnvironment();
    this.namePrefix = jobNamePrefix(this.engine._jobNamePrefix, this, definition.longestName);
    this.cdkTagManager = new TagManager(TagType.STANDARD, definition.resourceType);
    this.network = JobNetwork.of(this, options);
    this.role = options.role ?? this.createRole();
    this.grantPrincipal = this.role.grantPrincipal;
    this.network?.grantInterfaces(this.role, options.role === undefined);
  }

  /**
   * The network connections of a job in a VPC.
   */
  public get connections(): ec2.Connections {
    if (!this.network) throw inconsistent(this, "'connections' are those of a job in a VPC: give the job a 'vpc'");
    return this.network.connections;
  }

  /**
   * What the keys of the job's output begin with, under its prefix: each attempt has a folder with its name.
   *
   * @internal
   */
  protected get _outputFolders(): string {
    return this.explicitName === undefined ? `${this.namePrefix}-` : `${this.explicitName}/`;
  }

  /**
   * Keeps or removes the job's record when the resource is removed from the stack.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    this.resource!.applyRemovalPolicy(policy);
  }

  /**
   * Makes the custom resource: to be called once, when the request is known.
   *
   * @internal
   */
  protected _run(run: JobRun): void {
    const { definition, engine, explicitName, options } = this;
    const permissions = engine._permit({ construct: this, definition, role: options.role, explicitName });

    const request = this.render(run);
    run.check(request);
    const waits = options.waitForCompletion !== false;
    const wait = waits ? waitFor(this, run.maxRuntimeOf(request)) : waitForStart();
    const properties: JobProperties = {
      Kind: definition.kind,
      NamePrefix: this.namePrefix,
      JobName: explicitName,
      Request: request,
      RerunKey: options.rerunKey,
      WaitForCompletion: waits ? 'true' : 'false',
      WaitSeconds: String(wait.toSeconds()),
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: definition.resourceType,
      serviceToken: engine.handler.functionArn,
      serviceTimeout: serviceTimeout(wait),
      properties: { ...properties },
    });
    // the job needs its role's policies, and the handler its own, from before the first call until after the last
    this.resource.node.addDependency(this.role, ...permissions, ...(this.network?.dependencies ?? []));
    this.node.defaultChild = this.resource.node.defaultChild;
    if (options.stackOutputs !== false) {
      addStackOutputs(this, Object.fromEntries(run.outputs.map((name) => [name, this._attribute(name)])));
    }
    this.node.addValidation({ validate: () => validateTags(this.cdkTagManager, explicitName !== undefined) });
  }

  /**
   * An attribute of the job that is known as soon as the service has accepted it.
   *
   * @internal
   */
  protected _attribute(name: string): string {
    return this.resource!.getAttString(name);
  }

  /**
   * An attribute of the job that is known when the job has ended.
   *
   * @internal
   */
  protected _result(member: string, name: string): string {
    if (this.options.waitForCompletion === false) {
      throw inconsistent(
        this,
        `'${member}' is known only when the job has ended, but 'waitForCompletion' is false: it must be true, or left out, for '${member}' to be used`,
      );
    }
    return this._attribute(name);
  }

  private render(run: JobRun): Request {
    const overrides = this.options.requestOverrides ?? {};
    for (const [member, instead] of [
      [`${this.definition.kind}Name`, "the job's name property"],
      ['RoleArn', "'role'"],
      ['Tags', 'Tags.of()'],
    ]) {
      if (member in overrides) {
        throw invalid(this, `requestOverrides.${member}`, `left out: use ${instead}`, overrides[member]);
      }
    }
    const network = this.network && run.network?.(this.network.subnetIds, this.network.securityGroupIds);
    return {
      ...mergeOverrides({ RoleArn: this.role.roleArn, ...run.request, ...network }, overrides),
      Tags: renderTags(this.cdkTagManager),
    };
  }

  /** The function of another account or Region cannot be a custom resource's provider, nor run its job. */
  private requireSameEnvironment(): void {
    const [own, engines] = [Stack.of(this), Stack.of(this.engine)];
    const differs = (a: string, b: string) => !Token.isUnresolved(a) && !Token.isUnresolved(b) && a !== b;
    if (!differs(own.account, engines.account) && !differs(own.region, engines.region)) return;
    throw invalid(this, 'engine', `one in ${own.environment}, as the job is`, engines.environment);
  }

  private createRole(): iam.Role {
    const { service, arnResource: resource, servicePrincipal } = this.definition;
    const jobs = Stack.of(this).formatArn({
      service,
      resource,
      resourceName: this.explicitName ?? `${this.namePrefix}-*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    return new iam.Role(this, 'Role', {
      path: this.engine._jobRolePath,
      assumedBy: new iam.ServicePrincipal(servicePrincipal, { conditions: { ArnLike: { 'aws:SourceArn': jobs } } }),
    });
  }
}
