import { request } from 'node:http';
import { VirtualClock } from '../../../rehearsal/clock';
import { ResponseEndpoint } from '../../../rehearsal/cloudformation/response-endpoint';
import { FaultPlan } from '../../../rehearsal/emulated-api/fault';

const endpoint = new ResponseEndpoint(new VirtualClock(), new FaultPlan());
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
  const url = endpoint.presign((body) => void read.push(body) as undefined);
  expect(await put(url, headers)).toBe(statusCode);
  expect(read).toEqual(statusCode === 200 ? ['body'] : []);
});

test('a URL that nobody has signed', async () => {
  const url = endpoint.presign(() => undefined);
  expect(await put(`${url}x`, { 'content-length': '4' })).toBe(403);
});
