import type { IConstruct } from 'constructs';
import { errorList } from './error-list';
import { type Finding, mustBe, refusal } from './finding';
import { report, takeNoted } from './noted-findings';

/** An error about a value: which construct, which member, what is allowed, and what was given. */
export function invalid(construct: IConstruct, member: string, allowed: string, value: unknown): Error {
  return errorOf(construct, [mustBe(member, allowed, value)]);
}

/** An error about how members go together: which construct, which members, and what is allowed. */
export function inconsistent(construct: IConstruct, text: string): Error {
  return errorOf(construct, [refusal(undefined, text)]);
}

/** One error with several findings, and with what was noted about the construct before. */
export function errorOf(construct: IConstruct, findings: readonly Finding[]): Error {
  const errors = report(construct, [...takeNoted(construct), ...findings]);
  return new Error(`${construct.node.path}: ${errorList(errors, 'properties are invalid')}`);
}
