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
   * How many lines are shown: 1 to 10,000.
   *
   * @default 1000
   */
  readonly limit?: number;
}

const USUAL_LINES = 1000;

/** The most that CloudWatch Logs Insights shows. */
export const MOST_QUERY_LINES = 10_000;

/** The query: one line a look, the newest first. */
export function logQuery({ problemsOnly, limit = USUAL_LINES }: LogQueryOptions): QueryString {
  return new QueryString({
    fields: ['@timestamp', 'level', 'LogicalResourceId', 'message', 'progress.name'],
    filterStatements: ['ispresent(LogicalResourceId)', ...(problemsOnly ? ["level in ['WARN', 'ERROR']"] : [])],
    sort: '@timestamp desc',
    limit,
  });
}
