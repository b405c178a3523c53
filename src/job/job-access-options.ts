import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';

/** As whom, and where, the service runs a job. */
export interface JobAccessOptions {
  /**
   * The role that the service assumes to run the job.
   *
   * The job adds to it what its inputs and outputs need, and starts when the policies are there that the stack attaches to it, whoever
   * makes them; but for those that name what the job makes. For a role whose policies are kept elsewhere, give
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
   * @default - the private subnets, or those that the VPC has
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
}
