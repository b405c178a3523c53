import * as path from 'node:path';
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct, type IDependable } from 'constructs';
import { allowLogGroups, anyStateMachine, encryptStateMachine, useStateMachineKey } from './engine-encryption';
import { functionNetworkAccess } from './function-network-access';
import { HandlerPermissions, type PermittedJob } from './handler-permissions';
import type { JobDefinition } from './job-definition';
import { stackNamePrefix } from './job-name';
import { acknowledgeNag, acknowledgeWildcard } from './nag-acknowledgment';
import { TICK_SECONDS, tickLoop } from './tick-loop';
import { inconsistent } from './validation/invalid';

/** The id under which a stack's own engine is found. */
const ENGINE_ID = 'cdk-ml-jobs.JobEngine';

/** The newest runtime of Lambda. Older versions of the CDK have no constant for it. */
const RUNTIME = new lambda.Runtime('nodejs24.x', lambda.RuntimeFamily.NODEJS);

/** The handler's bundle: the same way from `src` and from `lib`. */
const HANDLER_BUNDLE = path.join(__dirname, '..', 'assets', 'lambda', 'index');

/** Properties of a `JobEngine`. */
export interface JobEngineProps {
  /**
   * The VPC that the function runs in.
   *
   * The function must reach the job services, Step Functions and the S3 buckets to which CloudFormation has custom
   * resources answer and wait conditions signalled: through a NAT gateway or through VPC endpoints, whose policies must
   * allow the buckets `cloudformation-custom-resource-response-*` and `cloudformation-waitcondition-*`.
   *
   * @default - the function runs outside of your VPCs
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the VPC that the function runs in.
   *
   * @default - the private subnets of the VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the function in the VPC.
   *
   * @default - a new security group that allows all outbound traffic
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The log group of the function.
   *
   * @default - a new log group with `logRetention`
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * How long the function's logs are kept, where the engine makes the log group.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The key that encrypts the function's log group and the state machine's history.
   *
   * The history holds the requests of the jobs, and URLs of CloudFormation to which anyone who has them can answer: those
   * of custom resources are good for two hours, those of wait conditions for a day.
   *
   * @default - keys that AWS owns
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The permissions boundary of the engine's two roles.
   *
   * @default - what `PermissionsBoundary.of()` says of the scope
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}

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
export class JobEngine extends Construct {
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
    if (existing && props) {
      throw inconsistent(
        existing,
        'the engine of the stack is there already: say how it runs before the first job is made',
      );
    }
    return existing ?? new JobEngine(stack, ENGINE_ID, props);
  }

  /** The function that does the work of every job, step by step. */
  public readonly handler: lambda.IFunction;

  /** The state machine that calls the function until a job has ended. */
  public readonly stateMachine: sfn.IStateMachine;

  /** The log group of the function. */
  public readonly logGroup: logs.ILogGroup;

  /**
   * What the names of the engine's jobs begin with: the handler may touch no others.
   *
   * @internal
   */
  public readonly _jobNamePrefix: string;

  private readonly handlerRole: iam.Role;
  /** The ARN of all executions of the state machine. */
  private readonly executions: string;
  private readonly executionsPolicy: iam.Policy;
  private readonly encryptionKey?: kms.IKey;
  private readonly permissions: HandlerPermissions;

