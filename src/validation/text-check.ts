import { patternText } from './pattern-text';
import type { Shape } from './service-model/service-model';
import { type TextParts, UNKNOWN } from './text-parts';

const EXPRESSIONS = new Map<string, RegExp>();

/** What a text must be, as its shape says it; undefined where it is. */
export function textFault(shape: Shape, text: string): string | undefined {
  const length = lengthOf(text);
  const { min = 0, max = Infinity, pattern } = shape;
  const isMatch = pattern === undefined || matches(pattern, text);
  if (length >= min && length <= max && isMatch) return undefined;
  const counted = length < min || length > max ? ` (it has ${length})` : '';
  return `${textOf(shape)}${counted}`;
}

/** The same of a text of which some parts are known: what they are must be possible. */
export function partialTextFault(shape: Shape, parts: TextParts): string | undefined {
  const known = parts.filter((part) => part !== UNKNOWN);
  if (known.length === parts.length) return textFault(shape, known.join(''));
  const { max = Infinity, characters, head } = shape;
  if (known.reduce((length, part) => length + lengthOf(part), 0) > max) return textOf(shape);
  if (characters !== undefined && !expression(`^[${characters}]*$`).test(known.join(''))) return textOf(shape);
  const beginning = parts.slice(0, parts.indexOf(UNKNOWN)).join('');
  return head === undefined || expression(`^(?:${head})$`).test(beginning) ? undefined : textOf(shape);
}

/** Characters as the services count them: those beyond 16 bits are one each. */
function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length;
}

/** What a text of a shape must be, as it follows 'must be'. */
export function textOf({ min: least = 0, max, pattern }: Shape): string {
  const what = pattern === undefined ? '' : patternText(pattern);
  // what the length does not say, the pattern may
  const min = least === 0 && pattern !== undefined && !matches(pattern, '') ? 1 : least;
  if (max === undefined && least === 0) return what.startsWith(': ') ? what.slice(2) : `a string${what}`;
  if (max === undefined) return `at least ${min} characters${what}`;
  return `${min === max ? min : `${min} to ${max}`} characters${what}`;
}

function matches(pattern: string, text: string): boolean {
  return expression(`^(?:${pattern})$`).test(text);
}

function expression(source: string): RegExp {
  const known = EXPRESSIONS.get(source);
  if (known) return known;
  const made = new RegExp(source, 'u');
  EXPRESSIONS.set(source, made);
  return made;
}
