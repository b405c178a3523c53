import { dataInputMember } from './data-input-member';
import { type Finding, mustBe } from '../../validation/finding';
import { isUnknown } from '../../validation/unknown-value';

const RANGE = /^([1-9]\d*)\.\.([1-9]\d*)$/;

/** Checks the shape of an input: dimensions, or a list of such shapes. */
export function* shapeRules(property: string, shape: unknown): Iterable<Finding> {
  if (isUnknown(shape)) return;
  if (!Array.isArray(shape)) {
    yield mustBe(dataInputMember(property), 'a shape: a list of dimensions, such as [1, 3, 224, 224]', shape);
  } else if (isEnumerated(shape)) {
    for (const [index, each] of shape.entries()) yield* fixedShapeRules(`${property}[${index}]`, each);
  } else {
    for (const [index, each] of shape.entries()) yield* dimensionRules(`${property}[${index}]`, each);
  }
}

/** Checks a shape of which every dimension has one size. */
export function* fixedShapeRules(property: string, shape: unknown): Iterable<Finding> {
  if (isUnknown(shape)) return;
  if (!Array.isArray(shape) || shape.length === 0) {
    yield mustBe(dataInputMember(property), 'a list of sizes, such as [1, 3, 224, 224]', shape);
    return;
  }
  for (const [index, each] of (shape as unknown[]).entries()) {
    if (isUnknown(each) || isSize(each)) continue;
    yield mustBe(dataInputMember(`${property}[${index}]`), 'a whole number of at least 1', each);
  }
}

/** Whether a shape lets inputs have more than one size: it lists shapes, or has a dimension that is open or a range. */
export function isFlexible(shape: unknown): boolean {
  if (!Array.isArray(shape) || isUnknown(shape)) return false;
  return isEnumerated(shape) || shape.some((each) => isOpenDimension(each) || rangeOf(each) !== undefined);
}

/** Whether a shape of one size is one that another shape allows, as far as both are known. */
export function allowsShape(shape: unknown, fixed: unknown): boolean {
  if (!areKnown(shape) || !areKnown(fixed)) return true;
  if (isEnumerated(shape)) return shape.some((each) => allowsShape(each, fixed));
  return shape.length === fixed.length && shape.every((each, index) => allowsSize(each, fixed[index]));
}

function areKnown(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && !isUnknown(list);
}

function allowsSize(dimension: unknown, size: unknown): boolean {
  if (isUnknown(dimension) || typeof size !== 'number' || isUnknown(size)) return true;
  if (isOpenDimension(dimension)) return true;
  const [from, to] = rangeOf(dimension) ?? [dimension as number, dimension as number];
  return from <= size && size <= to;
}

function* dimensionRules(property: string, dimension: unknown): Iterable<Finding> {
  if (isUnknown(dimension) || isOpenDimension(dimension) || isSize(dimension)) return;
  const range = rangeOf(dimension);
  if (range && range[0] <= range[1]) return;
  yield mustBe(dataInputMember(property), "a whole number of at least 1, or a range such as '1..10'", dimension);
}

/** Whether a shape is a list of shapes, rather than of dimensions. */
function isEnumerated(shape: readonly unknown[]): boolean {
  return shape.some((each) => Array.isArray(each));
}

/** What frameworks call a dimension that may have any size. */
function isOpenDimension(dimension: unknown): boolean {
  return dimension === null || dimension === -1;
}

function isSize(dimension: unknown): boolean {
  return Number.isInteger(dimension) && (dimension as number) >= 1;
}

function rangeOf(dimension: unknown): readonly [from: number, to: number] | undefined {
  const found = typeof dimension === 'string' ? RANGE.exec(dimension) : undefined;
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}
