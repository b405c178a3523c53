import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** Properties of a `JobEngine`. */
export interface JobEngineProps {
  /**
   * The VPC that the function runs in.
   *
   * The function must reach the job services, Step Functions and the S3 buckets to which CloudFormation has custom
   * resources answer: through a NAT gateway or through VPC endpoints, whose policies must allow the buckets
   * `cloudformation-custom-resource-response-*`.
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
   * The runtime of the function: Node.js 22 or newer, for example where a Region does not have the newest yet.
   *
   * @default - Node.js 24
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The architecture of the function.
   *
   * @default lambda.Architecture.ARM_64
   */
  readonly architecture?: lambda.Architecture;

  /**
   * How many instances of the function may run at once, which no other function then uses: a whole number of at least 1.
   *
   * The function runs for a moment in every step of every job. One that is called too often is called again later: few
   * instances make many jobs slower, and lose none.
   *
   * @default - as many as the account has left
   */
  readonly reservedConcurrentExecutions?: number;

  /**
   * The queue for requests of CloudFormation that the function could not take, after Lambda has tried three times. What
   * is in it was not answered: CloudFormation waits for its own time-out. The steps of jobs are not among them, for the
   * state machine tries these itself.
   *
   * @default - such requests are dropped
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * Whether X-Ray traces the function; and the state machine, if it is `ACTIVE`.
   *
   * @default - nothing is traced
   */
  readonly tracing?: lambda.Tracing;

  /**
   * The key that encrypts the environment variables of the function. The library sets one, which says that metrics are
   * published, where they are: the key is for those that others add, and for rules that ask for one.
   *
   * @default - a key of Lambda's
   */
  readonly environmentEncryption?: kms.IKey;

  /**
   * The role of the function, which must let Lambda assume it. It is given what the handler needs to run the jobs, unless
   * its policies are kept elsewhere: `role.withoutPolicyUpdates()`. Jobs wait for those that their stack attaches to it.
   *
   * @default - a new role, which may do what the handler needs
   */
  readonly handlerRole?: iam.IRole;

  /**
   * The role of the state machine, which must let Step Functions assume it. It is given the right to invoke the function, and
   * that to signal the wait conditions of each stack that has some, and to use the `encryptionKey`, unless its policies are kept
   * elsewhere: `role.withoutPolicyUpdates()`. Without the second, a deployment waits for up to 12 hours after a long job has ended, and
   * fails.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_SignalResource.html
   * @default - a new role, which may do so
   */
  readonly stateMachineRole?: iam.IRole;

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
   * A log group for all events of the state machine. Their data is left out: it holds URLs to which anyone who has them
   * can answer CloudFormation. A name that begins with `/aws/vendedlogs/` keeps the policy that lets Step Functions write
   * short.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
   * @default - Step Functions keeps the history of each execution for 90 days, and writes no log
   */
  readonly stateMachineLogGroup?: logs.ILogGroup;

  /**
   * The key that encrypts the function's log group and the state machine's history.
   *
   * The history holds the requests of the jobs, and URLs of CloudFormation to which anyone who has them can answer: they
   * are good for two hours.
   *
   * @default - keys that AWS owns
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The permissions boundary of the roles that the engine makes.
   *
   * @default - what `PermissionsBoundary.of()` says of the scope
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}
