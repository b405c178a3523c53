const ARN_PARTS = 6;

/** Every access is compared with every action of its role: a key that is put together for each would cost more than that. */
const patterns = { '': new Map<string, RegExp>(), i: new Map<string, RegExp>() };

/** Says whether a text is what a pattern stands for: `*` is any text, `?` any character. */
export function matchesText(pattern: string, text: string, flags: '' | 'i' = ''): boolean {
  const known = patterns[flags].get(pattern);
  const expression = known ?? new RegExp(`^${expressionOf(pattern)}$`, `s${flags}`);
  if (!known) patterns[flags].set(pattern, expression);
  return expression.test(text);
}

/** Says whether an ARN is what a pattern stands for: part by part, so that no wildcard reaches over a colon. */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*' || pattern === arn) return true;
  const [wanted, given] = [partsOf(pattern), partsOf(arn)];
  return wanted.length === given.length && wanted.every((part, index) => matchesText(part, given[index]));
}

function expressionOf(pattern: string): string {
  return pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
}

/** The last part is all the rest, colons included. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [
    ...parts.slice(0, ARN_PARTS - 1),
    ...(parts.length >= ARN_PARTS ? [parts.slice(ARN_PARTS - 1).join(':')] : []),
  ];
}
