import type { Size } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Request } from '../../job/request-overrides';
import { SIZE } from '../../validation/expected-value';
import { requireList, requireOptions, requireValue } from '../../validation/property-check';
import { sizeIn } from '../../validation/unit-value';
import { INSTANCE_TYPE, type MlInstanceType } from '../ml-instance-type';

/**
 * One of several kinds of instances that trainings may run on: the first of which there are enough is taken.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HyperParameterTuningInstanceConfig.html
 */
export interface TuningInstanceConfig {
  /** The type of the instances. */
  readonly instanceType: MlInstanceType;

  /**
   * How many instances train together: at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;

  /** The size of the volume of each instance, in whole gibibytes: at least 1 GiB. */
  readonly volumeSize: Size;
}

/** The API's `InstanceConfigs`. */
export function renderInstanceConfigs(
  job: IConstruct,
  member: string,
  configs: readonly TuningInstanceConfig[],
): Request[] {
  requireList(job, member, configs);
  return configs.map((config, index) => {
    const own = `${member}[${index}]`;
    requireOptions(job, own, config, { required: true });
    requireValue(job, `${own}.instanceType`, config.instanceType, { ...INSTANCE_TYPE, required: true });
    requireValue(job, `${own}.volumeSize`, config.volumeSize, { ...SIZE, required: true });
    return {
      InstanceType: config.instanceType._render(job, `${own}.instanceType`),
      InstanceCount: config.instanceCount ?? 1,
      VolumeSizeInGB: sizeIn('Gibibytes', job, `${own}.volumeSize`, config.volumeSize),
    };
  });
}
