import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEvent, RESPONSE_URL, STACK_ID, updateEvent } from './job-events';
import { bodyOf, sendAnswer } from '../../lambda/answer';
import type { Answer } from '../../lambda/tick';

const LONGEST = 4096;
const event = createEvent();
const success: Answer = { Status: 'SUCCESS', PhysicalResourceId: 'arn:job', Data: { Result: 's3://results' } };
const failure = (Reason: string): Answer => ({ Status: 'FAILED', Reason, PhysicalResourceId: 'arn:job' });
const ids = { StackId: STACK_ID, RequestId: '6f1c2a', LogicalResourceId: 'Compile' };

describe('the body of an answer', () => {
  test('has the ids of the request besides the answer, and no reason where there is none', () => {
    expect(JSON.parse(bodyOf(event, success))).toEqual({ ...success, ...ids });
    expect(JSON.parse(bodyOf(event, failure('why')))).toEqual({ ...failure('why'), ...ids });
  });

  test.each([
    ['characters of one byte', 'x'],
    ['characters of two bytes', 'ä'],
    ['characters of three bytes', '漢'],
    ['characters of four bytes, two in UTF-16', '🦜'],
    ['characters that JSON escapes', '"'],
    ['control characters', '\u0007'],
  ])('shortens a reason to 4096 bytes and breaks no character: %s', (_, character) => {
    for (const offset of ['', 'a', 'ab', 'abc']) {
      const body = bodyOf(event, failure(offset + character.repeat(5000)));
      const { Reason } = JSON.parse(body) as { Reason: string };

      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LONGEST);
      expect(Buffer.byteLength(body)).toBeGreaterThan(LONGEST - 12);
      expect(Reason.replace(offset, '').replaceAll(character, '')).toBe('…');
    }
  });

  test('leaves a reason alone that just fits', () => {
    const room = LONGEST - Buffer.byteLength(bodyOf(event, failure('x'))) + 1;

    expect(JSON.parse(bodyOf(event, failure('x'.repeat(room))))).toMatchObject({ Reason: 'x'.repeat(room) });
    expect(Buffer.byteLength(bodyOf(event, failure('x'.repeat(room))))).toBe(LONGEST);
    expect(JSON.parse(bodyOf(event, failure('x'.repeat(room + 1)))).Reason).toMatch(/…$/);
  });

  test('uses all the room that there is for a reason', () => {
    expect(Buffer.byteLength(bodyOf(event, failure('x'.repeat(5000))))).toBe(LONGEST);
  });

  test('is a failure when the attributes are too long, for they cannot be shortened', () => {
    expect(JSON.parse(bodyOf(event, { ...success, Data: { Result: 'x'.repeat(5000) } }))).toEqual({
      ...failure(
        expect.stringMatching(
          /^The attributes are too long: the answer has 5\d{3} bytes, and CloudFormation reads 4096; let the stack use fewer of the job's metrics$/,
        ) as string,
      ),
      ...ids,
    });
  });

  test('has attributes that just fit', () => {
    const withResult = (length: number) => bodyOf(event, { ...success, Data: { Result: 'x'.repeat(length) } });
    const room = LONGEST - Buffer.byteLength(withResult(0));

    expect(JSON.parse(withResult(room))).toMatchObject({ Status: 'SUCCESS', Data: { Result: 'x'.repeat(room) } });
    expect(JSON.parse(withResult(room + 1))).toMatchObject({ Status: 'FAILED' });
  });

  test('keeps the id of the resource when the attributes of an update are too long: nothing is replaced', () => {
    const update = updateEvent('arn:old', {}, {});

    expect(JSON.parse(bodyOf(update, { ...success, Data: { Result: 'x'.repeat(5000) } }))).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'arn:old',
    });
  });

  test('has attributes and a reason where there are both', () => {
    const both = { ...success, Reason: 'why' };

    expect(JSON.parse(bodyOf(event, both))).toEqual({ ...both, ...ids });
  });

  test('fails where not even the ids have room', () => {
    expect(() => bodyOf(event, { Status: 'SUCCESS', PhysicalResourceId: 'x'.repeat(5000) })).toThrow(
      /^The answer has 5\d\d\d bytes; CloudFormation reads 4096$/,
    );
  });
});

