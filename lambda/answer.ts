import { requireResponseUrl } from './response-url';
import type { Answer, ResourceEvent } from './tick';

/** CloudFormation reads no answer that is longer, in bytes. */
const LONGEST_ANSWER = 4096;
const TRIES = 3;
const TIMEOUT_MS = 10_000;
const ELLIPSIS = '…';
/** What S3 says of a URL that is good no more: its signature has expired or is wrong, or what it leads to is gone. */
const FINAL_STATUSES = [403, 404, 410];

/** Puts the body of an answer to a response URL; throws where the URL cannot be reached. Returns the HTTP status. */
export type Put = (url: string, body: string) => Promise<number>;

/** Tells CloudFormation the end of a request. */
export async function sendAnswer(
  event: ResourceEvent,
  answer: Answer,
  put: Put = putOverHttp,
): Promise<'sent' | 'refused'> {
  return deliver(event.ResponseURL, bodyOf(event, answer), put);
}

/**
 * The text of an answer, its reason shortened to what CloudFormation reads. Attributes cannot be shortened: an answer that
 * has too many of them is a failure, and that of an update keeps the id which the resource has.
 */
export function bodyOf(event: ResourceEvent, { Reason, Data, ...answer }: Answer): string {
  const { StackId, RequestId, LogicalResourceId } = event;
  const ids = { StackId, RequestId, LogicalResourceId };
  if (!Data) return withReason({ ...answer, ...ids }, Reason);

  const body = JSON.stringify({ ...answer, ...ids, Data, Reason });
  const bytes = Buffer.byteLength(body);
  if (bytes <= LONGEST_ANSWER) return body;
  const why = `The attributes are too long: the answer has ${bytes} bytes, and CloudFormation reads ${LONGEST_ANSWER}; let the stack use fewer of the job's metrics`;
  const PhysicalResourceId = event.RequestType === 'Create' ? answer.PhysicalResourceId : event.PhysicalResourceId;
  return withReason({ ...answer, ...ids, Status: 'FAILED', PhysicalResourceId }, why);
}

/**
 * Puts a text to a URL of CloudFormation's. A text that cannot be delivered now is an error, so that the state machine
 * tries again; one that the URL refuses will never be delivered.
 */
async function deliver(url: string, body: string, put: Put): Promise<'sent' | 'refused'> {
  for (let attempt = 1; ; attempt++) {
    const status = await put(url, body).catch((error: unknown) => {
      if (attempt === TRIES) throw new Error(`The response URL cannot be reached: ${String(error)}`);
      return 0;
    });
    if (status >= 200 && status < 300) return 'sent';
    if (FINAL_STATUSES.includes(status)) return 'refused';
    if (attempt === TRIES) throw new Error(`The response URL answered with HTTP status ${status}`);
  }
}

/** A message with as much of a reason as there is room for. */
function withReason(message: object, wholeReason?: string): string {
  const render = (reason?: string) => JSON.stringify({ ...message, ...(reason && { Reason: reason }) });
  const body = render(wholeReason);
  if (Buffer.byteLength(body) <= LONGEST_ANSWER) return body;
  if (!wholeReason) {
    throw new Error(`The answer has ${Buffer.byteLength(body)} bytes; CloudFormation reads ${LONGEST_ANSWER}`);
  }

  const characters = [...wholeReason];
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const isShort = Buffer.byteLength(render(characters.slice(0, middle).join('') + ELLIPSIS)) <= LONGEST_ANSWER;
    [fits, tooLong] = isShort ? [middle, tooLong] : [fits, middle];
  }
  return render(characters.slice(0, fits).join('') + ELLIPSIS);
}

async function putOverHttp(url: string, body: string): Promise<number> {
  requireResponseUrl(url, process.env.AWS_ENDPOINT_URL);
  // the URL is signed for a request without a content type
  const response = await fetch(url, {
    method: 'PUT',
    body,
    headers: { 'content-type': '' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return response.status;
}
