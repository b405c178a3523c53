import { BodyCheck, type TellFault } from './body-check';
import { type BodyShape, OPEN } from './body-shape';
import { CONVERSE_BODY } from './converse-body';
import type { ModelFamily } from './model-family';
import { isObject } from '../input/record-fault';
import { ModelInvocationType } from '../model-invocation-type';

const FIRST_ROLE = "'modelInput.messages[0].role' must be 'user'";

/** Checks a request, and tells what is wrong with it. */
export interface RequestCheck {
  (request: Record<string, unknown>, tell: TellFault): void;
  /** What a request is: of texts to which its shape gives no rule, the check does not look at more than whether they are empty. */
  readonly body: BodyShape;
}

/** The check of requests for a model; a family that is not known leaves the bodies of InvokeModel to the service. */
export function requestCheckOf(type: ModelInvocationType, family: ModelFamily | undefined): RequestCheck {
  if (type === ModelInvocationType.CONVERSE) return converseCheck(family);
  return family ? invokeCheck(family) : Object.assign(() => undefined, { body: OPEN });
}

function converseCheck(family: ModelFamily | undefined): RequestCheck {
  const check = new BodyCheck(CONVERSE_BODY);
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) => {
    check.check(request, tell);
    checkFirstRole(request, tell, family?.mayBeginItself ? 'recordFirstRole' : undefined);
  };
  return Object.assign(checkRequest, { body: CONVERSE_BODY });
}

function invokeCheck({ body, name, needsOneOf, isLikeConverse, mayBeginItself }: ModelFamily): RequestCheck {
  const check = new BodyCheck(body);
  const hasTurns = body.required.includes('messages') && !mayBeginItself;
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) => {
    if (!isLikeConverse && isConverseRequest(request)) {
      const text = `'modelInput' is the body of a Converse request, and a job of InvokeModel sends what ${name} itself takes: did you mean 'modelInvocationType: ModelInvocationType.CONVERSE'?`;
      return tell('converse', text);
    }
    check.check(request, tell);
    if (needsOneOf?.every((member) => request[member] === undefined)) {
      tell('needs', `'modelInput' must have one of '${needsOneOf.join("', '")}'`);
    }
    if (hasTurns) checkFirstRole(request, tell);
  };
  return Object.assign(checkRequest, { body });
}

/** Whether a request has what only Converse has: settings in an object of their own, or blocks without a type. */
function isConverseRequest({
  messages,
  system,
  inferenceConfig,
  additionalModelRequestFields,
}: Record<string, unknown>) {
  if (inferenceConfig !== undefined || additionalModelRequestFields !== undefined) return true;
  if (Array.isArray(system) && isBlock(system[0])) return true;
  if (!Array.isArray(messages)) return false;
  const [message] = messages as unknown[];
  return isObject(message) && Array.isArray(message.content) && isBlock(message.content[0]);
}

/** Whether something is a block of Converse: what it is, its only member says. */
function isBlock(value: unknown): boolean {
  return isObject(value) && value.type === undefined && (value.text !== undefined || isObject(value.image));
}

function checkFirstRole({ messages }: Record<string, unknown>, tell: TellFault, warning?: string): void {
  if (!Array.isArray(messages)) return;
  const [message] = messages as unknown[];
  if (!isObject(message)) return;
  if (message.role === 'assistant') {
    tell('first role', `${FIRST_ROLE}, as a conversation begins with the user, got 'assistant'`, warning);
  }
  if (message.role !== 'system') return;
  tell('first role', `${FIRST_ROLE}, got 'system': a system prompt belongs in 'modelInput.system'`, warning);
}
