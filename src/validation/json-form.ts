import { isOpen } from './open-value';
import { isPlainObject } from './plain-object';

/** Whether JSON has a form for a value, once all tokens in it are known, so that it can be sent as it is. */
export function hasJsonForm(value: unknown, above: readonly unknown[] = []): boolean {
  if (isOpen(value) || value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (above.includes(value)) return false;
  const inside = (each: unknown) => hasJsonForm(each, [...above, value]);
  // a list has no gaps; a member that is undefined is none
  if (Array.isArray(value)) return [...(value as unknown[])].every((each) => each !== undefined && inside(each));
  return isPlainObject(value) && Object.values(value).every((each) => each === undefined || inside(each));
}
