import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createHandler } from '../../lambda/handler';
import { firstTick, type ResourceEvent } from '../../lambda/tick';
import { createEvent, watchEvent } from '../lambda/job-events';

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

describe('a tick whose answer would go to a host that only the function reaches', () => {
  const answered = (event: ResourceEvent) => ({
    ...firstTick(event, new Date('2030-01-01T00:00:00Z')),
    // a watch has answered when it was made, and signals its handle only then
    isAnswered: true,
    answer: { Status: 'SUCCESS' as const, PhysicalResourceId: 'id' },
  });

  test.each([
    ['as the response URL', () => createEvent({}, { ResponseURL: internal })],
    ['as the handle of a wait condition', () => watchEvent({ WaitHandle: internal })],
  ])('sends nothing, %s, and says so without what the URL holds', async (_, event) => {
    const error = await Promise.resolve(handle(answered(event()))).catch((thrown: unknown) => thrown);

    expect(String(error)).toBe(
      'Error: The response URL cannot be reached: Error: A response URL must be one of S3, over HTTPS, got one of http://127.0.0.1',
    );
    expect(reached).toEqual([]);
  });
});
