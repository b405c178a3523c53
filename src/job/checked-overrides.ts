import type { IConstruct } from 'constructs';
import type { Request } from './request-overrides';
import { inKeyOrder } from '../key-order';
import { invalid } from '../validation/invalid';
import { isPlainObject } from '../validation/plain-object';

/**
 * The overrides of a request, in the order of their keys.
 *
 * @param ownMembers The members that the job gives itself, and for each what there is instead of an override.
 */
export function checkedOverrides(
  job: IConstruct,
  ownMembers: { readonly [member: string]: string },
  overrides: unknown = {},
): Request {
  if (!isPlainObject(overrides)) {
    throw invalid(job, 'requestOverrides', 'an object, by the names of the API', overrides);
  }
  for (const [member, instead] of Object.entries(ownMembers)) {
    if (!(member in overrides)) continue;
    throw invalid(job, `requestOverrides.${member}`, `left out: ${instead}`, overrides[member]);
  }
  return inKeyOrder(overrides);
}
