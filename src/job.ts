import {
  CustomResource,
  type ITaggableV2,
  Lazy,
  type RemovalPolicy,
  Resource,
  Stack,
  TagManager,
  TagType,
  Token,
} from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import { type Acceptance, type JobProperties, metricAttribute, NAME_SEPARATOR, NAME_SUFFIX_LENGTH } from './contract';
import type { JobDefinition, JobEvents } from './job-definition';
import { JobEngine } from './job-engine';
import { identifyJob } from './job-identity';
import { arnOfJob, jobNamePrefix } from './job-name';
import type { JobOptions } from './job-options';
import { renderTags, validateTags } from './job-tags';
import { JobWait } from './job-wait';
import { LongWait } from './long-wait';
import { mergeOverrides, type Request, withoutNulls } from './request-overrides';
import { addStackOutputs } from './stack-outputs';
import type { Finding } from './validation/finding';
import { inconsistent, invalid } from './validation/invalid';
import { note } from './validation/noted-findings';
import { isPlainObject } from './validation/open-value';
import { requireNone, stringRules, valuesRules } from './validation/property-check';
import { validateRequest } from './validation/request-validation';
import { operationModel } from './validation/service-model/operation-model';

/** What a kind of job hands to `Job` to be run. */
export interface JobRun {
  /** The service's Create request, without name and tags. */
  readonly request: Request;
  /** How long the job may run, in seconds, as far as the request says it. */
  readonly maxRuntimeOf: (request: Request) => number | undefined;
  /** The attributes that become stack outputs. */
  readonly outputs: readonly string[];
  /** What the request must be besides what the service's model says. */
  readonly rules: (request: Request) => Iterable<Finding>;
  /** What counts as a success, where the user says so. */
  readonly acceptance?: Acceptance;
  /** What else than the job itself the Create call is checked against: ARNs. */
  readonly createdOn?: readonly string[];
  /** The role that the job brought, for the handler to pass on. */
  readonly role?: iam.IRole;
  /** What must be there from before the first call until after the last. */
  readonly needs?: readonly IDependable[];
}

/**
 * A machine-learning job that is run by the deployment of its stack.
 *
 * The job is created with the resource, and again, under a new name, whenever its request changes; the job before is
 * removed once the deployment has succeeded. Its outcome decides the outcome of the deployment.
 *
 * @internal
 */
export abstract class Job extends Resource implements ITaggableV2 {
  /** The tags of the job; set them with `Tags.of(job).add()`. */
  public readonly cdkTagManager: TagManager;

  /** @internal */
  protected readonly _definition: JobDefinition;
  /** @internal */
  protected readonly _engine: JobEngine;
  private readonly options: JobOptions;
  private readonly explicitName?: string;
  private readonly namePrefix: string;
  private readonly metrics = new Set<string>();
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
    for (const finding of [...JobWait.rules(options), ...stringRules('rerunKey', options.rerunKey)]) {
      note(this, finding);
    }
    requireNone(this, [
      ...stringRules(definition.properties[definition.members.name], explicitName),
      ...valuesRules(options, { engine: { mark: '_permit', allowed: 'an engine, for example new JobEngine()' } }),
    ]);
    this._definition = definition;
    this.options = options;
    this.explicitName = explicitName;
    this._engine = options.engine ?? JobEngine.of(this);
    this.requireSameEnvironment();
    this.namePrefix = jobNamePrefix(this._engine._jobNamePrefix, this, definition.longestName);
    this.cdkTagManager = new TagManager(TagType.STANDARD, definition.resourceType);
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
    const { _definition: definition, _engine: engine, explicitName, options } = this;
    const { createdOn = [], acceptance, role, needs = [] } = run;
    const permissions = engine._permit({ construct: this, definition, role, explicitName, createdOn });

