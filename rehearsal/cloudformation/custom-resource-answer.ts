import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** CloudFormation reads no more of an answer. */
const MAX_ANSWER_BYTES = 4096;
const MAX_PHYSICAL_ID_BYTES = 1024;

/** Which request an answer must belong to. */
export interface AnsweredRequest {
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

/** An answer as CloudFormation understands it. */
export type CustomResourceAnswer =
  | { readonly kind: 'success'; readonly physicalId: string; readonly data: JsonObject }
  | { readonly kind: 'failed'; readonly physicalId?: string; readonly reason: string }
  | { readonly kind: 'ignored'; readonly why: string };

/** Reads the body of a PUT to the response URL. */
export function readAnswer(body: string, request: AnsweredRequest): CustomResourceAnswer {
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_ANSWER_BYTES) return { kind: 'failed', reason: 'Response object is too long.' };
  const answer = parse(body);
  if (!isJsonObject(answer)) return { kind: 'ignored', why: 'it is not a JSON object' };
  for (const member of ['StackId', 'RequestId', 'LogicalResourceId'] as const) {
    if (answer[member] !== request[member]) {
      return { kind: 'ignored', why: `its ${member} is ${JSON.stringify(answer[member])}, not ${request[member]}` };
    }
  }
  if (answer.Status !== 'SUCCESS' && answer.Status !== 'FAILED') {
    return { kind: 'ignored', why: `its Status is ${JSON.stringify(answer.Status)}, neither SUCCESS nor FAILED` };
  }
  return readOutcome(answer, request.RequestId);
}

function readOutcome(answer: JsonObject, requestId: string): CustomResourceAnswer {
  const physicalId = answer.PhysicalResourceId;
  if (typeof physicalId !== 'string' || physicalId === '' || Buffer.byteLength(physicalId) > MAX_PHYSICAL_ID_BYTES) {
    return { kind: 'failed', reason: 'Invalid PhysicalResourceId' };
  }
  if (answer.Status === 'SUCCESS') {
    return { kind: 'success', physicalId, data: isJsonObject(answer.Data) ? answer.Data : {} };
  }
  const message = typeof answer.Reason === 'string' && answer.Reason !== '' ? answer.Reason : 'Unknown';
  const reason = `Received response status [FAILED] from custom resource. Message returned: ${message} (RequestId: ${requestId})`;
  return { kind: 'failed', physicalId, reason };
}

function parse(body: string): JsonValue | undefined {
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
}
