import { accessesTo, type Access } from './access';
import { arnIn, type Environment } from '../environment';

/** Where a log is written. */
export interface LogPlace extends Environment {
  readonly group: string;
  readonly stream: string;
}

/** What writes into a log group that exists. */
export const LOG_WRITING_ACTIONS: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/** The accesses needed to write into a log group that exists. */
export function logAccesses(place: LogPlace): Access[] {
  return accessesTo(`${groupArn(place)}:log-stream:${place.stream}`, LOG_WRITING_ACTIONS);
}

/** The accesses needed to write into a log group that is made for it, and to look whether the stream is there. */
export function newLogAccesses(place: LogPlace): Access[] {
  const arn = groupArn(place);
  return [
    ...accessesTo(arn, ['logs:CreateLogGroup']),
    ...accessesTo(`${arn}:log-stream:`, ['logs:DescribeLogStreams']),
    ...logAccesses(place),
  ];
}

function groupArn(place: LogPlace): string {
  return arnIn(place, 'logs', `log-group:${place.group}`);
}
