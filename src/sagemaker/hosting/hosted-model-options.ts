import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { TrainingImage } from '../training/training-image';
import type { TrainingOutputCompression } from '../training/training-output-compression';

/** How the model that a job has made is hosted. */
export interface HostedModelOptions {
  /**
   * The image that serves the model.
   *
   * @default - of a compilation for a cloud instance, the one that Neo names; of an optimization, the one that
   * SageMaker recommends; of a training or a tuning with an algorithm
   * that is built into SageMaker, the algorithm's image, which serves as well as it trains. It must be given otherwise, that of
   * scikit-learn, too: which script loads the model is said in `environment`, and its name has no default.
   */
  readonly image?: TrainingImage;

  /**
   * How the model lies in S3: it is an error to say it otherwise than the job does.
   *
   * @default - as the job writes it; of a training or a tuning that was made elsewhere, `TrainingOutputCompression.GZIP`
   */
  readonly modelCompression?: TrainingOutputCompression;

  /**
   * The name of the model: 1 to 63 letters, digits and hyphens. Two models of one account and Region with one name are an error.
   *
   * CloudFormation cannot replace a model that has a name of its own without another name: prefer a generated one.
   *
   * @default - CloudFormation chooses a name
   */
  readonly modelName?: string;

  /**
   * The role with which SageMaker hosts the model. It is given the right to read the model, to pull the image, to write
   * the log of endpoints, and to publish metrics.
   *
   * @default - a new role
   */
  readonly role?: iam.IRole;

  /**
   * Environment variables of the container: up to 100; their names have up to 1,024 characters, as do their values.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Whether the container is cut off from all networks, S3 included. That of a sharded model must not be, which is an error.
   *
   * @default false
   */
  readonly networkIsolation?: boolean;

  /**
   * The VPC that the container has a way into.
   *
   * @default - none
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the VPC.
   *
   * @default - the private subnets, or those that the VPC has
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the container in the VPC.
   *
   * @default - a new group
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * Whether the new security group lets all traffic out.
   *
   * @default true
   */
  readonly allowAllOutbound?: boolean;
}
