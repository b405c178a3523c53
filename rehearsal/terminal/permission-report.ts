import type { RecordedDenial } from '../iam/iam';
import { statementName } from '../iam/policy-statement';
import type { StatementUsage } from '../iam/statement-usage';

/** What IAM has denied, each with the statement that would allow it. */
export function deniedLines(denials: readonly RecordedDenial[]): string[] {
  return denials.flatMap(({ denial, isUnnoticed }) => {
    const { who, access, policyKind, missingStatement } = denial;
    const unnoticed = isUnnoticed ? ' (nothing fails for it in AWS, and nobody notices)' : '';
    return [
      `IAM denied ${access.action} on ${access.resource} to ${who}${unnoticed}.`,
      missingStatement
        ? `  Missing in ${policyKind}: ${JSON.stringify(missingStatement)}`
        : `  It is denied by ${policyKind}.`,
    ];
  });
}

/** Statements that have allowed nothing, and those parts of others that have not. */
export function unusedLines(unused: readonly StatementUsage[], all: readonly StatementUsage[]): string[] {
  const parts = all
    .filter(({ isUsed, unusedActions }) => isUsed && unusedActions.length > 0)
    .map(({ origin, unusedActions }) => `${statementName(origin)}: unused actions ${unusedActions.join(', ')}`);
  return [...unused.map(({ origin, statement }) => `${statementName(origin)}: ${JSON.stringify(statement)}`), ...parts];
}
