/** As in `const _hE = "httpError";`. */
const CONSTANT = /^const (\w+) = ("(?:[^"\\]|\\.)*");$/gm;
/** As in `{ [_hE]: 404 }`. */
const COMPUTED_KEY = /\[(\w+)\]:/g;

/**
 * The schemas of a client of the AWS SDK, with the names of members where the keys were constants. A bundler takes any key
 * that is computed for something that may have an effect, and so keeps the schemas of every operation of the service; in
 * this form, it leaves out those that nobody uses.
 */
export function withPlainKeys(source: string): string {
  const constants = new Map([...source.matchAll(CONSTANT)].map(([, name, text]) => [name, text] as const));
  return source.replace(COMPUTED_KEY, (key, name: string) => {
    const text = constants.get(name);
    return text === undefined ? key : `${text}:`;
  });
}
