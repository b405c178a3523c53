import { partsOf, UNKNOWN } from '../validation/text-parts';

/** Whether the URI of an image is of a repository, as far as it is known. */
export function isImageOf(image: unknown, repository: RegExp): boolean {
  if (typeof image !== 'string') return false;
  return partsOf(image).some((part) => part !== UNKNOWN && repository.test(part));
}
