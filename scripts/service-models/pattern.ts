import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** What the table says of a pattern, beside the pattern itself. */
export interface PatternFacts {
  readonly pattern: string;
  readonly characters?: string;
  readonly head?: string;
}

/**
 * The same language in other words, for patterns with which a text that does not match takes for ever: a run of hyphens
 * can be divided among their parts in more ways than can be tried.
 */
const REWRITTEN: { readonly [pattern: string]: string } = {
  '[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}': '[a-zA-Z0-9][a-zA-Z0-9+\\-.]*',
  '[a-zA-Z0-9]{1,256}(-*[a-zA-Z0-9]){0,256}': '[a-zA-Z0-9](-*[a-zA-Z0-9])*',
};

/** What a text begins with, in at most so many characters of a pattern: longer ones are of members that are seldom joined. */
const LONGEST_HEAD = 600;

/** Classes of Java's that JavaScript has no name for. */
const JAVA_CLASSES: readonly (readonly [java: string, javaScript: string])[] = [['\\p{Alnum}', 'a-zA-Z0-9']];

/**
 * Patterns that JavaScript takes only without the flag that lets a pattern match whole characters: they escape what needs
 * no escape. Without these escapes they are the same in both.
 */
function withoutNeedlessEscapes(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\([^])|[[\]]/g, (found: string, escaped: string | undefined) => {
    if (escaped === undefined) isInClass = found === '[';
    else if (escaped === '-' ? !isInClass : /[^\w^$\\.*+?()[\]{}|/]|_/.test(escaped)) return escaped;
    return found;
  });
}

/** A pattern of a model in the form in which the table has it: JavaScript's, and quick whatever it is given. */
export function factsOf(published: string): PatternFacts {
  const pattern = withoutNeedlessEscapes(
    JAVA_CLASSES.reduce(
      (text, [java, javaScript]) => text.replaceAll(java, javaScript),
      REWRITTEN[published] ?? published,
    ),
  );
  const parsed = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(pattern, 0, pattern.length, true);
  const characters = charactersOf(parsed.alternatives);
  const head = headOf(parsed.alternatives);
  return { pattern, ...(characters !== undefined && { characters }), ...(isTelling(head) && { head }) };
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

/** The pattern of all that a text may begin with which matches a pattern. */
function headOf(alternatives: readonly AST.Alternative[]): string {
  const heads = alternatives.map(({ elements }) => headOfSequence(elements));
  return heads.length === 1 ? heads[0] : `(?:${heads.join('|')})`;
}

function headOfSequence([first, ...rest]: readonly AST.Element[]): string {
  if (first === undefined) return '';
  if (first.type === 'Assertion') return headOfSequence(rest);
  if (isCharacter(first)) return `(?:${first.raw}${headOfSequence(rest)})?`;
  const whole = headOfSequence(rest);
  return whole === '' ? headOfElement(first) : `(?:${headOfElement(first)}|${first.raw}${whole})`;
}

function headOfElement(element: AST.Element): string {
  switch (element.type) {
    case 'Quantifier':
      return headOfRepetition(element);
    case 'Group':
    case 'CapturingGroup':
      return `(?:${headOf(element.alternatives)})`;
    default:
      return `${element.raw}?`;
  }
}

function headOfRepetition({ element, max }: AST.Quantifier): string {
  if (max === 1) return headOfElement(element);
  const repeated = (times: number) => (times === Infinity ? '*' : `{0,${times}}`);
  if (isCharacter(element)) return `${element.raw}${repeated(max)}`;
  return `(?:${element.raw})${repeated(max - 1)}${headOfElement(element)}`;
}

function isCharacter({ type }: AST.Element): boolean {
  return type === 'Character' || type === 'CharacterClass' || type === 'CharacterSet';
}

/** Whether a head says more than which characters there are, in words that are worth their place in the table. */
function isTelling(head: string): boolean {
  const isAnyOrder = /^(\(\?:)?(\[[^\]]*\]|\.|\\S)(\*|\{0,\d+\})\)?$/.test(head);
  return !isAnyOrder && head.length <= LONGEST_HEAD;
}

function inClass(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
