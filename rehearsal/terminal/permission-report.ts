import type { RecordedDenial } from '../iam/iam';
import { statementName } from '../iam/policy-statement';
import type { StatementUsage } from '../iam/statement-usage';

/** What IAM has denied, each with the statement that would allow it, or the one that denies it. */
export function deniedLines(denials: readonly RecordedDenial[]): string[] {
  return denials.flatMap(({ denial, isUnnoticed }) => {
    const { who, access, policyKind, missingStatement, denyingStatement } = denial;
    const unnoticed = isUnnoticed ? ' (nothing fails for it in AWS, and nobody notices)' : '';
    return [
      `IAM denied ${access.action} on ${access.resource} to ${who}${unnoticed}.`,
      missingStatement
        ? `  Missing in ${policyKind}: ${JSON.stringify(missingStatement)}`
        : `  It is denied by ${policyKind}: ${denyingStatement}.`,
    ];
  });
}

/** Statements that have allowed nothing, and those parts of others that have not. */
export function unusedLines(unused: readonly StatementUsage[], all: readonly StatementUsage[]): string[] {
  const parts = all
    .filter(({ isUsed }) => isUsed)
    .flatMap(({ origin, unusedActions, unusedResources }) => [
      ...partLine(origin, 'actions', unusedActions),
      ...partLine(origin, 'resources', unusedResources),
    ]);
  return [...unused.map(({ origin, statement }) => `${statementName(origin)}: ${JSON.stringify(statement)}`), ...parts];
}

/** Conditions that the rehearsal does not understand, and has taken in favour of the caller. */
export function unknownLines(statements: readonly StatementUsage[]): string[] {
  return statements
    .filter(({ unknownOperators }) => unknownOperators.length > 0)
    .map(({ origin, unknownOperators }) => `${statementName(origin)}: ${unknownOperators.join(', ')}`);
}

function partLine(origin: StatementUsage['origin'], kind: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${statementName(origin)}: unused ${kind} ${parts.join(', ')}`];
}
