import type { IConstruct } from 'constructs';
import { mustBe } from './finding';

/** An error about a value: which construct, which member, what is allowed, and what was given. */
export function invalid(construct: IConstruct, member: string, allowed: string, value: unknown): Error {
  return inconsistent(construct, mustBe(member, allowed, value).text);
}

/** An error about how members go together: which construct, which members, and what is allowed. */
export function inconsistent(construct: IConstruct, text: string): Error {
  return new Error(`${construct.node.path}: ${text}`);
}
