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
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type Acceptance, type JobProperties, NAME_SEPARATOR } from './contract';
import type { JobDefinition, JobEvents } from './job-definition';
import { JobEngine } from './job-engine';
import { jobNamePrefix } from './job-name';
import { JobNetwork } from './job-network';
import type { JobOptions } from './job-options';
import { renderTags, validateTags } from './job-tags';
import { JobWait } from './job-wait';
import { LongWait } from './long-wait';
import { mergeOverrides, type Request } from './request-overrides';
import { addStackOutputs } from './stack-outputs';
import { inconsistent, invalid } from './validation/invalid';

/** What a kind of job hands to `Job` to be run. */
interface JobRun {
  /** The service's Create request, without name, role, tags and network. */
  readonly request: Request;
  /** The member of the request under which the service takes the network, from its ids. */
  readonly network?: (subnetIds: string[], securityGroupIds: string[]) => Request;
  /** How long the job may run, in seconds, as far as the request says it. */
  readonly maxRuntimeOf: (request: Request) => number | undefined;
  /** The attributes that become stack outputs. */
  readonly outputs: readonly string[];
  /** Checks the request as it will be sent. */
  readonly check: (request: Request) => void;
  /** What counts as a success, where the user says so. */
  readonly acceptance?: Acceptance;
  /** What else than the job itself the Create call is checked against: ARNs. */
  readonly createdOn?: readonly string[];
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
  /** What has the attributes of the finished job. */
  private results?: CustomResource;

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
    this.grantInterfaces();
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
    return this.explicitName === undefined ? `${this.namePrefix}${NAME_SEPARATOR}` : `${this.explicitName}/`;
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
    const { createdOn = [], acceptance } = run;
    const permissions = engine._permit({ construct: this, definition, role: options.role, explicitName, createdOn });

    const request = this.render(run);
    run.check(request);
    const wait = JobWait.of(this, options, run.maxRuntimeOf(request));
    const properties: JobProperties = {
      Kind: definition.kind,
      NamePrefix: this.namePrefix,
      JobName: explicitName,
      Request: request,
      RerunKey: options.rerunKey,
      Acceptance: acceptance,
      WaitForCompletion: wait.mode,
      WaitSeconds: String(wait.seconds),
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    const job = new CustomResource(this, 'Resource', {
      resourceType: definition.resourceType,
      serviceToken: engine.handler.functionArn,
      serviceTimeout: wait.serviceTimeout,
      properties: { ...properties },
    });
    this.resource = job;
    this.results = job;
    if (wait.mode === 'watched') {
      engine._permitWatches();
      const { [definition.members.tags]: _, ...spec } = request;
      const identity = [spec, explicitName, options.rerunKey];
      const { seconds } = wait;
      this.results = new LongWait(this, 'Wait', { definition, engine, job, seconds, acceptance, identity }).result;
    }
    // the job needs its role's policies, and the handler its own, from before the first call until after the last
    job.node.addDependency(this.role, ...permissions, ...(this.network?.dependencies ?? []));
    this.node.defaultChild = job.node.defaultChild;
    if (options.stackOutputs !== false) {
      addStackOutputs(this, Object.fromEntries(run.outputs.map((name) => [name, this._attribute(name)])));
    }
    this.node.addValidation({
      validate: () => validateTags(this.cdkTagManager, definition, explicitName !== undefined),
    });
  }

  /**
   * An attribute of the job that is known as soon as the service has accepted it.
   *
   * @internal
   */
  protected _attribute(name: string): string {
    return this.results!.getAttString(name);
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

  /**
   * A rule for the job's changes of state: all of them, or those to some statuses.
   *
   * The job is known by what its name begins with, so that the rule can be there before the job is.
   *
   * @internal
   */
  protected _onEvent(id: string, options: events.OnEventOptions, statuses?: readonly string[]): events.Rule {
    const { source, detailType, name, status } = this.definition.events as JobEvents;
    const names = this.explicitName ?? { prefix: `${this.namePrefix}${NAME_SEPARATOR}` };
    const rule = new events.Rule(this, id, options);
    rule.addEventPattern({
      source: [source],
      detailType: [detailType],
      detail: { [name]: [names], ...(statuses && { [status]: statuses }) },
    });
    rule.addTarget(options.target);
    return rule;
  }

  private render(run: JobRun): Request {
    const { members, ownMembers } = this.definition;
    const overrides = this.options.requestOverrides ?? {};
    for (const [member, instead] of Object.entries(ownMembers)) {
      if (member in overrides) {
        throw invalid(this, `requestOverrides.${member}`, `left out: ${instead}`, overrides[member]);
      }
    }
    const network = this.network && run.network?.(this.network.subnetIds, this.network.securityGroupIds);
    return {
      ...mergeOverrides({ [members.role]: this.role.roleArn, ...run.request, ...network }, overrides),
      [members.tags]: renderTags(this.cdkTagManager, this.definition),
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
    const { servicePrincipal, trust } = this.definition;
    return new iam.Role(this, 'Role', {
      path: this.engine._jobRolePath,
      assumedBy: new iam.ServicePrincipal(servicePrincipal, {
        conditions: trust(this.jobArns, Stack.of(this).account),
      }),
    });
  }

  private grantInterfaces(): void {
    const { network, definition, options, role } = this;
    if (!network) return;
    const { subnetIds, securityGroupIds } = network;
    const statements = definition.networkAccess({
      stack: Stack.of(this),
      jobs: this.jobArns,
      subnetIds,
      securityGroupIds,
    });
    network.grantInterfaces(role, statements, options.role === undefined);
  }

  /** The ARN of every attempt at the job; where the service chooses ARNs itself, of all jobs of the kind. */
  private get jobArns(): string {
    const { service, arnResource: resource, arnHasName } = this.definition;
    const name = this.explicitName ?? `${this.namePrefix}${NAME_SEPARATOR}*`;
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service, resource, resourceName: arnHasName ? name : '*', arnFormat });
  }
}
