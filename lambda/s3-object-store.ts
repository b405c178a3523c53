import { partition } from '@aws-sdk/core/client';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentityProvider, ChecksumConstructor, HashConstructor, Provider } from '@smithy/types';
import type { ObjectStore } from './object-store';
import { keyPageIn, textIn } from './s3-listing';

/** What a client of the SDK has for its own calls, of which one of S3 would have the same, with a hundred kilobytes more. */
export interface S3Setup {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly region: Provider<string>;
  readonly sha256: ChecksumConstructor | HashConstructor;
  readonly requestHandler: { handle(request: HttpRequest): Promise<{ readonly response: HttpResponse }> };
}

/** S3, of which two operations are called: `ListObjectsV2` and `GetObject`. Nothing is tried twice here: a look is repeated anyway. */
export function s3ObjectStore(setup: S3Setup): ObjectStore {
  const { credentials, region, sha256, requestHandler } = setup;
  // a path of S3's is signed as it is sent
  const signer = new SignatureV4({ service: 's3', region, credentials, sha256, uriEscapePath: false });
  const call = async (bucket: string, key: string, query: Record<string, string> = {}) => {
    const request = new HttpRequest({ method: 'GET', query, ...placeOf(bucket, key, await region()) });
    const signed = (await signer.sign(request)) as HttpRequest;
    const { response } = await requestHandler.handle(signed);
    if (response.statusCode !== 200) throw await errorOf(response);
    return response.body as AsyncIterable<Uint8Array>;
  };
  return {
    async *keys(bucket, prefix) {
      let next: string | undefined;
      do {
        const query = { 'list-type': '2', 'encoding-type': 'url', prefix };
        const page = keyPageIn(
          await textOf(await call(bucket, '', { ...query, ...(next !== undefined && { 'continuation-token': next }) })),
        );
        yield* page.keys;
        ({ next } = page);
      } while (next !== undefined);
    },
    async *lines(bucket, key) {
      yield* linesOf(await call(bucket, key));
    },
  };
}

/** Where an object is, or its bucket: at the endpoint that the SDK would call, too, where the environment says one. */
function placeOf(bucket: string, key: string, region: string) {
  const path = key.split('/').map(encoded).join('/');
  const given = process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL;
  if (given) {
    const { protocol, hostname, port, pathname } = new URL(given);
    return atHost(protocol, hostname, `${pathname.replace(/\/$/, '')}/${bucket}/${path}`, port);
  }
  const host = `s3.${region}.${partition(region).dnsSuffix}`;
  // the certificate is for names without further dots
  return bucket.includes('.')
    ? atHost('https:', host, `/${bucket}/${path}`)
    : atHost('https:', `${bucket}.${host}`, `/${path}`);
}

function atHost(protocol: string, hostname: string, path: string, port = '') {
  const headers = { host: port === '' ? hostname : `${hostname}:${port}` };
  return { protocol, hostname, path, headers, ...(port !== '' && { port: Number(port) }) };
}

function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What S3 has refused, as the clients of the SDK throw it. */
async function errorOf({ statusCode, body }: HttpResponse): Promise<Error> {
  const xml = await textOf(body as AsyncIterable<Uint8Array>);
  const error = new Error(textIn(xml, 'Message') ?? `S3 has answered with ${statusCode}`);
  error.name = textIn(xml, 'Code') ?? 'UnknownError';
  return Object.assign(error, { $metadata: { httpStatusCode: statusCode } });
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of linesOf(body)) text += `${part}\n`;
  return text;
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
