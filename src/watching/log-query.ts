import { QueryString } from 'aws-cdk-lib/aws-logs';

/** What a query of the handler's log shows. */
export interface LogQueryOptions {
  /**
   * The name under which CloudWatch lists the query.
   *
   * @default - the name of the stack, and `/jobs` after it
   */
  readonly queryName?: string;

  /**
   * Whether only what went wrong is shown: warnings and errors.
   *
   * @default false
   */
  readonly problemsOnly?: boolean;

  /**
   * How many lines are shown.
   *
   * @default 1000
   */
  readonly limit?: number;
}

const MOST_LINES = 1000;

/** The query: one line a look, the newest first. */
export function logQuery({ problemsOnly, limit = MOST_LINES }: LogQueryOptions): QueryString {
  return new QueryString({
    fields: ['@timestamp', 'level', 'LogicalResourceId', 'message', 'progress.name'],
    filterStatements: ['ispresent(LogicalResourceId)', ...(problemsOnly ? ["level in ['WARN', 'ERROR']"] : [])],
    sort: '@timestamp desc',
    limit,
  });
}
