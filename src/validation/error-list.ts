/** Errors as one text: a list with a heading where there are several. */
export function listOf(errors: readonly string[], heading: string): string {
  if (errors.length === 1) return errors[0];
  return [`${errors.length} ${heading}:`, ...errors].join('\n  - ');
}
