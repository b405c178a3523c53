import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { allowLogGroups } from './engine-encryption';
import { engineRouteRules } from './engine-route-rules';
import { functionNetworkAccess } from './function-network-access';
import type { JobEngineProps } from './job-engine-props';
import { TICK_SECONDS } from './tick-loop';
import { awaitedPolicies } from '../access/awaited-policies';
import { requireKey } from '../access/bucket-check';
import { growingPolicy } from '../access/growing-policy';
import { requireNetwork } from '../access/network-check';
import { requireRole } from '../access/role-check';
import { HANDLER_BUNDLE } from '../handler-bundle';
import { acknowledgeWildcard } from '../nag-acknowledgment';
import { LOG_GROUP, ROLE } from '../validation/expected-value';
import { type Finding, mustBe } from '../validation/finding';
import { invalid } from '../validation/invalid';
import { noteAll, report } from '../validation/noted-findings';
import { numberRules, requireNone, requireValues } from '../validation/property-check';
import { resourceRegionRules } from '../validation/region-rules';

/** What uses what an engine is given: for messages. */
const USER = 'the engine';

const SERVICE_PRINCIPAL = 'lambda.amazonaws.com';

/** The newest runtime of Lambda. Older versions of the CDK have no constant for it. */
const RUNTIME = new lambda.Runtime('nodejs24.x', lambda.RuntimeFamily.NODEJS);

/** The oldest runtime that the handler is bundled for: the one that `projenrc/bundles.ts` says. */
const OLDEST_NODE = 22;

/** How the function may be traced: a language without types takes any other, too. */
const TRACING: readonly unknown[] = Object.values(lambda.Tracing);

/** The function of an engine, with its role and its log group. */
export class EngineFunction {
  public readonly handler: lambda.Function;
  public readonly role: iam.IRole;
  public readonly logGroup: logs.ILogGroup;

  constructor(
    private readonly engine: Construct,
    private readonly props: JobEngineProps,
  ) {
    this.checkValues();
    this.logGroup = props.logGroup ?? this.createLogGroup();
    this.role = props.handlerRole ?? this.createRole();
    if (props.handlerRole) requireRole(engine, 'handlerRole', props.handlerRole, SERVICE_PRINCIPAL);
    this.handler = this.createFunction();
    if (props.handlerRole) this.allowBroughtRole(props.handlerRole);
    this.checkRoutes();
    this.acknowledgeRights();
  }

  private checkValues(): void {
    const { engine, props } = this;
    requireValues(engine, props, {
      handlerRole: ROLE,
      deadLetterQueue: { mark: 'queueArn', allowed: 'a queue, for example Queue.fromQueueArn()' },
      logGroup: LOG_GROUP,
      permissionsBoundary: {
        mark: 'managedPolicyArn',
        allowed: 'a managed policy, for example ManagedPolicy.fromManagedPolicyArn()',
      },
      architecture: { mark: 'dockerPlatform', allowed: 'an architecture, for example lambda.Architecture.X86_64' },
    });
    requireNetwork(engine, props);
    requireKey(engine, 'encryptionKey', props.encryptionKey, USER);
    requireKey(engine, 'environmentEncryption', props.environmentEncryption, USER);
    noteAll(engine, placeRules(engine, props));
    const { reservedConcurrentExecutions, logRetention, tracing, runtime } = props;
    requireNone(engine, [
      ...numberRules('reservedConcurrentExecutions', reservedConcurrentExecutions, { min: 1 }),
      ...numberRules('logRetention', logRetention, { min: 1 }),
      ...(tracing === undefined || TRACING.includes(tracing) ? [] : [mustBe('tracing', TRACING.join(', '), tracing)]),
    ]);
    if (runtime && !canRun(runtime)) {
      const allowed = `Node.js ${OLDEST_NODE} or newer, for example lambda.Runtime.NODEJS_${OLDEST_NODE}_X`;
      throw invalid(engine, 'runtime', allowed, runtime.name ?? runtime);
    }
  }

  private checkRoutes(): void {
    const { vpc, vpcSubnets } = this.props;
    if (!vpc) return;
    const { subnets } = vpc.selectSubnets(vpcSubnets);
    this.engine.node.addValidation({ validate: () => report(this.engine, [...engineRouteRules(vpc, subnets)]) });
  }

  private createLogGroup(): logs.LogGroup {
    const { encryptionKey, logRetention } = this.props;
    if (encryptionKey) allowLogGroups(encryptionKey, Stack.of(this.engine));
    return new logs.LogGroup(this.engine, 'Log', {
      retention: logRetention ?? logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
      encryptionKey,
    });
  }