  constructor(scope: Construct, id: string, props: JobEngineProps = {}) {
    super(scope, id);
    if (props.logGroup && props.logRetention !== undefined) {
      throw inconsistent(this, "'logRetention' must not be given with 'logGroup', which has a retention of its own");
    }
    if (!props.vpc && (props.vpcSubnets || props.securityGroups)) {
      throw inconsistent(this, "'vpcSubnets' and 'securityGroups' must be given with 'vpc' only");
    }
    this._jobNamePrefix = stackNamePrefix(Stack.of(this));
    this.encryptionKey = props.encryptionKey;
    this.logGroup = props.logGroup ?? this.createLogGroup(props);
    this.handlerRole = this.createHandlerRole(props);
    this.permissions = new HandlerPermissions(this, this.handlerRole, this._jobNamePrefix, this._jobRolePath);
    this.handler = this.createHandler(props);
    const stateMachine = this.createStateMachine(props);
    this.stateMachine = stateMachine;
    this.executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${stateMachine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.executionsPolicy = this.allowExecutions(stateMachine);
  }

  /**
   * The path of the roles that are generated for the engine's jobs.
   *
   * @internal
   */
  public get _jobRolePath(): string {
    // roles belong to an account, and a stack of this name may be in each of its Regions
    return `/cdk-ml-jobs/${Stack.of(this).region}/${this._jobNamePrefix.replace(/-+$/, '')}/`;
  }

  /**
   * Allows the handler to run a job. Returns what must be there before the handler is asked for anything, and for as
   * long as it is.
   *
   * @internal
   */
  public _permit(job: PermittedJob): IDependable[] {
    return [this.handlerRole, this.executionsPolicy, ...this.permissions.permit(job)];
  }

  /**
   * Allows the handler to read a job that was made elsewhere. Returns what must be there before it does.
   *
   * @internal
   */
  public _permitReference(reference: Construct, definition: JobDefinition, arn: string): IDependable[] {
    return [this.handlerRole, this.executionsPolicy, ...this.permissions.permitReference(reference, definition, arn)];
  }

  private createLogGroup(props: JobEngineProps): logs.LogGroup {
    const { encryptionKey } = props;
    if (encryptionKey) allowLogGroups(encryptionKey, Stack.of(this));
    return new logs.LogGroup(this, 'Log', {
      retention: props.logRetention ?? logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
      encryptionKey,
    });
  }

  private createHandlerRole({ vpc, permissionsBoundary }: JobEngineProps): iam.Role {
    const role = new iam.Role(this, 'HandlerRole', {
      description: 'What the handler of machine-learning jobs may do',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      permissionsBoundary,
      inlinePolicies: {
        WriteLog: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [this.logGroup.logGroupArn],
            }),
          ],
        }),
        // in the role itself: Lambda needs it when it makes the function, which waits for the role only
        ...(vpc && { AttachToVpc: new iam.PolicyDocument({ statements: [functionNetworkAccess()] }) }),
      },
    });
    acknowledgeWildcard(role, this.logGroup.logGroupArn, 'The streams of the log group: Lambda chooses their names.');
    if (vpc) acknowledgeWildcard(role, '*', 'Lambda makes the network interfaces of the function, and removes them.');
    return role;
  }

  private createHandler(props: JobEngineProps): lambda.Function {
    return new lambda.Function(this, 'Handler', {
      description: 'Runs machine-learning jobs for CloudFormation (cdk-ml-jobs)',
      runtime: RUNTIME,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(HANDLER_BUNDLE),
      handler: 'index.handler',
      memorySize: 256,
      timeout: Duration.seconds(TICK_SECONDS),
      role: this.handlerRole,
      logGroup: this.logGroup,
      vpc: props.vpc,
      vpcSubnets: props.vpcSubnets,
      securityGroups: props.securityGroups,
    });
  }

  private createStateMachine({ encryptionKey, permissionsBoundary }: JobEngineProps): sfn.StateMachine {
    const role = new iam.Role(this, 'StateMachineRole', {
      description: 'Calls the handler of machine-learning jobs',
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', { conditions: this.fromOwnStateMachines() }),
      permissionsBoundary,
      inlinePolicies: {
        CallHandler: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: [this.handler.functionArn],
            }),
            ...(encryptionKey ? [useStateMachineKey(this, encryptionKey, ['kms:Decrypt', 'kms:GenerateDataKey'])] : []),
          ],
        }),
      },
    });
    const stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      comment: 'Carries machine-learning jobs to their end (cdk-ml-jobs)',
      definitionBody: sfn.DefinitionBody.fromString(Stack.of(this).toJsonString(tickLoop(this.handler.functionArn))),
      role,
    });
    if (encryptionKey) encryptStateMachine(stateMachine, encryptionKey);
    acknowledgeNag(
      stateMachine,
      'SF1',
      'Step Functions keeps the history of every execution, and the handler logs every step; a third record costs more than it tells.',
    );
    acknowledgeNag(stateMachine, 'SF2', 'There is one function behind the state machine, and no trace to follow.');
    return stateMachine;
  }

  /** A policy of its own: in the role's default policy it would close a circle, for the state machine refers to the function. */
  private allowExecutions(stateMachine: sfn.StateMachine): iam.Policy {
    const { executions } = this;
    const policy = new iam.Policy(this, 'Executions', {
      statements: [
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
      ],
    });
    acknowledgeWildcard(policy, executions, 'A newer request for a resource ends the execution of the one before, or reads how it has ended.');
    policy.attachToRole(this.handlerRole);
    return policy;
  }

  /**
   * What Step Functions sends when it assumes a role for a state machine: nobody else's may bring it to do so.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
   */
  private fromOwnStateMachines(): iam.Conditions {
    return {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
      ArnLike: { 'aws:SourceArn': anyStateMachine(Stack.of(this)) },
    };
  }
}
