/** A request as people send it. */
export interface RealRequest {
  /** Where requests like it are: AWS's guides and API references, its examples, public notebooks and pipelines. */
  readonly name: string;
  readonly request: { readonly [member: string]: unknown };
}

export const ROLE = 'arn:aws:iam::111122223333:role/service-role/AmazonSageMaker-ExecutionRole-20260101T120000';
