import { ResourceFailure } from './resource-provider';
import { asJsonObject, type JsonObject } from '../json-value';

/** How many signals a resource waits for once it is made, and for how long. */
export interface ResourceSignalPolicy {
  readonly count: number;
  readonly seconds: number;
}

const DEFAULT_COUNT = 1;
const DEFAULT_TIMEOUT = 'PT5M';
const MAX_SECONDS = 43_200;

/** As `PT12H` or `PT1H30M`. */
const DURATION = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/**
 * What a creation policy says of signals; undefined where it says nothing of them.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html
 */
export function resourceSignalPolicy(creationPolicy: JsonObject | undefined): ResourceSignalPolicy | undefined {
  if (creationPolicy?.ResourceSignal === undefined) return undefined;
  const { Count: count = DEFAULT_COUNT, Timeout: timeout = DEFAULT_TIMEOUT } = asJsonObject(
    creationPolicy.ResourceSignal,
  );
  return { count: Number(count), seconds: secondsOf(String(timeout)) };
}

function secondsOf(timeout: string): number {
  const [isDuration, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(timeout) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (isDuration !== undefined && total <= MAX_SECONDS) return total;
  throw new ResourceFailure(`CreationPolicy: Timeout ${timeout} is not a duration of at most 12 hours, such as PT12H.`);
}
