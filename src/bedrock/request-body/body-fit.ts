import {
  type BodyShape,
  type FlagShape,
  type ListShape,
  type NumberShape,
  type ObjectShape,
  shapeOfItem,
  type TaggedShape,
  type TextShape,
} from './body-shape';
import { hasForm } from './text-form';

/**
 * Whether a value is right at first sight: then there is nothing to tell of it. Almost all are, and there may be millions;
 * so it only looks, and makes nothing. What does not fit is looked at again, and told where something is wrong.
 */
export function fits(shape: BodyShape, value: unknown): boolean {
  return (FITS[shape.kind] as (shape: BodyShape, value: unknown) => boolean)(shape, value);
}

/** Looked up, for functions that call each other cost the optimizing compiler more than all records do. */
const FITS: {
  readonly [kind in BodyShape['kind']]: (shape: Extract<BodyShape, { kind: kind }>, value: unknown) => boolean;
} = {
  text: fitsText,
  number: fitsNumber,
  flag: fitsFlag,
  list: fitsList,
  object: fitsObject,
  tagged: fitsTagged,
  'text or list': ({ text, list }, value) =>
    typeof value === 'string' ? fitsText(text, value) : fitsList(list, value),
  open: () => true,
};

function fitsText({ isEmptyAllowed, values, holds, longest }: TextShape, value: unknown): boolean {
  if (typeof value !== 'string' || holds === 'link') return false;
  if (values !== undefined) return values.includes(value);
  if (value === '') return isEmptyAllowed;
  return (longest === undefined || value.length <= longest) && (holds === undefined || hasForm(holds, value));
}

function fitsNumber({ isWhole, min, max, values }: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || !(value >= min) || (max !== undefined && value > max)) return false;
  return (!isWhole || Number.isInteger(value)) && (values === undefined || values.includes(value));
}

function fitsFlag({ whenTrue }: FlagShape, value: unknown): boolean {
  return value === false || (value === true && whenTrue === undefined);
}

function fitsList(shape: ListShape, value: unknown): boolean {
  const { item, isFilled, most = Infinity, limit = Infinity } = shape;
  if (!Array.isArray(value) || (isFilled && value.length === 0)) return false;
  if (value.length > most || value.length > limit) return false;
  if (item.kind === 'open') return true;
  for (let index = 0; index < value.length; index++) {
    if (!fits(shapeOfItem(shape, value, index), value[index])) return false;
  }
  return true;
}

function fitsObject(shape: ObjectShape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || shape.note) return false;
  const members = value as { readonly [name: string]: unknown };
  let [count, required] = [0, 0];
  for (const name in members) {
    const member = shape.memberOf.get(name);
    if (member === undefined || !fits(member.shape, members[name])) return false;
    count++;
    if (member.isRequired) required++;
  }
  if (required !== shape.required.length || (shape.isUnion && count !== 1)) return false;
  return shape.agreement === undefined || shape.agreement.disagreement(members) === undefined;
}

function fitsTagged({ typeOf }: TaggedShape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { readonly type?: unknown };
  const shape = typeof type === 'string' ? typeOf.get(type) : undefined;
  return shape !== undefined && fitsObject(shape, value);
}
