import type { Access } from './access';
import { holds } from './condition';
import type { Patterns, PolicyStatement } from './policy-statement';
import { filled } from './policy-variable';
import type { RequestKeys } from './request-context';
import { matchesArn, matchesText } from './wildcard';

/**
 * Says whether a statement is about an access: its action, its resource and its conditions. What only AWS can tell is
 * taken in favour of the caller: it keeps an Allow, and does away with a Deny.
 */
export function isAbout(
  { effect, actions, resources, conditions }: PolicyStatement,
  access: Access,
  keys: RequestKeys,
) {
  const favourable = effect === 'Allow';
  const isResource = (pattern: string): boolean => {
    const { text, variables } = filled(pattern, keys);
    if (variables === 'absent') return false;
    // to match one of the resources that are left out takes the access out of the statement
    if (variables === 'unknown' && favourable === resources.negated) return false;
    return matchesResource(text, access);
  };
  return (
    isOneOf(actions, (pattern) => matchesAction(pattern, access)) &&
    isOneOf(resources, isResource) &&
    conditions.every((condition) => holds(condition, keys, favourable))
  );
}

/** Actions are written in any case. */
export function matchesAction(pattern: string, { action }: Access): boolean {
  return matchesText(pattern, action, 'i');
}

export function matchesResource(pattern: string, { resource, somewhereBut }: Access): boolean {
  if (matchesArn(pattern, resource)) return true;
  return somewhereBut !== undefined && pattern !== somewhereBut && matchesArn(resource, pattern);
}

function isOneOf({ patterns, negated }: Patterns, matches: (pattern: string) => boolean): boolean {
  return patterns.some(matches) !== negated;
}
