/** What the clients of the AWS SDK add to an error. */
interface ServiceError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const THROTTLING = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
]);
const SERVER_ERRORS = new Set(['InternalFailure', 'InternalServerException', 'InternalError', 'ServiceUnavailable']);
const CONNECTION_CODES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

export function isThrottling(error: ServiceError): boolean {
  return THROTTLING.has(error.name) || error.$metadata?.httpStatusCode === 429;
}

export function isServerError(error: ServiceError): boolean {
  return SERVER_ERRORS.has(error.name) || (error.$metadata?.httpStatusCode ?? 0) >= 500;
}

/** No answer came back, so that nobody knows whether the call took effect. */
export function isConnectionError(error: ServiceError): boolean {
  return error.name === 'TimeoutError' || error.name === 'RequestTimeout' || CONNECTION_CODES.has(error.code ?? '');
}
