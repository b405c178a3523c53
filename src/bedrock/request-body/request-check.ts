import { BodyCheck, type TellFault } from './body-check';
import { type BodyShape, FLAG, OPEN } from './body-shape';
import { converseBodyFor } from './converse-body';
import type { ModelFamily } from './model-family';
import { isObject } from '../../local-file/json-value';
import { shortened } from '../input/record-fault';
import { ModelInvocationType } from '../model-invocation-type';

const FIRST_MEMBER = "'modelInput.messages[0].role'";
const FIRST_ROLE = `${FIRST_MEMBER} must be 'user'`;

/** Checks a request, and tells what is wrong with it. */
export interface RequestCheck {
  (request: Record<string, unknown>, tell: TellFault): void;
  /** What a request is: of texts to which its shape gives no rule, the check does not look at more than whether they are empty. */
  readonly body: BodyShape;
}

/**
 * The check of requests for a model; a family that is not known leaves the bodies of InvokeModel to the service, but for one
 * that is a request of Converse.
 *
 * @param foundationModelIds The models behind, where the family of them is not known.
 */
export function requestCheckOf(
  type: ModelInvocationType,
  family: ModelFamily | undefined,
  foundationModelIds: readonly string[] = [],
): RequestCheck {
  if (type === ModelInvocationType.CONVERSE) return converseCheck(family);
  if (family) return invokeCheck(family);
  if (!isOfOtherVendors(foundationModelIds)) return NO_CHECK;
  return foundationModelIds.every((id) => OTHER_VENDORS.test(id)) ? BODY_OF_OTHER_VENDOR : UNKNOWN_BODY;
}

/** Nothing is known of the bodies. */
const NO_CHECK: RequestCheck = Object.assign(() => undefined, { body: OPEN });
/** Of a body that may be one of Converse, any part may matter. */
const UNKNOWN_BODY: RequestCheck = Object.assign(unknownBodyCheck, { body: FLAG });
const BODY_OF_OTHER_VENDOR: RequestCheck = Object.assign(otherVendorsCheck, { body: FLAG });

/** Amazon's own models may take bodies that are like those of Converse, as Nova does. */
function isOfOtherVendors(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => /^(?!amazon\.)[a-z0-9-]+\.[a-z0-9]/.test(id));
}

/**
 * Vendors of models for batch inference whose bodies no page describes, or not all of them: it is known what is never in them.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html
 */
const OTHER_VENDORS = /^(?:deepseek|google|minimax|mistral|moonshot(?:ai)?|nvidia|qwen|zai)\./;
/** Members of other bodies, and whose they are. */
const MEMBERS_OF_OTHERS = { anthropic_version: 'Claude', inputText: 'Titan' } as const;

/** The check of bodies of which it is known only what they do not have. */
function otherVendorsCheck(request: Record<string, unknown>, tell: TellFault): void {
  unknownBodyCheck(request, tell);
  for (const [member, family] of Object.entries(MEMBERS_OF_OTHERS)) {
    if (request[member] === undefined) continue;
    tell(
      member,
      `'modelInput.${member}' is a member of the body of ${family}, which this model does not take`,
      'recordParameter',
    );
  }
}

function unknownBodyCheck(request: Record<string, unknown>, tell: TellFault): void {
  // a body like that of Nova says its version
  if (request.schemaVersion !== undefined || !isConverseRequest(request)) return;
  tell('converse', converseText('the model'), 'recordConverse');
}

function converseText(model: string): string {
  return `'modelInput' is the body of a Converse request, and a job of InvokeModel sends what ${model} itself takes: did you mean 'modelInvocationType: ModelInvocationType.CONVERSE'?`;
}

function converseCheck(family: ModelFamily | undefined): RequestCheck {
  const body = converseBodyFor(family?.converseAgreement);
  const check = new BodyCheck(body);
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) => {
    if (family?.isOfEmbeddings) return tell('embeddings', embeddingsText(family));
    if (isWholeCall(request)) return tell('call', WHOLE_CALL);
    if (isWrapped(request, tell)) return;
    check.check(request, tell);
    checkFirstRole(request, tell, family?.mayBeginItself ? 'recordFirstRole' : undefined);
  };
  return Object.assign(checkRequest, { body });
}

function embeddingsText({ name }: ModelFamily): string {
  return `'modelInput' must be a body of InvokeModel, for Converse makes no embeddings, which ${name} does: did you mean 'modelInvocationType: ModelInvocationType.INVOKE_MODEL'?`;
}

/** What a call of the API has besides the body. */
const WHOLE_CALL =
  "'modelInput' has a 'body': it is the body itself, and not the parameters of a call. Give what is in 'body' as 'modelInput', as an object";

/** Tells of a request that has its body in a member of another name, and says whether it has. */
function isWrapped(request: Record<string, unknown>, tell: TellFault): boolean {
  if (request.messages !== undefined) return false;
  const name = Object.keys(request).find((each) => isObject(request[each]) && Array.isArray(request[each].messages));
  if (name === undefined) return false;
  const text = `'modelInput' has its body in ${shortened(name)}: give what is in it as 'modelInput' itself`;
  tell('wrapped', text);
  return true;
}

/** Whether a request has its body in it, as an object or as a text. */
function isWholeCall({ body }: Record<string, unknown>): boolean {
  return isObject(body) || typeof body === 'string';
}

function invokeCheck({
  body,
  name,
  needsOneOf,
  isLikeConverse,
  mayBeginItself,
  isOfEmbeddings,
}: ModelFamily): RequestCheck {
  const check = new BodyCheck(body);
  const hasTurns = body.required.includes('messages') && !mayBeginItself;
  const checkRequest = (request: Record<string, unknown>, tell: TellFault) => {
    // a body of embeddings says itself what it takes, and Converse makes none
    if (!isLikeConverse && !isOfEmbeddings && isConverseRequest(request)) {
      return tell('converse', converseText(name));
    }
    if (isWholeCall(request)) return tell('call', WHOLE_CALL);
    if (body.required.includes('messages') && isWrapped(request, tell)) return;
    const isTold = hasTurns && checkFirstRole(request, tell);
    check.check(request, isTold ? butFirstRole(tell) : tell);
    if (needsOneOf?.every((member) => request[member] === undefined)) {
      tell('needs', `'modelInput' must have one of '${needsOneOf.join("', '")}'`);
    }
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

/** Says whether there was something to tell. */
function checkFirstRole({ messages }: Record<string, unknown>, tell: TellFault, warning?: string): boolean {
  if (!Array.isArray(messages)) return false;
  const [message] = messages as unknown[];
  const role = isObject(message) ? message.role : undefined;
  if (role === 'assistant') {
    tell('first role', `${FIRST_ROLE}, as a conversation begins with the user, got 'assistant'`, warning);
  } else if (role === 'system') {
    tell('first role', `${FIRST_ROLE}, got 'system': a system prompt belongs in 'modelInput.system'`, warning);
  } else {
    return false;
  }
  return true;
}

/** Tells of all but the first role, of which something was told already. */
function butFirstRole(tell: TellFault): TellFault {
  return (rule, text, warning) => {
    if (!text.startsWith(`${FIRST_MEMBER} `)) tell(rule, text, warning);
  };
}
