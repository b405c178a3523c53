import { dataInputMember, dataInputWarning } from './data-input-member';
import { type Finding, refusal } from '../../validation/finding';
import { shown } from '../../validation/shown';
import { isUnknown } from '../../validation/unknown-value';

/** A text with single quotes alone, as AWS's own examples have it: none of them is within a name. */
const PYTHON = /^[^"\\]*$/;
/** What keeps a text from being read that nobody sees, or that others put into it. */
const HINTS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^\uFEFF/, 'which begins with a byte order mark that is not to be seen: leave it out'],
  [/[\u2018-\u201F]/, 'whose quotes are curly: write straight ones'],
  [/\\"/, 'whose quotes have backslashes before them: leave those out'],
];

/**
 * What a text of inputs says, as JSON or as Python writes such a dictionary: `{'input': [1, 3, 224, 224]}`. Undefined where it is
 * neither.
 */
export function inputsInText(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  return parsed(text) ?? (PYTHON.test(text) ? parsed(asJson(text)) : undefined);
}

/** Whether a text of inputs can be read at all, and once is enough. */
export function* givenTextRules(text: unknown, framework: string | undefined): Iterable<Finding> {
  if (framework === undefined || isUnknown(text) || typeof text !== 'string') return;
  const member = dataInputMember('dataInputConfig');
  const inputs = inputsInText(text);
  if (typeof inputs === 'string' && inputsInText(inputs) !== undefined) {
    yield refusal(member, `must be JSON once, as in ${inputs}: it is JSON within JSON, got ${shown(text)}`);
  }
  if (inputs !== undefined) return;
  const allowed = `JSON, such as {"input": [1, 3, 224, 224]}, or Python's form of it, as in AWS's own examples`;
  const [, hint] = HINTS.find(([pattern]) => pattern.test(text)) ?? [];
  const more = hint === undefined ? '' : `, ${hint}`;
  yield dataInputWarning('dataInputConfig', `should be ${allowed}, got ${shown(text)}${more}`);
}

function asJson(text: string): string {
  return text
    .replace(/'/g, '"')
    .replace(/\bNone\b/g, 'null')
    .replace(/\(/g, '[')
    .replace(/,?\s*\)/g, ']')
    .replace(/,(\s*[}\]])/g, '$1');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
