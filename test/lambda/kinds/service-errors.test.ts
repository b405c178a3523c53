import { clientError } from './client-error';
import type { ErrorMeaning } from '../../../lambda/error-meaning';
import { isPassing, isRefusal, unlessNotFound } from '../../../lambda/kinds/service-errors';

const connectionError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });
const named = (name: string) => Object.assign(new Error('no answer'), { name });

test.each([
  clientError('ThrottlingException'),
  clientError('TooManyRequestsException', 'no', 429),
  clientError('Unknown', 'no', 429),
  clientError('InternalFailure', 'no', 500),
  clientError('ServiceUnavailable', 'no', 503),
  clientError('Unknown', 'no', 504),
  connectionError('ECONNRESET'),
  connectionError('ECONNREFUSED'),
  connectionError('EPIPE'),
  connectionError('ETIMEDOUT'),
  connectionError('ENOTFOUND'),
  connectionError('EAI_AGAIN'),
  connectionError('EHOSTUNREACH'),
  named('TimeoutError'),
  named('RequestTimeout'),
  // such as the page of a proxy
  clientError('SyntaxError', 'Unexpected token < in JSON at position 0', 200),
])('%p passes', (error) => {
  expect(isPassing(error)).toBe(true);
  expect(isRefusal(error) && !isPassing(error)).toBe(false);
});

test.each([clientError('ValidationException'), clientError('Unknown', 'no', 403)])('%p is a refusal', (error) => {
  expect(isPassing(error)).toBe(false);
  expect(isRefusal(error)).toBe(true);
});

test('an error that is none of a service is neither', () => {
  const error = new TypeError('undefined is not a function');
  expect(isPassing(error)).toBe(false);
  expect(isRefusal(error)).toBe(false);
});

describe('a call for what may not be there', () => {
  const meaningOf = (error: unknown): ErrorMeaning => ((error as Error).name === 'Gone' ? 'not-found' : 'refused');

  test('returns what there is', async () => {
    expect(await unlessNotFound(Promise.resolve(1), meaningOf)).toBe(1);
  });

  test('returns nothing where the error means that there is nothing', async () => {
    expect(await unlessNotFound(Promise.reject(clientError('Gone')), meaningOf)).toBeUndefined();
  });

  test('fails with any other error', async () => {
    await expect(unlessNotFound(Promise.reject(clientError('Denied', 'denied')), meaningOf)).rejects.toThrow('denied');
  });
});
