import type { Shape } from '../../src/validation/service-model/service-model';
import { numberText, sizeText } from '../../src/validation/shape-text';
import { textOf } from '../../src/validation/text-check';

/** The longest list of values that a line has whole. */
const LONGEST_LIST = 40;

type Shapes = { readonly [name: string]: Shape };

/** What comes before a pattern that has no words. */
const NO_TEXT = ' that match ';

/** What a member must be, in Markdown. */
export function shapeText(shapes: Shapes, shape: Shape): string {
  switch (shape.type) {
    case 'structure':
      return 'an object';
    case 'union':
      return `an object with exactly one of ${code(Object.keys(shape.members!))}`;
    case 'list':
      return `${sizeText(shape, 'items')}${isStructure(shapes[shape.item!]) ? '' : `, each ${shapeText(shapes, shapes[shape.item!])}`}`;
    case 'map':
      return `${sizeText(shape, 'entries')}: names of ${text(shapes[shape.key!])}, values of ${shapeText(shapes, shapes[shape.value!])}`;
    case 'string':
      return shape.enum ? values(shape.enum) : text(shape);
    case 'boolean':
      return '`true` or `false`';
    case 'document':
      return 'any value that JSON has a form for';
    default:
      return numberText(shape);
  }
}

/** Whether a shape has members of its own. */
export function isStructure({ type }: Shape): boolean {
  return type === 'structure' || type === 'union';
}

function values(all: readonly string[]): string {
  if (all.length <= LONGEST_LIST) return `one of ${code(all)}`;
  return `one of ${all.length} values, such as ${code(all.slice(0, 3))}`;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function text(shape: Shape): string {
  const [what, pattern] = textOf(shape).split(NO_TEXT);
  const plain = what.replace(/[*_|<\\]/g, '\\$&');
  return pattern === undefined ? plain : `${plain}${NO_TEXT}\`${pattern.replaceAll('|', '\\|')}\``;
}
