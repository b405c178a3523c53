import {
  Annotations,
  type CfnResource,
  CustomResource,
  type ITaggableV2,
  Lazy,
  type RemovalPolicy,
  type TagManager,
  TagType,
} from 'aws-cdk-lib';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type JobProperties, metricAttribute, NAME_SEPARATOR, NAME_SUFFIX_LENGTH, type RunMetric } from '../contract';
import { checkedOverrides } from './checked-overrides';
import { defaultNamesIn } from './default-names';
import type { JobDefinition, JobEvents } from './job-definition';
import { jobEventRule } from './job-event-rule';
import { identifyJob } from './job-identity';
import { arnOfJob, givenName, jobNamePrefix } from './job-name';
import { madeNameRules, uniqueNameRules } from './job-name-registry';
import type { JobOptions } from './job-options';
import type { JobRun } from './job-run';
import { JobTagManager, renderTags, validateTags } from './job-tags';
import { JobWait } from './job-wait';
import { LongWait } from './long-wait';
import { divideRequest, newerMembersText } from './newer-members';
import { mergeOverrides, type Request, without, withoutNulls } from './request-overrides';
import { addStackOutputs } from './stack-outputs';
import { requireKey } from '../access/bucket-check';
import { formsInArns, type JobArns } from '../access/names-in-arns';
import { requireSameEnvironment } from '../access/same-environment';
import { JobEngine } from '../engine/job-engine';
import { ENGINE } from '../validation/expected-value';
import { type Finding, warning } from '../validation/finding';
import { inconsistent } from '../validation/invalid';
import { noteAll, report } from '../validation/noted-findings';
import { requireNone, requireOptions, stringRules, valuesRules } from '../validation/property-check';
import { validateRequest } from '../validation/request-validation';
import { operationModel, type OperationModel } from '../validation/service-model/operation-model';
import { MeasuredResource } from '../watching/measured-resource';
import { publishedMetric } from '../watching/published-metric';

/**
 * A machine-learning job that is run by the deployment of its stack.
 *
 * The job is created with the resource, and again, under a new name, whenever its request changes; the job before is
 * removed once the deployment has succeeded. Its outcome decides the outcome of the deployment.
 *
 * @internal
 */
export abstract class Job extends MeasuredResource implements ITaggableV2 {
  /**
   * The tags of the job; set them with `Tags.of(job).add()`. Under them, the job has the tags of its stack: those that
   * the app gives it, and not those of the command line.
   */
  public readonly cdkTagManager: TagManager;

  /** @internal */
  protected readonly _definition: JobDefinition;
  /** @internal */
  public readonly _engine: JobEngine;
  private readonly ownTags: JobTagManager;
  private readonly options: JobOptions;
  private readonly explicitName?: string;
  private readonly namePrefix: string;
  private readonly metrics = new Set<string>();
  private resource?: CustomResource;
  /** What has the attributes of the finished job. */
  private results?: CustomResource;

  /** @internal */
  protected constructor(scope: Construct, id: string, definition: JobDefinition, options: JobOptions) {
    super(scope, id);
    requireOptions(this, 'props', options, { required: true });
    noteAll(this, [...JobWait.rules(options), ...stringRules('rerunKey', options.rerunKey)]);
    const { property, name: explicitName } = givenName(definition, options);
    requireNone(this, [...stringRules(property, explicitName), ...valuesRules(options, { engine: ENGINE })]);
    requireKey(this, 'assetEncryptionKey', options.assetEncryptionKey);
    this._definition = definition;
    this.options = options;
    this.explicitName = explicitName;
    this._engine = options.engine ?? JobEngine.of(this);
    requireSameEnvironment(this, this._engine);
    if (explicitName !== undefined) noteAll(this, this.nameRules(explicitName));
    this.namePrefix = jobNamePrefix(this._engine._jobNamePrefix(definition.longestName), this, definition.longestName);
    this.ownTags = new JobTagManager(TagType.STANDARD, definition.resourceType);
    this.cdkTagManager = this.ownTags;
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
   * Says what becomes of the job when its resource is removed from the stack, or the creation of it is rolled back. By default, a job
   * that runs is stopped, and the record of one that has ended is deleted where the service can do that.
   *
   * With `RETAIN`, CloudFormation leaves the job as it is: one that runs goes on to its end, and is paid for, and what it has made stays
   * whatever its own removal policy says. `RETAIN_ON_UPDATE_OR_DELETE` is the same but for a creation that is rolled back, in which
   * a job that runs is stopped.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    this.resource!.applyRemovalPolicy(policy);
  }

