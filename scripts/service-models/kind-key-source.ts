const WIDTH = 120;

/**
 * The source of the type of the kinds' names. Declarations that took it from the table would import JSON, which a user's
 * compiler refuses.
 */
export function kindKeySource(kinds: readonly string[]): string {
  const names = kinds.map((kind) => `'${kind}'`);
  const line = `export type JobKindKey = ${names.join(' | ')};`;
  const type =
    line.length <= WIDTH ? line : `export type JobKindKey =\n${names.map((name) => `  | ${name}`).join('\n')};`;
  return `/** The kinds of jobs, by the names that the services' operations have for them. Written by \`npm run constraints:update\`. */\n${type}\n`;
}
