/**
 * What sets one kind of job apart from the others at synthesis: who runs it, what the handler may do with it, and how
 * it is called. What the handler does with it at deployment is in the kind's file in `lambda/kinds`.
 *
 * @internal
 */
export interface JobDefinition {
  /** The kind's key in the contract with the handler. */
  readonly kind: string;
  /** The type of its custom resource. */
  readonly resourceType: string;
  /** The service as it is called in ARNs and actions. */
  readonly service: string;
  /** The type of the job's resource in its ARN. */
  readonly arnResource: string;
  /** The principal that assumes the job's role. */
  readonly servicePrincipal: string;
  /** What the handler does with jobs of the kind, without the service's prefix. */
  readonly actions: readonly string[];
  /** The longest name that the service takes. */
  readonly longestName: number;
}
