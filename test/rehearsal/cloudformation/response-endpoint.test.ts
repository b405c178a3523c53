import { request } from 'node:http';
import { VirtualClock } from '../../../rehearsal/clock';
import { ResponseEndpoint } from '../../../rehearsal/cloudformation/response-endpoint';
import { FaultPlan } from '../../../rehearsal/emulated-api/fault';

const VALID_SECONDS = 7200;
const clock = new VirtualClock();
const endpoint = new ResponseEndpoint(clock, new FaultPlan());
beforeAll(async () => endpoint.start());
afterAll(async () => endpoint.close());

async function put(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'PUT', headers }, (answer) => resolve(answer.resume().statusCode));
    outgoing.on('error', reject);
    // without a length, the body goes in chunks
    outgoing.write('body');
    outgoing.end();
  });
}

test.each([
  ['an empty content type', { 'content-type': '', 'content-length': '4' }, 200],
  ['no content type', { 'content-length': '4' }, 200],
  ['a content type that the URL is not signed for', { 'content-type': 'application/json', 'content-length': '4' }, 403],
  ['no content length', { 'content-type': '' }, 411],
])('a PUT with %s', async (_name, headers: Record<string, string>, statusCode) => {
  const read: string[] = [];
  const url = endpoint.presign(VALID_SECONDS, (body) => void read.push(body) as undefined);
  expect(await put(url, headers)).toBe(statusCode);
  expect(read).toEqual(statusCode === 200 ? ['body'] : []);
});

test('a URL that nobody has signed', async () => {
  const url = endpoint.presign(VALID_SECONDS, () => undefined);
  expect(await put(`${url}x`, { 'content-length': '4' })).toBe(403);
});

test('a URL that has expired', async () => {
  const url = endpoint.presign(VALID_SECONDS, () => undefined);
  await clock.advance(VALID_SECONDS * 1000);
  expect(await put(url, { 'content-length': '4' })).toBe(200);
  await clock.advance(1);
  expect(await put(url, { 'content-length': '4' })).toBe(403);
  expect(endpoint.answers.at(-1)).toEqual({ at: clock.now(), body: 'body', ignored: 'the URL has expired' });
});
