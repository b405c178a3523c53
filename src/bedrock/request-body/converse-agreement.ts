import type { Disagreement } from './body-shape';
import { isObject } from '../../local-file/json-value';
import { shortened } from '../input/record-fault';

type Members = { readonly [name: string]: unknown };

/** What both the names and the values of metadata are, by the API's model. */
const METADATA = /^[a-zA-Z0-9\s:_@$#=/+,\-.]{0,256}$/;

/**
 * What a message must not have, as the reference of the API says, whose model has no bounds for it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
 */
export function contentFault({ role, content }: Members): Disagreement | undefined {
  if (!Array.isArray(content)) return undefined;
  const count = { image: 0, document: 0, text: 0 };
  for (const block of content as unknown[]) {
    for (const kind of isObject(block) ? Object.keys(block) : []) {
      if (Object.hasOwn(count, kind)) count[kind as 'text']++;
    }
  }
  const { image, document, text } = count;
  const fault =
    image + document > 0 && role !== 'user'
      ? 'no images or documents, which the API takes from the user alone'
      : image > 20
        ? `20 images at most, got ${image}`
        : document > 5
          ? `5 documents at most, got ${document}`
          : document > 0 && text === 0 && 'a block with a text, too, as the API asks for beside a document';
  return fault ? { member: 'content', text: `should have ${fault}`, warning: 'recordContent' } : undefined;
}

/**
 * The same name of two documents: "Messages can't contain duplicate document names". What was said before counts, too.
 */
function repeatedName(messages: readonly unknown[]): Disagreement | undefined {
  const names = new Set<string>();
  for (const message of messages) {
    const blocks: readonly unknown[] = isObject(message) && Array.isArray(message.content) ? message.content : [];
    for (const block of blocks) {
      const name = isObject(block) && isObject(block.document) ? block.document.name : undefined;
      if (typeof name !== 'string') continue;
      if (names.has(name)) {
        const text = `has two documents of the name ${shortened(name)}: the API refuses a request whose documents have one name`;
        return { member: 'messages', text };
      }
      names.add(name);
    }
  }
  return undefined;
}

/** Turns that do not alternate: what the API says of them is older than some models that take them. */
export function turnsFault({ messages }: Members): Disagreement | undefined {
  const roles = (Array.isArray(messages) ? messages : []).map((message: unknown) =>
    isObject(message) ? message.role : undefined,
  );
  const turns = roles.filter((role) => role === 'user' || role === 'assistant');
  const role = turns.find((each, index) => each === turns[index + 1]);
  if (role === undefined) return undefined;
  const text = `should alternate between 'user' and 'assistant', got two turns of '${role}' in a row: models were seen to refuse such a conversation`;
  return { member: 'messages', text, warning: 'recordTurns' };
}

/** What members must be that may have any names, and that are the model's. */
export function converseFault(members: Members): Disagreement | undefined {
  const { messages, requestMetadata, additionalModelRequestFields } = members;
  const repeated = Array.isArray(messages) ? repeatedName(messages) : undefined;
  if (repeated) return repeated;
  if (typeof additionalModelRequestFields === 'string') {
    const text = 'should be an object, got a text: give what it says as JSON itself';
    return { member: 'additionalModelRequestFields', text, warning: 'recordParameter' };
  }
  if (!isObject(requestMetadata)) return turnsFault(members);
  const entries = Object.entries(requestMetadata);
  const wrong = entries.find((entry) => entry.some((part) => typeof part !== 'string' || !METADATA.test(part)));
  if (!wrong && entries.length > 0 && entries.length <= 16) return turnsFault(members);
  const got = wrong ? wrong.map(shortened).join(': ') : `${entries.length} of them`;
  const text = `must have 1 to 16 names and texts, each of up to 256 letters, digits, spaces and :_@$#=/+,-. alone, got ${got}`;
  return { member: 'requestMetadata', text };
}
