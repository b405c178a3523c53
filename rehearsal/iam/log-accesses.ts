import { accessesTo, type Access } from './access';

/** Where a log is written. */
export interface LogPlace {
  readonly account: string;
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

/** Writes into a log group that exists. */
export function writeLog({ account, region, group, stream }: LogPlace): Access[] {
  const arn = `arn:aws:logs:${region}:${account}:log-group:${group}`;
  return accessesTo(`${arn}:log-stream:${stream}`, ['logs:CreateLogStream', 'logs:PutLogEvents']);
}

/** Writes into a log group that is made for it, and looks whether the stream is there. */
export function writeNewLog(place: LogPlace): Access[] {
  const { account, region, group } = place;
  const arn = `arn:aws:logs:${region}:${account}:log-group:${group}`;
  return [
    ...accessesTo(arn, ['logs:CreateLogGroup']),
    ...accessesTo(`${arn}:log-stream:`, ['logs:DescribeLogStreams']),
    ...writeLog(place),
  ];
}
