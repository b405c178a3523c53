import { createEvent } from './job-events';
import { requestTime } from '../../lambda/request-time';

const timeIn = (ResponseURL: string) => requestTime(createEvent({}, { ResponseURL }));

test('a request was made when its response URL was signed', () => {
  const url = 'https://responses.example.com/arn%3Aaws?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20300102T030405Z';

  expect(timeIn(`${url}&X-Amz-Expires=7200`)).toBe(Date.parse('2030-01-02T03:04:05Z'));
});

test.each([
  'https://responses.example.com/answer?AWSAccessKeyId=KEY&Expires=1893456000&Signature=SECRET',
  'https://responses.example.com/X-Amz-Date=20300102T030405Z',
  'https://responses.example.com/answer?X-Amz-Date=yesterday',
])('nobody knows when it was made where the URL does not say so: %s', (url) => {
  expect(timeIn(url)).toBeUndefined();
});
