/** A source with another version in a constant, and the version that it had. */
export interface ChangedVersion {
  readonly text: string;
  readonly before: string;
}

/** Puts a version into a constant of a source. Fails where the source has no such constant, or the version is none. */
export function withVersion(source: string, constant: string, version: string): ChangedVersion {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`'${version}' is no version such as 2.230.0.`);
  const [line, before] = new RegExp(`^export const ${constant} = '([^']+)';$`, 'm').exec(source) ?? [];
  if (line === undefined) throw new Error(`There is no 'export const ${constant}' with a version.`);
  return { text: source.replace(line, `export const ${constant} = '${version}';`), before };
}
