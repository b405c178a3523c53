import type { Request } from './request-overrides';
import { isUnknown } from '../validation/unknown-value';

/** The names that the handler makes where a request leaves them out: of a name that is not known yet, nothing is known. */
export function defaultNamesIn(request: Request, members: readonly string[], name: string): Request {
  const missing = members.filter((member) => request[member] === undefined || request[member] === null);
  const plain = isUnknown(name) ? name : name.replace(/-+/g, '-');
  return Object.fromEntries(missing.map((member) => [member, plain]));
}
