import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultProvider, fromEnvSigningName, nodeProvider } from '../../lambda/function-credentials';

const KEYS = { AccessKeyId: 'id', SecretAccessKey: 'secret', Token: 'token' };
const EXPIRATION = '2030-01-01T01:00:00Z';

const before = process.env;
beforeEach(() => (process.env = {}));
afterEach(() => (process.env = before));

describe('the credentials of a function', () => {
  test('are in its environment', async () => {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    });
    expect(await defaultProvider()()).toMatchObject({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  test('are where the environment says, with SnapStart', async () => {
    const server: Server = createServer((request, response) => {
      const isAllowed = request.headers.authorization === 'allowed';
      response.writeHead(isAllowed ? 200 : 403).end(JSON.stringify({ ...KEYS, Expiration: EXPIRATION }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `http://127.0.0.1:${port}/credentials`;
      process.env.AWS_CONTAINER_AUTHORIZATION_TOKEN = 'allowed';
      expect(await defaultProvider()()).toMatchObject({ accessKeyId: 'id', expiration: new Date(EXPIRATION) });
    } finally {
      server.close();
    }
  });

  test('are looked for nowhere else', async () => {
    await expect(defaultProvider()()).rejects.toThrow('Unable to find environment variable credentials.');
  });
});

test.each([nodeProvider, fromEnvSigningName])('a function bears no token', async (provider) => {
  await expect(provider()()).rejects.toThrow('no bearer token');
});
