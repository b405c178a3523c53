import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

const SIGNED_AT = /[?&]X-Amz-Date=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/;

/**
 * When CloudFormation made a request, in milliseconds since 1970, to the second: its response URL was signed then.
 * `undefined` where the URL does not say so. Nothing else in a request tells whether another came before or after it.
 */
export function requestTime({
  ResponseURL,
}: Pick<CloudFormationCustomResourceEvent, 'ResponseURL'>): number | undefined {
  const [, year, month, day, ...time] = SIGNED_AT.exec(ResponseURL) ?? [];
  return year === undefined ? undefined : Date.parse(`${year}-${month}-${day}T${time.join(':')}Z`);
}
