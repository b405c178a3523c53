import type { Shape } from './service-model/service-model';

/** The numbers that a shape takes. */
export function numberText(shape: Shape): string {
  return `${shape.type === 'float' ? 'a number' : 'a whole number'}${rangeText(shape)}`;
}

/** The range of a number, as it follows what a number it is. */
export function rangeText({ min, max }: Shape): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** How many items or entries a shape takes. */
export function sizeText({ min = 0, max }: Shape, what: string): string {
  const counted = (count: number) => `${count} ${count === 1 ? what.replace(/ies$/, 'y').replace(/s$/, '') : what}`;
  if (max !== undefined) return min === max ? counted(min) : `${min} to ${counted(max)}`;
  return min > 0 ? `at least ${counted(min)}` : what;
}
