/** An object as a request has them: not a list, nor something with a life of its own. */
export function isPlainObject(value: unknown): value is { readonly [member: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // of objects as they are written, whichever context of Node.js wrote them
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
