import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from '../validation/invalid';
import { requireCount, requireText } from '../validation/request-check';

type TextRule = Parameters<typeof requireText>[3];

/** Checks a map of texts in a request: how many there are, and what their names and values may be. */
export function requireTexts(
  job: IConstruct,
  member: string,
  map: unknown,
  most: number,
  rules: { readonly key: TextRule; readonly value: TextRule },
): void {
  if (map === undefined || Token.isUnresolved(map)) return;
  const entries = Object.entries(map as { readonly [name: string]: unknown });
  requireCount(job, member, entries, { min: 0, max: most });
  for (const [name, value] of entries) {
    requireText(job, `${member} (the name)`, name, rules.key);
    const of = `${member}.${name}`;
    if (typeof value !== 'string' && !Token.isUnresolved(value)) throw invalid(job, of, 'a string', value);
    requireText(job, of, value as string, rules.value);
  }
}