    const rendered = this.render(run.request);
    this.validate(rendered, run.rules);
    const request = withoutNulls(rendered);
    const wait = JobWait.of(options, run.maxRuntimeOf(request));
    const properties: JobProperties = {
      Kind: definition.kind,
      NamePrefix: this.namePrefix,
      JobName: explicitName,
      Request: request,
      RerunKey: options.rerunKey,
      Acceptance: acceptance,
      Metrics: this.metricNames(),
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
    const { [definition.members.tags]: _, ...spec } = request;
    const identity = [spec, explicitName, options.rerunKey];
    identifyJob(job, identity);
    this.resource = job;
    this.results = job;
    if (wait.mode === 'watched') {
      const { seconds } = wait;
      const metrics = this.metricNames();
      const props = { definition, engine, job, seconds, acceptance, metrics, identity };
      this.results = new LongWait(this, 'Wait', props).result;
    }
    // the job needs its role's policies, and the handler its own, from before the first call until after the last
    job.node.addDependency(...permissions, ...needs);
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
   * A metric of the job that is known when the job has ended.
   *
   * @internal
   */
  protected _metric(name: string): string {
    this.metrics.add(name);
    return this._result(`metric('${name}')`, metricAttribute(name));
  }

  /**
   * A rule for the job's changes of state: all of them, or those to some statuses.
   *
   * The job is known by what its name begins with, so that the rule can be there before the job is.
   *
   * @internal
   */
  protected _onEvent(id: string, options: events.OnEventOptions, statuses?: readonly string[]): events.Rule {
    const { source, detailType, name, status } = this._definition.events as JobEvents;
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

  /**
   * The ARN of every attempt at the job; where the service chooses ARNs itself, of all jobs of the kind.
   *
   * @internal
   */
  protected get _jobArns(): string {
    const name = this.explicitName ?? `${this.namePrefix}${NAME_SEPARATOR}*`;
    return arnOfJob(this, this._definition, this._definition.arnHasName ? name : '*');
  }

  private render(request: Request): Request {
    const { members, ownMembers } = this._definition;
    const overrides: unknown = this.options.requestOverrides ?? {};
    if (!isPlainObject(overrides)) {
      throw invalid(this, 'requestOverrides', 'an object, by the names of the API', overrides);
    }
    for (const [member, instead] of Object.entries(ownMembers)) {
      if (member in overrides) {
        throw invalid(this, `requestOverrides.${member}`, `left out: ${instead}`, overrides[member]);
      }
    }
    return { ...mergeOverrides(request, overrides), [members.tags]: renderTags(this.cdkTagManager, this._definition) };
  }

  /** Checks the request as it will be sent: the handler adds the name, which is made of what is known here. */
  private validate(request: Request, rules: JobRun['rules']): void {
    const { service, createAction, members, properties } = this._definition;
    const name =
      this.explicitName ??
      `${this.namePrefix}${NAME_SEPARATOR}${'0'.repeat(NAME_SUFFIX_LENGTH - NAME_SEPARATOR.length)}`;
    validateRequest<Request>(
      this,
      { [members.name]: name, ...request },
      {
        model: operationModel(service, createAction)!,
        names: properties,
        overrides: this.options.requestOverrides ?? {},
        rules,
      },
    );
  }

  /** The metrics that the stack uses: which they are is known when the stack is complete. */
  private metricNames(): string[] {
    return Lazy.list({ produce: () => [...this.metrics].sort() }, { omitEmpty: true });
  }

  /** The function of another account or Region cannot be a custom resource's provider, nor run its job. */
  private requireSameEnvironment(): void {
    const [own, engines] = [Stack.of(this), Stack.of(this._engine)];
    const differs = (a: string, b: string) => !Token.isUnresolved(a) && !Token.isUnresolved(b) && a !== b;
    if (!differs(own.account, engines.account) && !differs(own.region, engines.region)) return;
    throw invalid(this, 'engine', `one in ${own.environment}, as the job is`, engines.environment);
  }
}