  /** @internal */
  protected override _runMetric(name: RunMetric, props?: MetricOptions): Metric {
    this._engine._publishMetrics();
    const { logicalId } = this.resource!.node.defaultChild as CfnResource;
    return publishedMetric(this, name, { Stack: this.stack.stackName, Job: logicalId }, props);
  }

  /**
   * Makes the custom resource: to be called once, when the request is known.
   *
   * @internal
   */
  protected _run(run: JobRun): void {
    const { _definition: definition, _engine: engine, explicitName, options } = this;
    const { acceptance, needs = [], results = [] } = run;
    const permissions = engine._permit({ construct: this, definition, explicitName, access: run });

    const rendered = this.render(run.request);
    this.validate(rendered, run.rules);
    const request = withoutNulls(rendered);
    const { known, newer } = divideRequest(this.model, request);
    const maxRuntime = run.maxRuntimeOf?.(request);
    if (run.maxRuntimeOf) report(this, [...JobWait.runtimeRules(options, maxRuntime)]);
    const wait = JobWait.of(options, maxRuntime, definition.usualWaitSeconds);
    const waitNote = JobWait.noteOf(options, wait, maxRuntime);
    if (waitNote !== undefined) Annotations.of(this).addInfo(waitNote);
    const spec = without(request, definition.members.tags);
    const identity = [spec, explicitName, options.rerunKey];
    const longWait = wait.isLong ? new LongWait(this, 'Wait', { seconds: wait.seconds, identity }) : undefined;
    const properties: JobProperties = {
      Kind: definition.kind,
      NamePrefix: this.namePrefix,
      JobName: explicitName,
      Request: known,
      NewerMembers: newer && newerMembersText(this, newer),
      RerunKey: options.rerunKey,
      Acceptance: acceptance,
      Metrics: this.metricNames(),
      DeletesResult: run.deletesResult ? 'true' : undefined,
      WaitForCompletion: wait.mode,
      WaitConditions: longWait?.conditionIds,
      WaitSeconds: String(wait.seconds),
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    const job = new CustomResource(this, 'Resource', {
      resourceType: definition.resourceType,
      serviceToken: engine.handler.functionArn,
      serviceTimeout: wait.serviceTimeoutOf(this._definition.kind),
      properties: { ...properties },
    });
    identifyJob(job, identity);
    this.resource = job;
    const view = { acceptance, metrics: this.metricNames() };
    this.results = longWait?.waitFor(job, { definition, engine, ...view }) ?? job;
    // the job needs its role's policies, and the handler its own, from before the first call until after the last
    job.node.addDependency(...permissions, ...needs);
    this.node.defaultChild = job.node.defaultChild;
    if (options.stackOutputs !== false) {
      const outputs = [...run.outputs, ...(options.waitForCompletion === false ? [] : results)];
      addStackOutputs(this, Object.fromEntries(outputs.map((name) => [name, this._attribute(name)])));
    }
    this.node.addValidation({
      validate: () => validateTags(this, this.ownTags, definition, explicitName !== undefined),
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
   * An attribute of the job that is known when the job has ended: the construct's member for it has its name, with a small initial.
   *
   * @internal
   */
  protected _result(name: string): string {
    return this.resultFor(`${name[0].toLowerCase()}${name.slice(1)}`, name);
  }

  /**
   * A metric of the job that is known when the job has ended.
   *
   * @param member What asks for it: for messages.
   *
   * @internal
   */
  protected _metric(name: string, member = `metric('${name}')`): string {
    this.metrics.add(name);
    return this.resultFor(member, metricAttribute(name));
  }

  /**
   * A rule for the job's changes of state: all of them, or those to some statuses.
   *
   * The job is known by what its name begins with, so that the rule can be there before the job is.
   *
   * @internal
   */
  protected _onEvent(id: string, options: events.OnEventOptions, statuses?: readonly string[]): events.Rule {
    const names = this.explicitName ?? { prefix: `${this.namePrefix}${NAME_SEPARATOR}` };
    return jobEventRule(this, id, options, { events: this._definition.events as JobEvents, names, statuses });
  }

  /**
   * The ARNs of every attempt at the job; where the service chooses ARNs itself, of all jobs of the kind.
   *
   * @internal
   */
  protected get _jobArns(): JobArns {
    const { explicitName, namePrefix, _definition: definition } = this;
    const names = explicitName === undefined ? [`${namePrefix}${NAME_SEPARATOR}*`] : formsInArns(explicitName);
    const [arn, ...others] = (definition.arnHasName ? names : ['*']).map((name) => arnOfJob(this, definition, name));
    return others.length === 0 ? arn : [arn, ...others];
  }

  /**
   * Lets a role read what the job's assets are encrypted with.
   *
   * @internal
   */
  protected _grantAssets(role: iam.IRole): void {
    this.options.assetEncryptionKey?.grant(role, 'kms:Decrypt');
  }

  private resultFor(member: string, attribute: string): string {
    if (this.options.waitForCompletion === false) {
      const text = `'${member}' is known only when the job has ended, but 'waitForCompletion' is false: it must be true, or left out, for '${member}' to be used`;
      throw inconsistent(this, text);
    }
    return this.results!.getAttString(attribute);
  }

  private get model(): OperationModel {
    const { service, createAction } = this._definition;
    return operationModel(service, createAction)!;
  }

  /** What a name that a person has chosen must be besides what the model says. */
  private *nameRules(name: string): Iterable<Finding> {
    const { kind, members, properties } = this._definition;
    const property = properties[members.name];
    yield* uniqueNameRules(this, { noun: 'job', kind, member: { property, api: members.name } }, name);
    if (this.options.rerunKey === undefined) return;
    const text = `runs the job again under another name only, and '${property}' is given: change both at once, or leave the name out`;
    yield warning('rerunKeyWithName', 'rerunKey', text);
  }

  private render(request: Request): Request {
    const { members, ownMembers } = this._definition;
    const merged = mergeOverrides(request, checkedOverrides(this, ownMembers, this.options.requestOverrides));
    const tags = renderTags(this, this.ownTags, this._definition);
    return { ...merged, ...Object.fromEntries(members.tags.map((member) => [member, tags])) };
  }

  /** Checks the request as it will be sent: the handler adds the name, which is made of what is known here. */
  private validate(request: Request, rules: JobRun['rules']): void {
    const { members, properties, defaultNames = [] } = this._definition;
    const { explicitName: jobName, namePrefix, options } = this;
    const suffix = `${NAME_SEPARATOR}${'0'.repeat(NAME_SUFFIX_LENGTH - NAME_SEPARATOR.length)}`;
    const name = jobName ?? `${namePrefix}${suffix}`;
    const whole = { [members.name]: name, ...request, ...defaultNamesIn(request, defaultNames, name) };
    const overrides = options.requestOverrides ?? {};
    const naming = { request: whole, given: request, overrides, jobName };
    noteAll(this, madeNameRules(this, this._definition, naming));
    validateRequest<Request>(this, whole, { model: this.model, names: properties, overrides, rules });
  }

  /** The metrics that the stack uses: which they are is known when the stack is complete. */
  private metricNames(): string[] {
    return Lazy.list({ produce: () => [...this.metrics].sort() }, { omitEmpty: true });
  }
}
