import type { Construct } from 'constructs';
import type { PropsDraw } from './drawn-props';
import type { RequestSchema } from '../../../../lambda/revive-request';
import type { JobDefinition } from '../../../../src/job/job-definition';

/** A kind of job, as it is drawn. */
export interface DrawnKind {
  /** Its construct, which is given properties of any type. */
  readonly construct: new (scope: Construct, id: string, props: never) => Construct;
  readonly definition: JobDefinition;
  /** The SDK's schema of its Create request. */
  readonly schema: RequestSchema;
  readonly props: (draw: PropsDraw) => { [property: string]: unknown };
}
