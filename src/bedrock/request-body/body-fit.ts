import type { BodyShape, NumberShape, ObjectShape, TaggedShape, TextShape } from './body-shape';

/**
 * Whether a value is right at first sight: then there is nothing to tell of it. Almost all are, and there may be millions;
 * so it only looks, and makes nothing. What does not fit is looked at again, and told where something is wrong.
 */
export function fits(shape: BodyShape, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
      return fitsText(shape, value);
    case 'object':
      return fitsObject(shape, value);
    case 'list':
      return Array.isArray(value) && (value.length > 0 || !shape.isFilled) && fitsItems(shape.item, value);
    case 'number':
      return fitsNumber(shape, value);
    case 'tagged':
      return fitsTagged(shape, value);
    case 'text or list':
      return typeof value === 'string' ? value !== '' : fits(shape.list, value);
    case 'open':
      return true;
  }
}

function fitsText({ isEmptyAllowed, values, holds }: TextShape, value: unknown): boolean {
  if (typeof value !== 'string' || holds === 'link') return false;
  if (values !== undefined) return values.includes(value);
  return value === '' ? isEmptyAllowed : holds !== 'bytes' || !value.startsWith('data:');
}

function fitsNumber({ isWhole, min, max }: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || !(value >= min) || (max !== undefined && value > max)) return false;
  return !isWhole || Number.isInteger(value);
}

function fitsItems(item: BodyShape, list: readonly unknown[]): boolean {
  if (item.kind === 'open') return true;
  for (let index = 0; index < list.length; index++) if (!fits(item, list[index])) return false;
  return true;
}

function fitsObject(shape: ObjectShape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = value as { readonly [name: string]: unknown };
  let [count, required] = [0, 0];
  for (const name in members) {
    const member = shape.memberOf.get(name);
    if (member === undefined || !fits(member.shape, members[name])) return false;
    count++;
    if (member.isRequired) required++;
  }
  return required === shape.required.length && (!shape.isUnion || count === 1);
}

function fitsTagged({ typeOf }: TaggedShape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { readonly type?: unknown };
  const shape = typeof type === 'string' ? typeOf.get(type) : undefined;
  return shape !== undefined && fitsObject(shape, value);
}
