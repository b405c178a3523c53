import { type Finding, refusal } from './finding';
import { isThere } from './presence';

/**
 * Of members that exclude each other, one must be given. One that a condition gives may come to nothing.
 *
 * @param object The object that they are members of, as `knownMembers` has it.
 * @param members The members, each with what sets it.
 */
export function* exactlyOne(
  object: { readonly [member: string]: unknown },
  members: { readonly [member: string]: string },
): Iterable<Finding> {
  const names = Object.keys(members);
  const given = names.filter((name) => object[name] !== undefined);
  const certain = given.filter((name) => isThere(object[name]));
  if (given.length > 0 && certain.length <= 1) return;
  const allowed = `exactly one of ${names.map((name) => `${name} (${members[name]})`).join(' and ')} must be given`;
  yield refusal(undefined, `${allowed}, got ${given.length === 0 ? 'none' : given.join(' and ')}`);
}
