import type { Constraint } from './constraint';
import { listOf, mapOf, requestWith, smallest, textsOf } from './sample-value';
import type { Shape } from '../../src/validation/service-model/service-model';

/** A request that breaks a constraint and no other, and what the error must say. */
export interface RefusedRequest {
  readonly request: object;
  readonly message: RegExp;
}

/** How a constraint is tested. */
export interface ConstraintCase {
  readonly constraint: Constraint;
  /** Requests at the bound of what is allowed. */
  readonly allowed: readonly object[];
  /** Requests beyond it: none where nothing is, as with a pattern that takes any text. */
  readonly refused: readonly RefusedRequest[];
  /** Requests with values that the service may have by now: there is a warning of them. */
  readonly warned: readonly object[];
}

/** A value of a member, and what is said of it. */
type Refused = readonly [value: unknown, message: RegExp];

interface Values {
  readonly allowed: readonly unknown[];
  readonly refused: readonly Refused[];
  readonly warned?: readonly unknown[];
}

/** Characters of many kinds: most patterns take some of them, and few take all. */
const CHARACTERS = ['\n', '\u0000', '#', ' ', 'ß', '€', '𝄞', '/', 'Z', '-', '.'];

/** The test of a constraint. */
export function caseOf(constraint: Constraint): ConstraintCase {
  const { model, path, isOfKeys, kind } = constraint;
  const place = (value: unknown) => requestWith(model, path, isOfKeys ? mapWith(constraint, value as string) : value);
  const { allowed, refused, warned = [] } = VALUES[kind](constraint);
  return {
    constraint,
    allowed: allowed.map(place),
    refused: refused.map(([value, message]) => ({ request: place(value), message })),
    warned: warned.map(place),
  };
}

const VALUES: { readonly [kind in Constraint['kind']]: (constraint: Constraint) => Values } = {
  required: ({ model, shape }) => ({
    allowed: [smallest(model.shapes, shape)],
    refused: [
      [undefined, / must be given, got undefined$/],
      [null, / must be given, got null$/],
    ],
  }),
  type: ({ model, shape }) => ({ allowed: [smallest(model.shapes, shape)], refused: otherTypes(shape) }),
  union: ({ model: { shapes }, shape }) => ({
    allowed: Object.entries(shape.members!).map(([member, name]) => ({ [member]: smallest(shapes, shapes[name]) })),
    refused: [[{}, / must be an object with exactly one of /]],
  }),
  enum: ({ shape }) => ({
    allowed: shape.enum!,
    refused: [[misspelt(shape.enum!), / must be one of .*: did you mean '.*'\?$/s]],
    warned: [unheardOf(shape.enum!)],
  }),
  pattern: ({ shape }) => ({
    allowed: [textsOf(shape).ofAtLeast(shape.min ?? 0), ...(isAnyText(shape) ? CHARACTERS : [])],
    refused: isAnyText(shape) ? [] : [[unlike(shape), / must be (?!.*\(it has \d+\))/s]],
  }),
  min: (constraint) => ({
    allowed: [
      constraint.shape.type === 'string'
        ? textsOf(constraint.shape).ofAtLeast(constraint.shape.min!)
        : bound(constraint, constraint.shape.min!),
    ],
    refused: [beyond(constraint, constraint.shape.min! - 1)],
  }),
  max: (constraint) => ({
    allowed: [bound(constraint, constraint.shape.max!)],
    refused: [beyond(constraint, constraint.shape.max! + 1)],
  }),
};

function mapWith({ model: { shapes, request }, path }: Constraint, key: string): object {
  const map = path.reduce<Shape>((shape, step) => {
    if ('member' in step) return shapes[shape.members![step.member]];
    return shapes['index' in step ? shape.item! : shape.value!];
  }, request);
  return { [key]: smallest(shapes, shapes[map.value!]) };
}

function otherTypes({ type }: Shape): Refused[] {
  switch (type) {
    case 'structure':
    case 'union':
    case 'map':
      return [
        ['x', / must be an object, got 'x'$/],
        [[], / must be an object, got \[\]$/],
      ];
    case 'list':
      return [[{}, / must be a list, got \{\}$/]];
    case 'string':
      return [[{}, / must be a string, got \{\}$/]];
    case 'boolean':
      return [['yes', / must be true or false, got 'yes'$/]];
    case 'document':
      return [[NaN, / must be a value that JSON has a form for, got NaN$/]];
    case 'float':
      return [['many', / must be a number.*, got 'many'$/]];
    default:
      return [
        ['many', / must be a whole number.*, got 'many'$/],
        [1.5e-3, / must be a whole number.*, got 0\.0015$/],
      ];
  }
}

/** A value with its letters in the other case. */
function misspelt(allowed: readonly string[]): string {
  const swapped = allowed.map((value) =>
    [...value].map((each) => (each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase())).join(''),
  );
  return swapped.find((value) => !allowed.includes(value))!;
}

/** A value that an enum does not have, nor anything like it, of as many parts as its values. */
function unheardOf([value]: readonly string[]): string {
  return value
    .split('.')
    .map((_, index) => `7th-of-its-kind-${index}x`)
    .join('.');
}

/** Whether no text is refused but for its length. */
function isAnyText(shape: Shape): boolean {
  const texts = textsOf(shape);
  return CHARACTERS.every((character) => texts.matches(character));
}

/** A text of a length that is allowed, with a character too many that is not. */
function unlike(shape: Shape): string {
  const texts = textsOf(shape);
  const { min = 0, max = Infinity } = shape;
  const whole = sized(shape, Math.min(Math.max(min, texts.shortest.length + 1), max));
  const candidates = CHARACTERS.flatMap((each) => [`${each}${whole.slice(1)}`, `${whole.slice(0, -1)}${each}`]);
  return candidates.find((text) => !texts.matches(text) && [...text].length >= min && [...text].length <= max)!;
}

/** A text of as many characters, or as near to them as the pattern comes. */
function sized(shape: Shape, length: number): string {
  return textsOf(shape).ofLength(length);
}

function bound({ model: { shapes }, shape }: Constraint, size: number): unknown {
  if (shape.type === 'string') return sized(shape, size);
  if (shape.type === 'list') return listOf(shapes, shape, size);
  return shape.type === 'map' ? mapOf(shapes, shape, size) : size;
}

function beyond(constraint: Constraint, size: number): Refused {
  const { shape } = constraint;
  switch (shape.type) {
    case 'string': {
      const text = sized(shape, size);
      // where the pattern has no text of that length, one that does not match it either
      return [text.length === size ? text : 'x'.repeat(size), new RegExp(` \\(it has ${size}\\), got '`)];
    }
    case 'list':
      return [bound(constraint, size), new RegExp(` items?, got ${size}$`)];
    case 'map':
      return [bound(constraint, size), new RegExp(` entr(?:y|ies), got ${size}$`)];
    default:
      return [size, new RegExp(` must be a (whole )?number .*, got ${size}$`)];
  }
}
