/** Errors as one text: a list with a heading where there are several. */
export function errorList(errors: readonly string[], heading: string): string {
  if (errors.length === 1) return errors[0];
  return [`${errors.length} ${heading}:`, ...errors].join('\n  - ');
}
