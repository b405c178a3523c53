import { dataInputWarning } from './data-input-member';
import type { Finding } from '../../validation/finding';
import { shown } from '../../validation/shown';
import { isUnknown } from '../../validation/unknown-value';

/** A text with single quotes alone, as AWS's own examples have it: none of them is within a name. */
const PYTHON = /^[^"\\]*$/;

/**
 * What a text of inputs says, as JSON or as Python writes such a dictionary: `{'input': [1, 3, 224, 224]}`. Undefined where it is
 * neither.
 */
export function inputsInText(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  return parsed(text) ?? (PYTHON.test(text) ? parsed(asJson(text)) : undefined);
}

/** Whether a text of inputs can be read at all. */
export function* unreadableTextRules(text: unknown, framework: string | undefined): Iterable<Finding> {
  if (framework === undefined || isUnknown(text) || typeof text !== 'string' || inputsInText(text) !== undefined) {
    return;
  }
  const allowed = `JSON, such as {"input": [1, 3, 224, 224]}, or Python's form of it, as in AWS's own examples`;
  yield dataInputWarning('dataInputConfig', `should be ${allowed}, got ${shown(text)}`);
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
