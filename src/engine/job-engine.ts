import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct, type IDependable } from 'constructs';
import { useStateMachineKey } from './engine-encryption';
import { EngineFunction } from './engine-function';
import { createStateMachine } from './engine-state-machine';
import { keepRoleExported } from './exported-role';
import { HandlerPermissions, type PermittedJob } from './handler-permissions';
import type { JobEngineProps } from './job-engine-props';
import { awaitedPolicies } from '../access/awaited-policies';
import { growingPolicy } from '../access/growing-policy';
import { METRICS_VARIABLE, type RunMetric } from '../contract';
import type { JobDefinition } from '../job/job-definition';
import { stackNamePrefix } from '../job/job-name';
import { acknowledgeWildcard } from '../nag-acknowledgment';
import { allowSignals } from './signal-permission';
import { inconsistent } from '../validation/invalid';
import { numberRules, requireNone, requireOptions, requireString } from '../validation/property-check';
import { logQuery, type LogQueryOptions, MOST_QUERY_LINES } from '../watching/log-query';
import type { IMeasured } from '../watching/measured';
import { publishedMetric } from '../watching/published-metric';

/** The id under which a stack's own engine is found. */
const ENGINE_ID = 'cdk-ml-jobs.JobEngine';

/**
 * What runs the jobs of a stack: one Lambda function and one Step Functions state machine, whatever the number and the
 * kinds of the jobs.
 *
 * A stack's engine is made with its first job. Say how it runs with `JobEngine.of(stack, props)` before; or make an
 * engine of your own, and hand it to the jobs, which may be in other stacks of the same account and Region.
 *
 * @example
 * declare const vpc: ec2.Vpc;
 * declare const bucket: s3.Bucket;
 *
 * const engine = new JobEngine(this, 'Jobs', { vpc, logRetention: logs.RetentionDays.ONE_YEAR });
 * new CompilationJob(this, 'Compile', {
 *   engine,
 *   modelData: ModelData.fromBucket(bucket, 'model.tar.gz'),
 *   framework: Framework.XGBOOST,
 *   target: CompilationTarget.device(TargetDevice.ML_C5),
 * });
 */
@propertyInjectable
export class JobEngine extends Construct implements IMeasured {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.JobEngine';

  /**
   * The engine of the stack that a construct is in; it is made where there is none.
   *
   * @param scope A construct in the stack.
   * @param props How the engine runs: to be given before the first job of the stack is made. They may change with any
   * deployment, whereas a job that is deployed cannot be given another engine.
   */
  public static of(scope: Construct, props?: JobEngineProps): JobEngine {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(ENGINE_ID) as JobEngine | undefined;
    requireOptions(stack, 'props', props);
    if (existing && props) {
      throw inconsistent(
        existing,
        'the engine of the stack is there already: say how it runs before the first job is made',
      );
    }
    return existing ?? new JobEngine(stack, ENGINE_ID, props);
  }

  /** The state machine that calls the function until a job has ended. */
  public readonly stateMachine: sfn.IStateMachine;

  /** The log group of the function. */
  public readonly logGroup: logs.ILogGroup;

  /** The way of the function to AWS: without it, nothing would answer for a job. */
  private readonly network: readonly IDependable[];
  private readonly engineFunction: lambda.Function;
  private readonly handlerRole: iam.IRole;
  /** The ARN of all executions of the state machine. */
  private readonly executions: string;
  private readonly executionsPolicy: iam.Policy;
  /** Roles whose policies may be kept elsewhere in the app. */
  private readonly broughtRoles: readonly iam.IRole[];
  private readonly encryptionKey?: kms.IKey;
  private readonly permissions: HandlerPermissions;

