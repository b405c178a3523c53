import { Tokenization } from 'aws-cdk-lib';
import { isPlainObject } from './plain-object';
import { aroundStandIns } from './stand-in';

/** A text of which not all is known yet: what is known of it, in order, and where the rest belongs. */
export type TextParts = readonly (string | typeof UNKNOWN)[];

/** The part of a text that is not known yet, and may be empty. */
export const UNKNOWN = Symbol('unknown');

/** The parts of a text that may have tokens in it, or stand-ins for what has yet to be looked up. */
export function partsOf(text: string): TextParts {
  // without fragments, nothing is joined
  if (text === '') return [text];
  const parts: unknown = Tokenization.reverseString(text)
    .mapTokens({ mapToken: () => [UNKNOWN] })
    .join({ join: (left: unknown, right: unknown) => [...asParts(left), ...asParts(right)] });
  return asParts(parts).flatMap((part): TextParts => (typeof part === 'string' ? withoutStandIns(part) : [part]));
}

/** The parts of a text without tokens: an empty text beside a stand-in is none. */
function withoutStandIns(text: string): TextParts {
  const [first, ...others] = aroundStandIns(text);
  if (others.length === 0) return [first];
  const parts: TextParts = [first, ...others.flatMap((part): TextParts => [UNKNOWN, part])];
  return parts.filter((part) => part !== '');
}

/** The parts of what a function of CloudFormation's joins; undefined for anything else. */
export function joinedParts(value: unknown): TextParts | undefined {
  const join = isPlainObject(value) ? value['Fn::Join'] : undefined;
  const [between, items] = Array.isArray(join) ? (join as readonly unknown[]) : [];
  if (typeof between !== 'string' || !Array.isArray(items)) return undefined;
  return items.flatMap((item: unknown, index): TextParts => {
    const parts: TextParts = typeof item === 'string' ? partsOf(item) : [UNKNOWN];
    return index === 0 ? parts : [...partsOf(between), ...parts];
  });
}

/** Whether a text may be what some parts of it are known of. */
export function isPossible(text: string, parts: TextParts): boolean {
  const from = (position: number, [part, ...rest]: TextParts): boolean => {
    if (part === undefined) return position === text.length;
    if (part !== UNKNOWN) return text.startsWith(part, position) && from(position + part.length, rest);
    return Array.from(text.slice(position) + ' ').some((_, skipped) => from(position + skipped, rest));
  };
  return from(0, parts);
}

/** Whether a text may end in another, as far as its parts are known. */
export function mayEndIn(parts: TextParts, ending: string): boolean {
  const last = parts[parts.length - 1];
  if (last === UNKNOWN || last.endsWith(ending)) return true;
  return parts.length > 1 && ending.endsWith(last);
}

function asParts(value: unknown): TextParts {
  return Array.isArray(value) ? (value as TextParts) : [value as string];
}
