import { PatternTexts } from './pattern-texts';
import type { MemberPath } from '../../src/validation/member-path';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';

type Shapes = OperationModel['shapes'];

const PATTERNS = new Map<string, PatternTexts>();

/** The texts of a pattern; without one, any text. */
export function textsOf({ pattern = '[\\S\\s]*' }: Shape): PatternTexts {
  const texts = PATTERNS.get(pattern) ?? new PatternTexts(pattern);
  PATTERNS.set(pattern, texts);
  return texts;
}

/** The smallest value that a shape allows: what is required and nothing else. */
export function smallest(shapes: Shapes, shape: Shape): unknown {
  const { type, min = 0, max = Infinity } = shape;
  switch (type) {
    case 'structure':
      return Object.fromEntries(
        (shape.required ?? []).map((member) => [member, smallest(shapes, shapes[shape.members![member]])]),
      );
    case 'union': {
      const [[member, name]] = Object.entries(shape.members ?? {});
      return { [member]: smallest(shapes, shapes[name]) };
    }
    case 'list':
      return listOf(shapes, shape, min);
    case 'map':
      return mapOf(shapes, shape, min);
    case 'string':
      return shape.enum?.[0] ?? textsOf(shape).ofAtLeast(min);
    case 'boolean':
    case 'document':
      return true;
    default:
      return shape.min ?? Math.min(1, max);
  }
}

/** A list of as many items. */
export function listOf(shapes: Shapes, { item }: Shape, size: number): unknown[] {
  return Array.from({ length: size }, () => smallest(shapes, shapes[item!]));
}

/** A map of as many entries: their keys differ in length. */
export function mapOf(shapes: Shapes, { key, value }: Shape, size: number): { [key: string]: unknown } {
  const keys = shapes[key!];
  const least = Math.max(keys.min ?? 0, textsOf(keys).shortest.length);
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      textsOf(keys).ofLength(least + index),
      smallest(shapes, shapes[value!]),
    ]),
  );
}

/** The smallest request that has a value at a path. */
export function requestWith({ request, shapes }: OperationModel, path: MemberPath, value: unknown): object {
  return valueWith(shapes, request, path, value) as object;
}

function valueWith(shapes: Shapes, shape: Shape, [step, ...rest]: MemberPath, value: unknown): unknown {
  if (step === undefined) return value;
  if ('index' in step) {
    const [, ...others] = listOf(shapes, shape, shape.min ?? 0);
    return [valueWith(shapes, shapes[shape.item!], rest, value), ...others];
  }
  if ('key' in step) return { [step.key]: valueWith(shapes, shapes[shape.value!], rest, value) };
  const others = shape.type === 'union' ? {} : (smallest(shapes, shape) as object);
  return { ...others, [step.member]: valueWith(shapes, shapes[shape.members![step.member]], rest, value) };
}
