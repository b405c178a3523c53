import { authorizeCall } from './call-authorization';
import type { Authorize } from './emulated-api/api-call';
import type { Iam, RecordedDenial } from './iam/iam';
import { unusedStatements, type StatementUsage } from './iam/statement-usage';

/** What IAM has decided so far. */
export interface IamHistory {
  /** Every statement of the deployed policies, and what it was used for. */
  readonly statements: StatementUsage[];
  /** Statements that allowed nothing, of the policies that were put to use. */
  readonly unusedStatements: StatementUsage[];
  readonly denials: readonly RecordedDenial[];
  /** Decides on a call as if it were made now, by the policies as they stand. */
  readonly authorize: Authorize;
}

/** What the policies have been used for until now, and what they lack. */
export function iamHistory(iam: Iam): IamHistory {
  const { statements, denials } = iam;
  const authorize: Authorize = (call) => authorizeCall(iam, call);
  return { statements, unusedStatements: unusedStatements(statements), denials, authorize };
}
