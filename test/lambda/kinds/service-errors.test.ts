import { sageMakerError } from './sagemaker-error';
import { isPassing, isRefusal } from '../../../lambda/kinds/service-errors';

const connectionError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });
const named = (name: string) => Object.assign(new Error('no answer'), { name });

test.each([
  sageMakerError('ThrottlingException'),
  sageMakerError('TooManyRequestsException', 'no', 429),
  sageMakerError('Unknown', 'no', 429),
  sageMakerError('InternalFailure', 'no', 500),
  sageMakerError('ServiceUnavailable', 'no', 503),
  sageMakerError('Unknown', 'no', 504),
  connectionError('ECONNRESET'),
  connectionError('ECONNREFUSED'),
  connectionError('EPIPE'),
  connectionError('ETIMEDOUT'),
  connectionError('ENOTFOUND'),
  connectionError('EAI_AGAIN'),
  connectionError('EHOSTUNREACH'),
  named('TimeoutError'),
  named('RequestTimeout'),
])('%p passes', (error) => {
  expect(isPassing(error)).toBe(true);
  expect(isRefusal(error) && !isPassing(error)).toBe(false);
});

test.each([sageMakerError('ValidationException'), sageMakerError('Unknown', 'no', 403)])('%p is a refusal', (error) => {
  expect(isPassing(error)).toBe(false);
  expect(isRefusal(error)).toBe(true);
});

test.each([new TypeError('undefined is not a function'), sageMakerError('SyntaxError', 'no JSON', 200)])(
  '%p is neither: nobody knows what the service did',
  (error) => {
    expect(isPassing(error)).toBe(false);
    expect(isRefusal(error)).toBe(false);
  },
);
