import { type Duration, Size } from 'aws-cdk-lib';
import { type Connections, Port } from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { inJob, type MemberOf } from './training-member';
import { requireKey } from '../../access/bucket-check';
import type { Request } from '../../job/request-overrides';
import { requireList, requireOptions, requireValue } from '../../validation/property-check';
import { durationIn, sizeIn } from '../../validation/unit-value';
import { isUnknown } from '../../validation/unknown-value';
import { INSTANCE_TYPE, type MlInstanceType } from '../ml-instance-type';

const DEFAULT_VOLUME_SIZE = Size.gibibytes(30);

/** A number of instances of one type in a cluster of several. */
export interface TrainingInstanceGroup {
  /** The name of the group: 1 to 64 characters. */
  readonly name: string;

  /** The type of the instances. */
  readonly instanceType: MlInstanceType;

  /**
   * How many instances there are: at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;
}

/** What a training job runs on. */
export interface TrainingResourceOptions {
  /**
   * The instance that trains.
   *
   * @default - what `instanceGroups` say; needed without them
   */
  readonly instanceType?: MlInstanceType;

  /**
   * How many instances train: at least 1. The algorithm must be able to share its work.
   *
   * @default 1
   */
  readonly instanceCount?: number;

  /**
   * Groups of instances of several types, in place of `instanceType` and `instanceCount`: 1 to 5.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-heterogeneous-cluster.html
   * @default - all instances are of one type
   */
  readonly instanceGroups?: TrainingInstanceGroup[];

  /**
   * The size of the volume of each instance, in whole gibibytes: at least 1 GiB. In the input mode `FILE`, the data must
   * have room beside the model. An instance with storage of its own uses that instead.
   *
   * @default Size.gibibytes(30)
   */
  readonly volumeSize?: Size;

  /**
   * The key that encrypts the volumes. An instance with storage of its own encrypts it by itself, and takes no key.
   *
   * @default - a key of AWS
   */
  readonly volumeEncryptionKey?: IKey;

  /**
   * How long the instances are kept for the next job when this one has ended: up to 6 hours, in whole seconds; AWS's page
   * on it says one hour. They are billed meanwhile. A job can have them whose role, network, instances and volumes are the
   * same. Spot instances and groups of instances are not kept, nor are those of a tuning job, of which the synthesis warns.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html
   * @default - they are not kept
   */
  readonly keepAlivePeriod?: Duration;
}

/**
 * The API's `ResourceConfig`. The job's role may use the key of the volumes.
 *
 * @param memberOf What a property is called in messages.
 * @param overrides What overrides say of it, as `knownMembers` has it.
 */
export function renderResources(
  job: Construct,
  role: iam.IRole,
  options: TrainingResourceOptions,
  memberOf: MemberOf = inJob,
  overrides: Request = {},
): Request {
  const { instanceType, instanceCount, instanceGroups, volumeSize, volumeEncryptionKey, keepAlivePeriod } = options;
  requireList(job, memberOf('instanceGroups'), instanceGroups);
  const hasGroups = (overrides.InstanceGroups ?? instanceGroups) !== undefined;
  requireKey(job, memberOf('volumeEncryptionKey'), volumeEncryptionKey);
  // as AWS says it of the role of a training job: SageMaker makes a grant on the key for the volumes
  volumeEncryptionKey?.grant(role, 'kms:CreateGrant', 'kms:DescribeKey');
  return {
    InstanceType: instanceType?._render(job, memberOf('instanceType')),
    InstanceCount: instanceCount ?? (hasGroups ? undefined : 1),
    InstanceGroups: instanceGroups?.map((group, index) =>
      renderGroup(job, `${memberOf('instanceGroups')}[${index}]`, group),
    ),
    VolumeSizeInGB: sizeIn('Gibibytes', job, memberOf('volumeSize'), volumeSize ?? DEFAULT_VOLUME_SIZE),
    VolumeKmsKeyId: volumeEncryptionKey?.keyArn,
    KeepAlivePeriodInSeconds:
      keepAlivePeriod && durationIn('Seconds', job, memberOf('keepAlivePeriod'), keepAlivePeriod),
  };
}

/** Whether several instances train together, as far as it is known. */
export function isOfSeveral({
  instanceCount,
  instanceGroups,
}: Pick<TrainingResourceOptions, 'instanceCount' | 'instanceGroups'>): boolean {
  const count: unknown = instanceCount ?? 1;
  const isOne = typeof count === 'number' && !isUnknown(count) && count <= 1;
  return instanceGroups !== undefined || !isOne;
}

/** Instances that train together must reach each other; a security group lets nothing in by itself. */
export function allowInstances({ securityGroups }: Connections): void {
  for (const group of securityGroups) {
    const rule = [group, Port.allTraffic(), 'The instances of a training job train together'] as const;
    group.addIngressRule(...rule);
    // the CDK warns of a rule beside one that allows everything
    if (!group.allowAllOutbound) group.addEgressRule(...rule);
  }
}

function renderGroup(job: Construct, member: string, group: TrainingInstanceGroup): Request {
  requireOptions(job, member, group, { required: true });
  requireValue(job, `${member}.instanceType`, group.instanceType, { ...INSTANCE_TYPE, required: true });
  return {
    InstanceGroupName: group.name,
    InstanceType: group.instanceType._render(job, `${member}.instanceType`),
    InstanceCount: group.instanceCount ?? 1,
  };
}
