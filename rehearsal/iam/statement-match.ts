import type { Access, RequestContext } from './access';
import { holds, substituted } from './condition';
import type { Patterns, PolicyStatement } from './policy-statement';
import { matchesArn, matchesText } from './wildcard';

/** Says whether a statement is about an access: its action, its resource and its conditions. */
export function isAbout(statement: PolicyStatement, access: Access, context: RequestContext): boolean {
  return (
    isOneOf(statement.actions, (pattern) => matchesAction(pattern, access)) &&
    isOneOf(statement.resources, (pattern) => matchesResource(substituted(pattern, context), access)) &&
    statement.conditions.every((condition) => holds(condition, context, statement.effect === 'Allow'))
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
