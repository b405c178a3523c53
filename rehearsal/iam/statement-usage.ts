import type { Access } from './access';
import { isUnderstood } from './condition';
import type { Decision } from './decision';
import { TRUST_POLICY, type PolicyStatement, type StatementOrigin } from './policy-statement';
import { matchesAction, matchesResource } from './statement-match';
import { canonicalJson, type JsonObject } from '../json-value';

/** What a rehearsal knows of a statement's use. */
export interface StatementUsage {
  readonly origin: StatementOrigin;
  readonly effect: 'Allow' | 'Deny';
  /** As the template has it, with all functions resolved. */
  readonly statement: JsonObject;
  /** Whether it has allowed anything. */
  readonly isUsed: boolean;
  /** Whether it has allowed something that nothing else allows: without it, a rehearsal fails. */
  readonly isNeeded: boolean;
  /** Those of its actions that it has allowed nothing for. */
  readonly unusedActions: readonly string[];
  /** Those of its resources that it has allowed nothing on. */
  readonly unusedResources: readonly string[];
  /** The operators of its conditions that the rehearsal does not know: it takes them in favour of the caller. */
  readonly unknownOperators: readonly string[];
}

interface UsageRecord {
  readonly statement: PolicyStatement;
  isUsed: boolean;
  isNeeded: boolean;
  readonly unusedActions: Set<string>;
  readonly unusedResources: Set<string>;
}

/** Which statements of the deployed policies have been used, over all operations of a rehearsal. */
export class StatementUsages {
  private readonly records = new Map<string, UsageRecord>();
  /** Of those that are deployed now; a text for each of their accesses would take long. */
  private readonly byStatement = new WeakMap<PolicyStatement, UsageRecord>();

  /** Every statement that has been deployed, in the order of their deployment. */
  public get all(): StatementUsage[] {
    return [...this.records.values()].map(({ statement, isUsed, isNeeded, unusedActions, unusedResources }) => ({
      origin: statement.origin,
      effect: statement.effect,
      statement: statement.json,
      isUsed,
      isNeeded,
      unusedActions: [...unusedActions],
      unusedResources: [...unusedResources],
      unknownOperators: statement.conditions.filter((each) => !isUnderstood(each)).map(({ operator }) => operator),
    }));
  }

  /** Statements that are deployed again are the same where they say the same. */
  public add(statements: readonly PolicyStatement[]): void {
    for (const statement of statements) {
      const key = keyOf(statement);
      const record = this.records.get(key) ?? newRecord(statement);
      this.records.set(key, record);
      this.byStatement.set(statement, record);
    }
  }

  public record(access: Access, { allowedBy }: Decision): void {
    for (const [statement, isNeeded] of allowedBy) {
      const record = this.byStatement.get(statement);
      // those of AWS are nobody's to remove
      if (!record) continue;
      record.isUsed = true;
      record.isNeeded ||= isNeeded;
      forget(record.unusedActions, (pattern) => matchesAction(pattern, access));
      // a policy variable stands for some text
      forget(record.unusedResources, (pattern) => matchesResource(pattern.replace(/\$\{[^}]+\}/g, '*'), access));
    }
  }
}

function newRecord(statement: PolicyStatement): UsageRecord {
  const { actions, resources } = statement;
  return {
    statement,
    isUsed: false,
    isNeeded: false,
    unusedActions: new Set(actions.negated ? [] : actions.patterns),
    unusedResources: new Set(resources.negated ? [] : resources.patterns),
  };
}

function keyOf({ origin, json }: PolicyStatement): string {
  return `${origin.policy}|${canonicalJson(json)}`;
}

function forget(patterns: Set<string>, isUsed: (pattern: string) => boolean): void {
  [...patterns].filter(isUsed).forEach((pattern) => patterns.delete(pattern));
}

/**
 * Statements that have allowed nothing, of roles that have done something and of resources that were used: of any others,
 * such as the role of a function that is not run here, nobody can say. What denies is there for what does not happen.
 */
export function unusedStatements(statements: readonly StatementUsage[]): StatementUsage[] {
  const inUse = statements.filter(({ isUsed, origin }) => isUsed && origin.name !== TRUST_POLICY);
  const subjects = new Set(inUse.flatMap(({ origin }) => origin.subjects));
  return statements.filter(
    ({ isUsed, effect, origin }) => !isUsed && effect === 'Allow' && origin.subjects.some((each) => subjects.has(each)),
  );
}
