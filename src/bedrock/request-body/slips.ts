import type { Misfit } from './body-shape';

/** A member of another API's body, or one that was mistyped: what was meant by it. */
export function meant(member: string, more = ''): Misfit {
  return { text: `is no member of the request: did you mean '${member}'${more}?` };
}

/** A member of another family's body. */
export function memberOfAnother(family: string, instead = ''): Misfit {
  return { text: `is a member of the body of ${family}${instead}` };
}

/** Members of an object in the request that were given beside it. */
export function meantWithin(place: string, names: readonly string[]): { readonly [name: string]: Misfit } {
  return Object.fromEntries(names.map((name) => [name, meant(`modelInput.${place}.${name}`)]));
}
