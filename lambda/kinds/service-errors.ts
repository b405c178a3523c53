import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import type { ErrorMeaning } from '../error-meaning';

/** An error with what the clients of the AWS SDK add to it. */
type SdkError = Parameters<typeof isTransientError>[0];

/**
 * Whether the service, or the way to it, was not up to the call: throttled, an internal error, no connection, an answer
 * that is none of the service's.
 */
export function isPassing(error: Error): boolean {
  const sdkError = error as SdkError;
  return (
    isThrottlingError(sdkError) || isTransientError(sdkError) || isServerError(sdkError) || error.name === 'SyntaxError'
  );
}

/** ResourceNotFound, and as in the errors of other services and other days: NotFoundException, NoSuchEntity. */
const NOT_FOUND_NAME = /not_?found|no_?such|does_?not_?exist/i;

/** Whether an error is called as one that says that something is not there. */
export function isNamedNotFound({ name }: Error): boolean {
  return NOT_FOUND_NAME.test(name);
}

/** Whether the service has answered that it will not do what it was asked for. */
export function isRefusal(error: Error): boolean {
  const status = (error as SdkError).$metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
}

/** What a call returns, or `undefined` where its error means that the job does not exist. */
export async function unlessNotFound<T>(
  call: Promise<T>,
  meaningOf: (error: unknown) => ErrorMeaning,
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (meaningOf(error) === 'not-found') return undefined;
    throw error;
  }
}
