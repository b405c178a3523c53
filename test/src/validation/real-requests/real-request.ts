/** A request as people send it. */
export interface RealRequest {
  /** Where requests like it are: AWS's guides and API references, its examples, public notebooks and pipelines. */
  readonly name: string;
  readonly request: { readonly [member: string]: unknown };
  /** The members of what AWS has closed to new customers since: a warning says so of each, and of nothing else. */
  readonly closed?: readonly string[];
}

export const ROLE = 'arn:aws:iam::111122223333:role/service-role/AmazonSageMaker-ExecutionRole-20260101T120000';
