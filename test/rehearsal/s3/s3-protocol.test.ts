import { ServiceError } from '../../../rehearsal/emulated-api/service-error';
import { S3Protocol } from '../../../rehearsal/s3/s3-protocol';

const protocol = new S3Protocol();
const read = (path: string, method = 'GET') => protocol.read({ method, path, headers: {}, body: '' });

test.each([
  [
    '/results/?list-type=2&encoding-type=url&prefix=evaluations%2Fa%20job%2F',
    'ListObjectsV2',
    { bucket: 'results', prefix: 'evaluations/a job/' },
  ],
  ['/results?list-type=2', 'ListObjectsV2', { bucket: 'results', prefix: '' }],
  [
    '/results/evaluations/a%20job/1_output.jsonl',
    'GetObject',
    { bucket: 'results', key: 'evaluations/a job/1_output.jsonl' },
  ],
])('reads %s as %s', (path, operation, input) => {
  expect(read(path)).toEqual({ operation, input });
});

test.each([
  ['GET', '/', 'GET /'],
  ['GET', '/results/', 'GET /results/'],
  ['PUT', '/results/key', 'PUT /results/key'],
])('a request that nobody here makes is an operation that S3 does not know: %s %s', (method, path, operation) => {
  expect(read(path, method)).toEqual({ operation, input: {} });
});

test('an answer is written as it is', () => {
  expect(protocol.write('<a/>')).toBe('<a/>');
  expect(protocol.contentType).toBe('application/xml');
});

test.each<[string, ServiceError, number, string]>([
  [
    'a denial of IAM, by the name that S3 has for it',
    new ServiceError('AccessDeniedException', 'not on <results> & co'),
    403,
    '<Error><Code>AccessDenied</Code><Message>not on &lt;results> &amp; co</Message></Error>',
  ],
  [
    'what is not there',
    new ServiceError('NoSuchKey', 'no'),
    404,
    '<Error><Code>NoSuchKey</Code><Message>no</Message></Error>',
  ],
  [
    'a status of its own',
    new ServiceError('Other', 'no', 501),
    501,
    '<Error><Code>Other</Code><Message>no</Message></Error>',
  ],
  ['anything else', new ServiceError('Other', 'no'), 400, '<Error><Code>Other</Code><Message>no</Message></Error>'],
])('an error is written in XML: %s', (_, error, statusCode, body) => {
  expect(protocol.error(error)).toEqual({ statusCode, headers: {}, body });
});

test.each([
  ['throttle', 503, 'SlowDown'],
  ['internal-failure', 500, 'InternalError'],
  ['service-unavailable', 503, 'SlowDown'],
] as const)('what any call may meet is said as S3 says it: %s', (failure, statusCode, code) => {
  const error = protocol.failures[failure]();

  expect([error.code, protocol.error(error).statusCode]).toEqual([code, statusCode]);
});
