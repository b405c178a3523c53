import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IDependable } from 'constructs';
import { renderRanges } from './parameter-range';
import { renderInstanceConfigs } from './tuning-instance-config';
import type { TuningTraining } from './tuning-training';
import { requireKey } from '../../access/bucket-check';
import type { JobOutput } from '../../job/job-output';
import type { Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import { refusal } from '../../validation/finding';
import { knownMembers } from '../../validation/known-value';
import { note } from '../../validation/noted-findings';
import { readerOf } from '../training/built-in-algorithm';
import { type ChannelsContext, renderChannels } from '../training/training-channels';
import { renderCheckpoints } from '../training/training-checkpoints';
import type { TableHeader } from '../training/training-header-rules';
import { TrainingInputMode } from '../training/training-input-options';
import { inMember } from '../training/training-member';
import { isOfSeveral, renderResources } from '../training/training-resources';
import { renderStopping } from '../training/training-stopping';

/** Members of a training job's algorithm that a tuning job does not have, by what sets them. */
const TRAINING_ONLY = {
  ContainerEntrypoint: 'algorithm.entrypoint',
  ContainerArguments: 'algorithm.arguments',
  EnableSageMakerMetricsTimeSeries: 'algorithm.enableMetricsTimeSeries',
  TrainingImageConfig: 'algorithm.image (of a private registry)',
};

/** What is given in place of instances of several kinds. */
const ONE_KIND = ['instanceType', 'instanceCount', 'instanceGroups', 'volumeSize', 'keepAlivePeriod'] as const;

/** What a training has to know of the tuning job. */
export interface TuningTrainingContext extends ChannelsContext {
  readonly role: iam.IRole;
  readonly output: JobOutput;
  /** The property of the job that has the training. */
  readonly member: string;
  /** What overrides say of the training: nothing of one of several, which they replace. */
  readonly overrides?: unknown;
}

/** A training as the API's `HyperParameterTrainingJobDefinition` has it, and apart from it what one of several has in it, too. */
export interface RenderedTraining {
  readonly definition: Request;
  readonly objective: Request;
  readonly ranges: Request | undefined;
  readonly needs: readonly IDependable[];
  readonly headers: readonly TableHeader[];
}

/** Renders a training. What it needs, the job's role is allowed. */
export function renderTraining(training: TuningTraining, context: TuningTrainingContext): RenderedTraining {
  const { job, role, output, member, name } = context;
  const reader = readerOf(training.algorithm, training.staticHyperparameters, training.environment);
  const channelsContext = { ...context, reader, member: `${member}.inputs` };
  const { channels, needs, headers } = renderChannels(training.inputs, channelsContext);
  const definition = {
    DefinitionName: name,
    RoleArn: role.roleArn,
    StaticHyperParameters: inKeyOrder(training.staticHyperparameters),
    Environment: inKeyOrder(training.environment),
    AlgorithmSpecification: {
      TrainingInputMode: training.inputMode ?? TrainingInputMode.FILE,
      ...renderAlgorithm(training, context),
    },
    InputDataConfig: channels,
    OutputDataConfig: {
      S3OutputPath: output.uri,
      KmsKeyId: output.encryptionKey?.keyArn,
      CompressionType: training.outputCompression,
    },
    ...renderInstances(training, context),
    ...renderStopping(job, training, inMember(member)),
    CheckpointConfig:
      training.checkpoints && renderCheckpoints(job, role, training.checkpoints, `${member}.checkpoints`),
    EnableNetworkIsolation: training.networkIsolation,
    EnableInterContainerTrafficEncryption: training.interContainerEncryption,
    RetryStrategy:
      training.maxRetryAttempts === undefined ? undefined : { MaximumRetryAttempts: training.maxRetryAttempts },
  };
  return { definition, objective: training.objective._render(), ranges: renderRanges(training.ranges), needs, headers };
}

function renderAlgorithm({ algorithm }: TuningTraining, { job, role, member }: TuningTrainingContext): Request {
  const rendered = algorithm._bind({ scope: job, role, member: `${member}.algorithm` });
  for (const [only, property] of Object.entries(TRAINING_ONLY)) {
    if (rendered[only] === undefined) continue;
    const text = `must not be given for a tuning job, whose API has no ${only}`;
    note(job, refusal(`${member}.${property}`, text));
  }
  return Object.fromEntries(Object.entries(rendered).filter(([each]) => !(each in TRAINING_ONLY)));
}

function renderInstances(training: TuningTraining, context: TuningTrainingContext): Request {
  const { job, role, member, overrides } = context;
  const { instanceConfigs, volumeEncryptionKey } = training;
  if (instanceConfigs === undefined) {
    const given = knownMembers(overrides, 'ResourceConfig');
    return { ResourceConfig: renderResources(job, role, training, inMember(member), given) };
  }
  for (const other of ONE_KIND.filter((each) => training[each] !== undefined)) {
    note(job, refusal(`${member}.${other}`, "must not be given with 'instanceConfigs', which say it"));
  }
  requireKey(job, `${member}.volumeEncryptionKey`, volumeEncryptionKey);
  volumeEncryptionKey?.grant(role, 'kms:CreateGrant', 'kms:DescribeKey');
  return {
    HyperParameterTuningResourceConfig: {
      InstanceConfigs: renderInstanceConfigs(job, `${member}.instanceConfigs`, instanceConfigs),
      AllocationStrategy: 'Prioritized',
      VolumeKmsKeyId: volumeEncryptionKey?.keyArn,
    },
  };
}

/** Whether several instances train together. */
export function trainsTogether({ instanceCount, instanceGroups, instanceConfigs = [] }: TuningTraining): boolean {
  return instanceConfigs.some((each) => isOfSeveral(each)) || isOfSeveral({ instanceCount, instanceGroups });
}
