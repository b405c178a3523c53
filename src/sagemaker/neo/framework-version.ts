/** The versions that the tables of Neo's documentation have: all up to one, some by name, or both. None of them: it says nothing. */
export interface FrameworkVersions {
  readonly upTo?: string;
  readonly also?: readonly string[];
}

/** Versions as a message lists them. */
export function versionsText({ upTo, also = [] }: FrameworkVersions): string {
  return [...(upTo === undefined ? [] : [`${upTo} and earlier`]), ...also].join(', ');
}

/**
 * A version such as `1.13` as a number by which versions can be compared: what counts is what stands before the second dot.
 * Undefined where it is none.
 */
export function versionNumber(version: string): number | undefined {
  const parts = /^(\d+)\.(\d+)/.exec(version);
  return parts ? Number(parts[1]) * 1000 + Number(parts[2]) : undefined;
}

/** The newest of the versions, as a number; undefined where there is none. */
export function newestNumber({ upTo, also = [] }: FrameworkVersions): number | undefined {
  const numbers = [upTo, ...also].flatMap((version) => (version === undefined ? [] : (versionNumber(version) ?? [])));
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}
