import type { RequestContext } from './request-context';

/** What somebody is about to do: what IAM decides on. */
export interface Access {
  /** With the service's prefix, such as `s3:GetObject`. */
  readonly action: string;
  /** The ARN; `*` where the action has no resource. */
  readonly resource: string;
  /** What the request says besides action and resource. */
  readonly context?: RequestContext;
  /** The account that owns the resource. @default - that of its ARN, or else the caller's */
  readonly resourceAccount?: string;
  /**
   * The resource is a pattern: what is accessed lies somewhere in it, nobody here knows where, but is not this.
   *
   * @default - the resource is what it says
   */
  readonly somewhereBut?: string;
}

/** The same actions on one resource. */
export function accessesTo(
  resource: string,
  actions: readonly string[],
  more: Omit<Access, 'action' | 'resource'> = {},
): Access[] {
  return actions.map((action) => ({ action, resource, ...more }));
}
