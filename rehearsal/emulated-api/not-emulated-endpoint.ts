import { LoopbackServer, type LoopbackRequest, type LoopbackResponse } from '../loopback-server';

/** The address of every service that is not emulated: answers each call with an error that says so. */
export async function startNotEmulatedEndpoint(onCall: (what: string) => void): Promise<LoopbackServer> {
  return LoopbackServer.start((request) => {
    const what = describe(request);
    onCall(what);
    return refusal(`The rehearsal does not emulate ${what}.`);
  });
}

function describe(request: LoopbackRequest): string {
  const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(String(request.headers.authorization ?? ''));
  const operation = request.headers['x-amz-target'] ?? `${request.method} ${request.path}`;
  return `${scope?.[1] ?? 'this service'}: ${String(operation)}`;
}

function refusal(message: string): LoopbackResponse {
  return {
    statusCode: 400,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': 'NotEmulatedException' },
    body: JSON.stringify({ __type: 'NotEmulatedException', message }),
  };
}
