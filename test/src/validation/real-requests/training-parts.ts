import type { Stack } from 'aws-cdk-lib';
import { isS3Uri, locationOf } from './aws-values';
import type { RequestParts } from './request-parts';
import { TrainingImage, type TrainingImageConfig, TrainingInput } from '../../../../src';

/** An image that needs no grants. */
export class PlainImage extends TrainingImage {
  constructor(private readonly imageUri: string) {
    super();
  }

  public bind(): TrainingImageConfig {
    return { imageUri: this.imageUri };
  }
}

/** The channels, where all of them are such as properties can say. */
export function takeChannels(stack: Stack, parts: RequestParts): { [name: string]: TrainingInput } | undefined {
  interface Channel {
    readonly ChannelName: string;
    readonly DataSource: { readonly S3DataSource?: { readonly [member: string]: never } };
    readonly ContentType?: string;
    readonly CompressionType?: never;
    readonly RecordWrapperType?: never;
    readonly InputMode?: never;
  }
  const isPlain = ({ DataSource: { S3DataSource } }: Channel) =>
    S3DataSource?.S3DataType === 'S3Prefix' && isS3Uri(S3DataSource.S3Uri);
  const channels = parts.take<Channel[]>('InputDataConfig', (all) => all.every(isPlain));
  const inputs = channels?.map((channel) => {
    const { S3Uri, S3DataDistributionType: distribution, InstanceGroupNames } = channel.DataSource.S3DataSource!;
    const { bucket, key } = locationOf(stack, S3Uri)!;
    const input = TrainingInput.fromBucket(bucket, key, {
      contentType: channel.ContentType,
      compression: channel.CompressionType,
      recordWrapper: channel.RecordWrapperType,
      inputMode: channel.InputMode,
      distribution,
      instanceGroupNames: InstanceGroupNames,
    });
    return [channel.ChannelName, input] as const;
  });
  return inputs && Object.fromEntries(inputs);
}