  private createRole(): iam.Role {
    const rights = Object.entries(this.ownRights());
    const document = (statements: iam.PolicyStatement[]) => new iam.PolicyDocument({ statements });
    return new iam.Role(this.engine, 'HandlerRole', {
      description: 'What the handler of machine-learning jobs may do',
      assumedBy: new iam.ServicePrincipal(SERVICE_PRINCIPAL),
      permissionsBoundary: this.props.permissionsBoundary,
      // in the role itself: Lambda needs them when it makes the function, which waits for the role only
      inlinePolicies: Object.fromEntries(rights.map(([name, statements]) => [name, document(statements)])),
    });
  }

  /** What the function needs, whatever the jobs. */
  private ownRights(): { readonly [policy: string]: iam.PolicyStatement[] } {
    const { vpc, deadLetterQueue } = this.props;
    const queueKey = deadLetterQueue?.encryptionMasterKey;
    return {
      WriteLog: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.logGroup.logGroupArn],
        }),
      ],
      ...(vpc && { AttachToVpc: [functionNetworkAccess()] }),
      ...(queueKey && {
        EncryptDeadLetters: [
          new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [queueKey.keyArn] }),
        ],
      }),
    };
  }

  private createFunction(): lambda.Function {
    const { props } = this;
    return new lambda.Function(this.engine, 'Handler', {
      description: 'Runs machine-learning jobs for CloudFormation (cdk-ml-jobs)',
      runtime: props.runtime ?? RUNTIME,
      architecture: props.architecture ?? lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(HANDLER_BUNDLE),
      handler: 'index.handler',
      memorySize: 256,
      timeout: Duration.seconds(TICK_SECONDS),
      role: this.role,
      logGroup: this.logGroup,
      // the handler logs one line a look; when each began and ended, and what it took, is at the level INFO of the system
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      vpc: props.vpc,
      vpcSubnets: props.vpcSubnets,
      securityGroups: props.securityGroups,
      reservedConcurrentExecutions: props.reservedConcurrentExecutions,
      deadLetterQueue: props.deadLetterQueue,
      tracing: props.tracing,
      environmentEncryption: props.environmentEncryption,
    });
  }

  /** A role from elsewhere gets a policy from here: in its own, what refers to the engine would close a circle. */
  private allowBroughtRole(role: iam.IRole): void {
    const policy = growingPolicy(this.engine, 'HandlerRights', role);
    policy.addStatements(...Object.values(this.ownRights()).flat());
    acknowledgeWildcard(policy, this.logGroup.logGroupArn, STREAMS);
    if (this.props.vpc) acknowledgeWildcard(policy, '*', INTERFACES);
    this.handler.node.addDependency(
      policy,
      awaitedPolicies(this.handler, () => role),
    );
  }

  private acknowledgeRights(): void {
    const { vpc, tracing, handlerRole } = this.props;
    // on a role of the user's, it would hide findings of their own
    if (handlerRole) return;
    acknowledgeWildcard(this.role, this.logGroup.logGroupArn, STREAMS);
    const isTraced = tracing !== undefined && tracing !== lambda.Tracing.DISABLED;
    const reasons = [...(vpc ? [INTERFACES] : []), ...(isTraced ? [TRACES] : [])];
    if (reasons.length > 0) acknowledgeWildcard(this.role, '*', reasons.join(' '));
  }
}

const STREAMS = 'The streams of the log group: Lambda chooses their names.';
const INTERFACES = 'Lambda makes the network interfaces of the function, and removes them.';
const TRACES = 'X-Ray has no resource to limit traces to.';

/** Whether what the function and the state machine use is in their Region. */
function* placeRules(engine: Construct, props: JobEngineProps): Iterable<Finding> {
  const { vpc, deadLetterQueue, logGroup, stateMachineLogGroup } = props;
  yield* resourceRegionRules(engine, 'vpc', vpc, 'a VPC', USER);
  yield* resourceRegionRules(engine, 'deadLetterQueue', deadLetterQueue, 'a queue', USER);
  yield* resourceRegionRules(engine, 'logGroup', logGroup, 'a log group', USER);
  yield* resourceRegionRules(engine, 'stateMachineLogGroup', stateMachineLogGroup, 'a log group', USER);
}

/** Whether the handler's bundle runs on a runtime; what a custom one can do is not known here. */
function canRun({ family, name }: lambda.Runtime): boolean {
  const [, version] = /^nodejs(\d+)\.x$/.exec(name) ?? [];
  return family === lambda.RuntimeFamily.NODEJS && (version === undefined || Number(version) >= OLDEST_NODE);
}