const put = (...results: (number | Error)[]) =>
  jest.fn(async (_url: string, _body: string) => {
    const result = results.shift()!;
    if (result instanceof Error) throw result;
    return result;
  });

describe('sending an answer', () => {
  test('puts the body to the response URL', async () => {
    const once = put(200);

    expect(await sendAnswer(event, success, once)).toBe('sent');
    expect(once.mock.calls).toEqual([[RESPONSE_URL, bodyOf(event, success)]]);
  });

  test.each([201, 204, 299])('has sent it with any status of a success: %i', async (status) => {
    expect(await sendAnswer(event, success, put(status))).toBe('sent');
  });

  test.each([403, 404, 410])('ends quietly where the URL has expired: HTTP status %i', async (status) => {
    const once = put(status);

    expect(await sendAnswer(event, success, once)).toBe('refused');
    expect(once).toHaveBeenCalledTimes(1);
  });

  test.each([300, 301, 307, 400, 408, 409, 500, 503, 429, new Error('socket hang up')])(
    'tries again after %p',
    async (result) => {
      expect(await sendAnswer(event, success, put(result, result, 200))).toBe('sent');
    },
  );

  test.each([307, 400, 408, 500, 503, 429])('fails after three tries with HTTP status %i', async (status) => {
    const thrice = put(status, status, status, 200);

    await expect(sendAnswer(event, success, thrice)).rejects.toThrow(
      `The response URL answered with HTTP status ${status}`,
    );
    expect(thrice).toHaveBeenCalledTimes(3);
  });

  test('fails after three tries without a connection', async () => {
    const error = new Error('socket hang up');

    await expect(sendAnswer(event, success, put(error, error, error))).rejects.toThrow(
      'The response URL cannot be reached: Error: socket hang up',
    );
  });
});

describe('over HTTP', () => {
  const received: { method?: string; url?: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let server: Server;
  let status: number;
  let url: string;

  beforeEach(async () => {
    received.length = 0;
    status = 200;
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ method: request.method, url: request.url, headers: request.headers, body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.AWS_ENDPOINT_URL = endpoint;
    url = `${endpoint}/answer?signature=a%2Fb`;
  });

  afterEach(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('the answer is one PUT with a length and without a content type', async () => {
    const local = createEvent({}, { ResponseURL: url });

    expect(await sendAnswer(local, failure('déjà vu 🦜'))).toBe('sent');

    expect(received).toHaveLength(1);
    const [{ method, url: path, headers, body }] = received;
    expect({ method, path, body }).toEqual({
      method: 'PUT',
      path: '/answer?signature=a%2Fb',
      body: bodyOf(local, failure('déjà vu 🦜')),
    });
    expect(headers['content-type']).toBe('');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });

  test('an expired URL is told from one that cannot be reached', async () => {
    const local = createEvent({}, { ResponseURL: url });
    status = 403;

    expect(await sendAnswer(local, success)).toBe('refused');
    expect(received).toHaveLength(1);
  });

  test('nothing is put to a host that is neither S3 nor the emulated AWS', async () => {
    delete process.env.AWS_ENDPOINT_URL;

    await expect(sendAnswer(createEvent({}, { ResponseURL: url }), success)).rejects.toThrow(
      'The response URL cannot be reached: Error: A response URL must be one of S3, over HTTPS, got one of http://127.0.0.1',
    );
    expect(received).toEqual([]);
  });

  test('fails when nobody listens', async () => {
    const nobody = createEvent({}, { ResponseURL: 'http://127.0.0.1:1/' });

    await expect(sendAnswer(nobody, success)).rejects.toThrow('The response URL cannot be reached');
  });
});
