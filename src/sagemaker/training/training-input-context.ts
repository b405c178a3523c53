import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IDependable } from 'constructs';
import type { TableHeader } from './training-header-rules';
import type { TrainingChannelOptions } from './training-input-options';
import type { Request } from '../../job/request-overrides';

/**
 * What an input has to know of the job that it is given to.
 *
 * @internal
 */
export interface TrainingInputContext {
  /** The job. */
  readonly job: Construct;
  /** The property of the job that has the input: for messages. */
  readonly member: string;
  /** The name of the input's channel: for the ids of constructs. */
  readonly channelName: string;
  /** The role that is to read the input. */
  readonly role: iam.IRole;
  /** The repository of the algorithm that reads the input, where that is one which is built into SageMaker. */
  readonly reader?: string;
  /** The network of a job in a VPC. */
  readonly connections?: ec2.Connections;
}

/**
 * Where an input comes from.
 *
 * @internal
 */
export interface TrainingInputSource {
  /** The API's `DataSource`. */
  readonly dataSource: Request;
  /** How the channel is read where its options do not say it. */
  readonly defaults?: Pick<TrainingChannelOptions, 'contentType' | 'inputMode'>;
  /** What must be there before the job can read the data. */
  readonly needs?: readonly IDependable[];
  /** Local files of CSV that begin with the names of columns. */
  readonly headers?: readonly TableHeader[];
}

/**
 * What an input is to the job that it is given to.
 *
 * @internal
 */
export interface BoundTrainingInput extends Required<Pick<TrainingInputSource, 'needs' | 'headers'>> {
  /** The API's `Channel`. */
  readonly channel: Request;
}