  constructor(scope: Construct, id: string, props: JobEngineProps = {}) {
    super(scope, id);
    requireOptions(this, 'props', props);
    if (props.logGroup && props.logRetention !== undefined) {
      throw inconsistent(this, "'logRetention' must not be given with 'logGroup', which has a retention of its own");
    }
    if (!props.vpc && (props.vpcSubnets || props.securityGroups)) {
      throw inconsistent(this, "'vpcSubnets' and 'securityGroups' must be given with 'vpc' only");
    }
    this.encryptionKey = props.encryptionKey;
    const { handler, role, logGroup } = new EngineFunction(this, props);
    this.logGroup = logGroup;
    this.handlerRole = role;
    this.broughtRoles = [props.handlerRole, props.stateMachineRole].flatMap((brought) => brought ?? []);
    this.network = props.vpc ? [props.vpc, ...(props.securityGroups ?? [])] : [];
    this.engineFunction = handler;
    const stateMachine = createStateMachine(this, handler, props);
    this.stateMachine = stateMachine;
    this.executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${stateMachine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.executionsPolicy = this.allowExecutions(stateMachine);
    const { executionsPolicy, _jobRolePath: jobRolePath } = this;
    this.permissions = new HandlerPermissions(this, { role, jobRolePath, executionsPolicy });
  }

  /** The function that does the work of every job, step by step. */
  public get handler(): lambda.IFunction {
    return this.engineFunction;
  }

  public metricDuration(props?: MetricOptions): Metric {
    return this.metric('Duration', props);
  }

  public metricWait(props?: MetricOptions): Metric {
    return this.metric('Wait', props);
  }

  public metricFailures(props?: MetricOptions): Metric {
    return this.metric('Failures', props);
  }

  public metricTicks(props?: MetricOptions): Metric {
    return this.metric('Ticks', props);
  }

  /**
   * Makes a query of CloudWatch Logs Insights: the lines of the handler's log, the newest first, for all jobs of the engine.
   *
   * @param id The id of the query.
   * @param options Its name, and what it shows.
   */
  public addLogQuery(id: string, options: LogQueryOptions = {}): logs.QueryDefinition {
    requireOptions(this, 'options', options);
    requireString(this, 'queryName', options.queryName);
    requireNone(this, numberRules('limit', options.limit, { min: 1, max: MOST_QUERY_LINES }));
    return new logs.QueryDefinition(this, id, {
      queryDefinitionName: options.queryName ?? `${Stack.of(this).stackName}/jobs`,
      queryString: logQuery(options),
      logGroups: [this.logGroup],
    });
  }

  /**
   * Has the handler publish metrics of the runs: something uses them.
   *
   * @internal
   */
  public _publishMetrics(): void {
    this.engineFunction.addEnvironment(METRICS_VARIABLE, 'true');
  }

  /**
   * What the names of the engine's jobs begin with: the handler may touch no others.
   *
   * @param longestName The longest that the service takes.
   * @internal
   */
  public _jobNamePrefix(longestName: number): string {
    return stackNamePrefix(Stack.of(this), longestName);
  }

  /**
   * The path of the roles that are generated for the engine's jobs.
   *
   * @internal
   */
  public get _jobRolePath(): string {
    // roles belong to an account, and a stack of this name may be in each of its Regions
    return `/cdk-ml-jobs/${Stack.of(this).region}/${stackNamePrefix(Stack.of(this)).replace(/-+$/, '')}/`;
  }

  /**
   * Allows the handler to run a job. Returns what must be there before the handler is asked for anything, and for as
   * long as it is.
   *
   * @internal
   */
  public _permit(job: PermittedJob): IDependable[] {
    const user = Stack.of(job.construct);
    for (const role of [this.handlerRole, this.stateMachine.grantPrincipal as iam.IRole]) {
      keepRoleExported(this, role, user);
    }
    return this.neededBy(job.construct, this.permissions.permit(job));
  }

  /**
   * Allows the state machine to signal the wait conditions of a construct's stack. Returns what must be there before there
   * is anything to be signalled.
   *
   * @internal
   */
  public _permitSignals(waiting: Construct): IDependable[] {
    return [allowSignals(this, this.stateMachine, Stack.of(waiting))];
  }

  /**
   * Allows the handler to read a job that was made elsewhere. Returns what must be there before it does.
   *
   * @internal
   */
  public _permitReference(reference: Construct, definition: JobDefinition, arn: string): IDependable[] {
    return this.neededBy(reference, this.permissions.permitReference(reference, definition, arn));
  }

  private neededBy(waiting: Construct, permitted: readonly IDependable[]): IDependable[] {
    const policies = this.broughtRoles.map((role) => awaitedPolicies(waiting, () => role));
    return [this.handlerRole, this.executionsPolicy, ...policies, ...this.network, ...permitted];
  }

  private metric(name: RunMetric, props?: MetricOptions): Metric {
    this._publishMetrics();
    return publishedMetric(this, name, { Engine: this.handler.functionName }, props);
  }

  /** A policy of its own: in the role's default policy it would close a circle, for the state machine refers to the function. */
  private allowExecutions(stateMachine: sfn.StateMachine): iam.Policy {
    const { executions } = this;
    const policy = growingPolicy(this, 'Executions', this.handlerRole);
    policy.addStatements(
      new iam.PolicyStatement({
        actions: ['states:StartExecution', 'states:ListExecutions'],
        resources: [stateMachine.stateMachineArn],
      }),
      new iam.PolicyStatement({
        actions: ['states:StopExecution', 'states:DescribeExecution'],
        resources: [executions],
      }),
      // of all that the handler does with executions, only to describe one needs the key
      ...(this.encryptionKey ? [useStateMachineKey(this, this.encryptionKey, ['kms:Decrypt'])] : []),
    );
    acknowledgeWildcard(
      policy,
      executions,
      'A newer request for a resource ends the execution of the one before, or reads how it has ended.',
    );
    return policy;
  }
}
