import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** How many characters more a text may have than are asked for. */
const MOST_MORE = 200;

/** Texts that match a pattern of a service's model. */
export class PatternTexts {
  private readonly alternatives: readonly AST.Alternative[];
  private readonly expression: RegExp;
  /** Requests ask for the same texts again and again, and to make one takes longer than all else that is done with it. */
  private readonly made = new Map<number, string>();

  constructor(private readonly pattern: string) {
    const parser = new RegExpParser({ ecmaVersion: 2022 });
    this.alternatives = parser.parsePattern(pattern, 0, pattern.length, true).alternatives;
    this.expression = new RegExp(`^(?:${pattern})$`, 'u');
  }

  public matches(text: string): boolean {
    return this.expression.test(text);
  }

  /** The shortest text, or one of the shortest. */
  public get shortest(): string {
    return this.checked(shortestOf(this.alternatives));
  }

  /** A text of as many characters, or as near to them as the pattern comes from below; at least the shortest. */
  public ofLength(length: number): string {
    const text = this.made.get(length) ?? this.grown(length);
    this.made.set(length, text);
    return text;
  }

  /** A text of as many characters at least, or as few more as the pattern can do with. */
  public ofAtLeast(length: number): string {
    for (let room = length; room <= length + MOST_MORE; room++) {
      const text = this.ofLength(room);
      if (text.length >= length) return text;
    }
    throw new Error(`no text for ${this.pattern} with ${length} characters`);
  }

  private grown(length: number): string {
    return this.checked(grownOf(this.alternatives, Math.max(length, shortestOf(this.alternatives).length)));
  }

  private checked(text: string): string {
    if (this.matches(text)) return text;
    throw new Error(`no text for ${this.pattern}: '${text}' does not match it`);
  }
}

function shortestOf(alternatives: readonly AST.Alternative[]): string {
  const texts = alternatives.map(({ elements }) => elements.map(shortest).join(''));
  return texts.reduce((best, each) => (each.length < best.length ? each : best));
}

function shortest(element: AST.Element): string {
  switch (element.type) {
    case 'Quantifier':
      return shortest(element.element).repeat(element.min);
    case 'Group':
    case 'CapturingGroup':
      return shortestOf(element.alternatives);
    case 'Assertion':
      return '';
    default:
      return characterOf(element);
  }
}

/** The longest text that has room, of any alternative. */
function grownOf(alternatives: readonly AST.Alternative[], room: number): string {
  const fitting = alternatives.filter(({ elements }) => elements.map(shortest).join('').length <= room);
  const texts = fitting.map(({ elements }) => grownSequence(elements, room));
  return texts.reduce((best, each) => (each.length > best.length ? each : best));
}

/** What comes first grows first, as far as what follows has room for its shortest. */
function grownSequence(elements: readonly AST.Element[], room: number): string {
  let text = '';
  elements.forEach((element, index) => {
    const reserved = elements
      .slice(index + 1)
      .map(shortest)
      .join('').length;
    text += grown(element, room - text.length - reserved);
  });
  return text;
}

function grown(element: AST.Element, room: number): string {
  switch (element.type) {
    case 'Quantifier':
      return grownRepetition(element, room);
    case 'Group':
    case 'CapturingGroup':
      return grownOf(element.alternatives, room);
    default:
      return shortest(element);
  }
}

function grownRepetition({ element, min, max }: AST.Quantifier, room: number): string {
  const least = shortest(element).length;
  let text = '';
  for (let count = 0; count < max; count++) {
    const reserved = Math.max(0, min - count - 1) * least;
    if (count >= min && room - text.length < Math.max(least, 1)) break;
    const next = grown(element, room - text.length - reserved);
    if (next === '' && count >= min) break;
    text += next;
  }
  return text;
}

type Character = Exclude<AST.Element, AST.Quantifier | AST.Group | AST.CapturingGroup | AST.Assertion>;

/** A character that an element of a pattern takes: a letter or a digit where it can. */
function characterOf(element: Character): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
      return ofSet(element.raw);
    case 'CharacterClass':
      return element.negate ? 'x' : ofClass(element);
    default:
      throw new Error(`${element.raw}: a part of a pattern that is not expected`);
  }
}

function ofClass({ elements, raw }: AST.CharacterClass): string {
  const characters = elements.flatMap((each) => {
    if (each.type === 'CharacterClassRange') return [String.fromCodePoint(each.min.value)];
    if (each.type === 'Character') return [String.fromCodePoint(each.value)];
    return each.type === 'CharacterSet' ? [ofSet(each.raw)] : [];
  });
  const [first] = characters;
  if (first === undefined) throw new Error(`${raw}: a part of a pattern that is not expected`);
  return characters.find((character) => /[a-zA-Z0-9]/.test(character)) ?? first;
}

function ofSet(raw: string): string {
  if (raw === '\\d' || raw === '\\p{N}') return '0';
  return raw === '\\s' || raw === '\\p{Z}' ? ' ' : 'x';
}
