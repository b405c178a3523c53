import { isObject } from '../../../local-file/json-value';
import {
  type Agreement,
  ANY_TEXT,
  filledListOf,
  listOf,
  type ListShape,
  object,
  onlyOneOf,
  OPEN,
  tagged,
  TEXT,
  type TextOrListShape,
} from '../body-shape';
import { MODEL_TOOLS } from '../unsupported-features';

/** Of models that take text alone. */
const NO_IMAGES = { text: 'should be left out, for this model takes text alone', warning: 'recordMedia' };

/** A text, or the parts of one. */
const CONTENT: TextOrListShape = {
  kind: 'text or list',
  text: ANY_TEXT,
  list: listOf(
    tagged({ text: object({ type: TEXT, text: ANY_TEXT }, { required: ['text'] }) }, { image_url: NO_IMAGES }),
  ),
};

const SOMETHING_SAID: Agreement = {
  of: [],
  disagreement: ({ content }) =>
    content === undefined
      ? { member: 'content', text: 'is missing: it has what is said', warning: 'recordMissing' }
      : undefined,
};

/** The messages of a chat completion, as OpenAI has them, of models that take text alone. */
export function chatTurns(...roles: string[]): ListShape {
  const role = onlyOneOf(roles);
  const options = { required: ['role'], misfits: { tool_calls: MODEL_TOOLS } };
  const turn = object({ role, content: CONTENT }, { ...options, agreement: SOMETHING_SAID });
  // who calls tools may say nothing, and then has null there
  const answer = object({ role, content: OPEN }, options);
  const otherShape: ListShape['otherShape'] = (message) =>
    isObject(message) && message.role === 'assistant' ? answer : undefined;
  return { ...filledListOf(turn), otherShape };
}
