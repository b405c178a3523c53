import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** What the table says of a pattern, beside the pattern itself. */
export interface PatternFacts {
  readonly pattern: string;
  readonly characters?: string;
  readonly prefix?: string;
}

/**
 * The same language in other words, for patterns with which a text that does not match takes for ever: a run of hyphens
 * can be divided among their parts in more ways than can be tried.
 */
const REWRITTEN: { readonly [pattern: string]: string } = {
  '[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}': '[a-zA-Z0-9][a-zA-Z0-9+\\-.]*',
  '[a-zA-Z0-9]{1,256}(-*[a-zA-Z0-9]){0,256}': '[a-zA-Z0-9](-*[a-zA-Z0-9])*',
};

/** Classes of Java's that JavaScript has no name for. */
const JAVA_CLASSES: readonly (readonly [java: string, javaScript: string])[] = [['\\p{Alnum}', 'a-zA-Z0-9']];

/** A pattern of a model in the form in which the table has it: JavaScript's, and quick whatever it is given. */
export function factsOf(published: string): PatternFacts {
  const pattern = JAVA_CLASSES.reduce(
    (text, [java, javaScript]) => text.replaceAll(java, javaScript),
    REWRITTEN[published] ?? published,
  );
  const parsed = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(pattern, 0, pattern.length, true);
  const characters = charactersOf(parsed.alternatives);
  const prefix = parsed.alternatives.length === 1 ? prefixOf(parsed.alternatives[0]) : '';
  return { pattern, ...(characters !== undefined && { characters }), ...(prefix !== '' && { prefix }) };
}

/** All characters that a pattern can match anywhere, as what stands in a class; undefined where they are too many. */
function charactersOf(alternatives: readonly AST.Alternative[]): string | undefined {
  const found = new Set<string>();
  const complete = alternatives.every((alternative) =>
    alternative.elements.every((element) => collect(element, found)),
  );
  return complete ? [...found].sort().join('') : undefined;
}

/** Returns whether the characters of the element can be said. */
function collect(element: AST.QuantifiableElement | AST.Element, found: Set<string>): boolean {
  switch (element.type) {
    case 'Quantifier':
      return collect(element.element, found);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.every((each) => each.elements.every((member) => collect(member, found)));
    case 'Assertion':
      return true;
    case 'Character':
      found.add(inClass(element.value));
      return true;
    case 'CharacterSet':
      if (element.kind === 'any' || ('negate' in element && element.negate)) return false;
      found.add(element.raw);
      return true;
    case 'CharacterClass':
      if (element.negate || element.unicodeSets) return false;
      // a class that takes a thing and its opposite takes all
      if (element.elements.some((each) => each.type === 'CharacterSet' && 'negate' in each && each.negate)) {
        return false;
      }
      element.elements.forEach((each) =>
        found.add(
          each.type === 'CharacterClassRange'
            ? `${inClass(each.min.value)}-${inClass(each.max.value)}`
            : each.type === 'Character'
              ? inClass(each.value)
              : each.raw,
        ),
      );
      return true;
    default:
      throw new Error(`${element.raw}: a part of a pattern that is not expected`);
  }
}

function prefixOf(alternative: AST.Alternative): string {
  let prefix = '';
  for (const element of alternative.elements) {
    if (element.type !== 'Character') break;
    prefix += String.fromCodePoint(element.value);
  }
  return prefix;
}

function inClass(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
