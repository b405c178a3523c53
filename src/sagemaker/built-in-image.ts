import { joinedParts, partsOf, UNKNOWN } from '../validation/text-parts';

/** Whether the URI of an image is of a repository, as far as it is known. */
export function isImageOf(image: unknown, repository: RegExp): boolean {
  const parts = typeof image === 'string' ? partsOf(image) : joinedParts(image);
  return parts?.some((part) => part !== UNKNOWN && repository.test(part)) ?? false;
}
