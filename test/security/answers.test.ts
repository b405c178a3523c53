import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createHandler } from '../../lambda/handler';
import { firstTick } from '../../lambda/tick';
import { createEvent } from '../lambda/job-events';

const SECRET = 'signature=SECRET';
let server: Server;
let internal: string;
const reached: (string | undefined)[] = [];

beforeEach(async () => {
  reached.length = 0;
  server = createServer((request, response) => {
    reached.push(request.url);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  internal = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin?${SECRET}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const handle = createHandler({
  sfn: new SFNClient({}),
  kinds: {},
  now: () => new Date('2030-01-01T00:00:00Z'),
  random: () => 0.5,
  sleep: async () => undefined,
  log: () => undefined,
});

test('a tick whose answer would go to a host that only the function reaches sends nothing, and says so without what the URL holds', async () => {
  const error = await Promise.resolve(
    handle({
      ...firstTick(createEvent({}, { ResponseURL: internal }), new Date('2030-01-01T00:00:00Z')),
      answer: { Status: 'SUCCESS' as const, PhysicalResourceId: 'id' },
    }),
  ).catch((thrown: unknown) => thrown);

  expect(String(error)).toBe(
    'Error: The response URL cannot be reached: Error: A response URL must be one of S3, over HTTPS, got one of http://127.0.0.1',
  );
  expect(reached).toEqual([]);
});
