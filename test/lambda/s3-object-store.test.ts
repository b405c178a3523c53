import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { HttpRequest } from '@smithy/core/protocols';
import { bedrockMeaning } from '../../lambda/kinds/bedrock-errors';
import { s3ObjectStore } from '../../lambda/s3-object-store';

/** What a request of S3 was, and what it is answered with. */
type Answer = (path: string, query: URLSearchParams) => { readonly status?: number; readonly body: string | Buffer };

let server: Server;
let answer: Answer;
let seen: IncomingMessage[] = [];
const client = new BedrockClient({
  region: 'eu-west-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
});
const objects = s3ObjectStore(client.config);
const all = async (texts: AsyncIterable<string>) => {
  const found: string[] = [];
  for await (const text of texts) found.push(text);
  return found;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    const { pathname, searchParams } = new URL(request.url!, 'http://x');
    const { status = 200, body } = answer(pathname, searchParams);
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());
beforeEach(() => {
  seen = [];
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  delete process.env.AWS_ENDPOINT_URL_S3;
  delete process.env.AWS_ENDPOINT_URL;
  jest.restoreAllMocks();
});

test('lists keys page by page, with signed calls', async () => {
  answer = (_, query) => ({
    body: query.has('continuation-token')
      ? '<R><Contents><Key>b</Key></Contents></R>'
      : '<R><Contents><Key>a</Key></Contents><NextContinuationToken>next=</NextContinuationToken></R>',
  });

  expect(await all(objects.keys('results', 'a b/'))).toEqual(['a', 'b']);
  expect(seen.map(({ url }) => url)).toEqual([
    '/results/?encoding-type=url&list-type=2&prefix=a%20b%2F',
    '/results/?continuation-token=next%3D&encoding-type=url&list-type=2&prefix=a%20b%2F',
  ]);
  expect(seen[0].headers).toMatchObject({
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, /,
    ) as string,
    'x-amz-content-sha256': createHash('sha256').update('').digest('hex'),
    'x-amz-security-token': 'token',
  });
});

test('reads lines, however they are cut into parts', async () => {
  answer = () => ({ body: Buffer.from(`${'é'.repeat(100_000)}\nb\n\nc`) });

  const lines = await all(objects.lines('results', "models/amazon.nova:0/it's.jsonl"));
  expect(lines.map((line) => line.length)).toEqual([100_000, 1, 0, 1]);
  expect(lines[0]).toBe('é'.repeat(100_000));
  expect(seen[0].url).toBe('/results/models/amazon.nova%3A0/it%27s.jsonl');
});

test.each([
  [
    403,
    '<Error><Code>AccessDenied</Code><Message>Access &quot;Denied&quot;</Message></Error>',
    'denied',
    'Access "Denied"',
  ],
  [
    404,
    '<Error><Code>NoSuchBucket</Code><Message>The bucket does not exist</Message></Error>',
    'not-found',
    'The bucket does not exist',
  ],
  [403, '<Error><Code>InvalidAccessKeyId</Code><Message>No such key</Message></Error>', 'denied', 'No such key'],
  [503, '<Error><Code>SlowDown</Code><Message>Reduce your rate</Message></Error>', 'busy', 'Reduce your rate'],
  [500, '', 'busy', 'S3 has answered with 500'],
  [301, '<Error><Code>PermanentRedirect</Code><Message>Elsewhere</Message></Error>', 'unknown', 'Elsewhere'],
])('throws what S3 says: %d %s', async (status, body, meaning, message) => {
  answer = () => ({ status, body });
  const error: unknown = await all(objects.lines('results', 'a')).catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({ message });
  expect(bedrockMeaning(error)).toBe(meaning);
});

describe('without an endpoint in the environment, asks', () => {
  const asked = async (bucket: string, region = 'eu-west-1') => {
    const requests: HttpRequest[] = [];
    const requestHandler = {
      handle: async (request: HttpRequest) => {
        requests.push(request);
        return Promise.reject(new Error('enough'));
      },
    };
    const store = s3ObjectStore({ ...client.config, region: async () => Promise.resolve(region), requestHandler });
    await expect(all(store.lines(bucket, 'a/b'))).rejects.toThrow('enough');
    const [{ protocol, hostname, path }] = requests;
    return `${protocol}//${hostname}${path}`;
  };

  beforeEach(() => {
    delete process.env.AWS_ENDPOINT_URL_S3;
  });

  test.each([
    ['results', 'eu-west-1', 'https://results.s3.eu-west-1.amazonaws.com/a/b'],
    ['my.results', 'eu-west-1', 'https://s3.eu-west-1.amazonaws.com/my.results/a/b'],
    ['results', 'cn-north-1', 'https://results.s3.cn-north-1.amazonaws.com.cn/a/b'],
    ['results', 'us-gov-west-1', 'https://results.s3.us-gov-west-1.amazonaws.com/a/b'],
    ['results', 'eusc-de-east-1', 'https://results.s3.eusc-de-east-1.amazonaws.eu/a/b'],
    ['my.results', 'us-iso-east-1', 'https://s3.us-iso-east-1.c2s.ic.gov/my.results/a/b'],
  ])('for %s in %s', async (bucket, region, url) => {
    expect(await asked(bucket, region)).toBe(url);
  });

  test('the endpoint of all services, where there is one', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:4566/aws/';

    expect(await asked('results')).toBe('http://127.0.0.1/aws/results/a/b');
  });
});
