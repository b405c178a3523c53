import { isObject, kindOf, type RecordFault, shortened } from './record-fault';

/** What Converse has and batch inference does not. */
const NOT_IN_BATCH = new Map([
  ['toolConfig', 'tools'],
  ['outputConfig', 'structured output'],
]);

/**
 * Checks what is known of the body of a Converse request. Members that are not known here are left to the service.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function checkConverseRequest(request: Record<string, unknown>, fault: RecordFault): void {
  for (const member of Object.keys(request)) {
    const feature = NOT_IN_BATCH.get(member);
    if (feature) {
      throw fault(`'modelInput.${member}' must be left out, for batch inference does not support ${feature}`);
    }
    if (member.includes('_')) {
      throw fault(`${shortened(`modelInput.${member}`)} is no member of a Converse request: it is one of InvokeModel`);
    }
  }
  const { messages, system, inferenceConfig } = request;
  checkMessages(messages, fault);
  if (system !== undefined) checkObjects('modelInput.system', system, fault);
  if (inferenceConfig !== undefined) checkInferenceConfig(inferenceConfig, fault);
}

function checkMessages(messages: unknown, fault: RecordFault): void {
  if (messages === undefined) throw fault("'modelInput.messages' is missing");
  const path = 'modelInput.messages';
  const list = nonEmptyList(path, messages, fault);
  for (const [index, message] of list.entries()) {
    if (!isObject(message)) throw wrong(fault, `${path}[${index}]`, 'an object', message);
    const { role, content } = message;
    if (role !== 'user' && role !== 'assistant') {
      throw wrong(fault, `${path}[${index}].role`, "'user' or 'assistant'", role);
    }
    if (index === 0 && role !== 'user') {
      throw wrong(fault, `${path}[0].role`, "'user', as a conversation begins with the user", role);
    }
    checkContent(`${path}[${index}].content`, content, fault);
  }
}

function checkContent(path: string, content: unknown, fault: RecordFault): void {
  for (const [index, block] of nonEmptyList(path, content, fault).entries()) {
    if (!isObject(block)) throw wrong(fault, `${path}[${index}]`, 'an object', block);
    const members = Object.keys(block);
    if (members.length !== 1) {
      const got = members.length === 0 ? 'none' : shortened(members.join("', '"));
      throw fault(`'${path}[${index}]' must have exactly one member, such as 'text', got ${got}`);
    }
    if ('text' in block && (typeof block.text !== 'string' || block.text === '')) {
      throw wrong(fault, `${path}[${index}].text`, 'a string that is not empty', block.text);
    }
  }
}

function checkInferenceConfig(config: unknown, fault: RecordFault): void {
  const path = 'modelInput.inferenceConfig';
  if (!isObject(config)) throw wrong(fault, path, 'an object', config);
  const { maxTokens, temperature, topP, stopSequences } = config;
  if (maxTokens !== undefined && !(Number.isInteger(maxTokens) && (maxTokens as number) >= 1)) {
    throw wrong(fault, `${path}.maxTokens`, 'a whole number of at least 1', maxTokens);
  }
  for (const [member, value] of Object.entries({ temperature, topP })) {
    if (value !== undefined && !(typeof value === 'number' && value >= 0 && value <= 1)) {
      throw wrong(fault, `${path}.${member}`, 'a number from 0 to 1', value);
    }
  }
  if (stopSequences === undefined) return;
  if (!Array.isArray(stopSequences) || !stopSequences.every((text) => typeof text === 'string')) {
    throw fault(`'${path}.stopSequences' must be a list of strings`);
  }
}

function checkObjects(path: string, value: unknown, fault: RecordFault): void {
  if (!Array.isArray(value)) throw wrong(fault, path, 'a list', value);
  for (const [index, item] of value.entries()) {
    if (!isObject(item)) throw wrong(fault, `${path}[${index}]`, 'an object', item);
  }
}

function nonEmptyList(path: string, value: unknown, fault: RecordFault): unknown[] {
  if (!Array.isArray(value)) throw wrong(fault, path, 'a list', value);
  if (value.length === 0) throw fault(`'${path}' must have at least one item`);
  return value;
}

/** What is wrong with a member. Numbers and the few values of an enum are shown; of texts, only that they are texts. */
function wrong(fault: RecordFault, path: string, allowed: string, value: unknown): Error {
  const isShown = path.endsWith('.role') || typeof value === 'number' || typeof value === 'boolean' || value === '';
  const got = value === undefined ? 'nothing' : isShown ? shortened(value) : kindOf(value);
  return fault(`'${path}' must be ${allowed}, got ${got}`);
}
