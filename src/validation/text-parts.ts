import { Tokenization } from 'aws-cdk-lib';
import { isPlainObject } from './open-value';

/** A text of which not all is known before the deployment: what is known of it, in order, and where the rest belongs. */
export type TextParts = readonly (string | typeof UNKNOWN)[];

/** The part of a text that only the deployment knows: any text, or none. */
export const UNKNOWN = Symbol('unknown');

/** The parts of a text that may have tokens in it. */
export function partsOf(text: string): TextParts {
  // without fragments, nothing is joined
  if (text === '') return [text];
  const parts: unknown = Tokenization.reverseString(text)
    .mapTokens({ mapToken: () => [UNKNOWN] })
    .join({ join: (left: unknown, right: unknown) => [...asParts(left), ...asParts(right)] });
  return asParts(parts);
}

/** The parts of what a function of CloudFormation's joins; undefined for anything else. */
export function joinedParts(value: unknown): TextParts | undefined {
  const [between, items] = (isPlainObject(value) && (value['Fn::Join'] as readonly unknown[] | undefined)) || [];
  if (typeof between !== 'string' || !Array.isArray(items)) return undefined;
  return items.flatMap((item: unknown, index): TextParts => {
    const parts: TextParts = typeof item === 'string' ? partsOf(item) : [UNKNOWN];
    return index === 0 ? parts : [...partsOf(between), ...parts];
  });
}

function asParts(value: unknown): TextParts {
  return Array.isArray(value) ? (value as TextParts) : [value as string];
}
