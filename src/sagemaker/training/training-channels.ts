import type { IDependable } from 'constructs';
import type { TableHeader } from './training-header-rules';
import type { TrainingInput } from './training-input';
import type { TrainingInputContext } from './training-input-context';
import type { Request } from '../../job/request-overrides';
import { entriesInKeyOrder } from '../../key-order';

/** What the inputs of a training have to know of the job. */
export interface ChannelsContext extends Pick<TrainingInputContext, 'job' | 'role' | 'reader' | 'connections'> {
  /** The property of the job that has the inputs: for messages. @default 'inputs' */
  readonly member?: string;
  /** What tells the constructs of the inputs from those of other trainings of the job. @default - the job trains one model */
  readonly name?: string;
}

/** Channels as a request has them. */
export interface RenderedChannels {
  readonly channels: Request[] | undefined;
  /** What must be there before the data can be read. */
  readonly needs: IDependable[];
  /** The files whose first line has the names of columns. */
  readonly headers: TableHeader[];
}

/** The API's `InputDataConfig`, and what there is to know of the data. */
export function renderChannels(
  inputs: { readonly [channelName: string]: TrainingInput } = {},
  { member = 'inputs', name, ...context }: ChannelsContext,
): RenderedChannels {
  const bound = entriesInKeyOrder(inputs).map(([channelName, input]) => {
    // no name of a training has a dot in it
    const id = name === undefined ? channelName : `${name}.${channelName}`;
    const { channel, ...rest } = input._bind({ ...context, member: `${member}.${channelName}`, channelName: id });
    return { channel: { ...channel, ChannelName: channelName }, ...rest };
  });
  const channels = bound.map(({ channel }) => channel);
  return {
    channels: channels.length > 0 ? channels : undefined,
    needs: bound.flatMap(({ needs }) => needs),
    headers: bound.flatMap(({ headers }) => headers),
  };
}
