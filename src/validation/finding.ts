import { shown } from './shown';

/** Something about the request of a job that the service refuses, or may refuse. */
export interface Finding {
  /** What it is, without the path of the construct. */
  readonly text: string;
  /** The id by which it can be acknowledged, where it is a warning and no error. */
  readonly warning?: string;
}

/** A member of a request in the user's terms: the property that sets it, and what the API calls it. */
export interface MemberName {
  readonly property: string;
  readonly api?: string;
  /** Whether the property is an override: it has the API's own names. */
  readonly isOverride?: boolean;
}

/** A value that is not what it must be: which member, what is allowed, and what was given. */
export function mustBe(member: MemberName | string, allowed: string, value: unknown): Finding {
  return { text: `${memberText(member)} must be ${allowed}, got ${shown(value)}` };
}

/** What the service refuses, whatever the reason is. */
export function refusal(text: string): Finding {
  return { text };
}

/**
 * What the service may refuse: a warning that can be acknowledged.
 *
 * @param id The id of the warning, after the library's own prefix.
 */
export function warning(id: string, text: string): Finding {
  return { text, warning: `cdk-ml-jobs:${id}` };
}

/** A member as a message names it. What the API calls it is left out where that says nothing new. */
export function memberText(member: MemberName | string): string {
  const { property, api = property } = typeof member === 'string' ? { property: member } : member;
  const isSame = property.toLowerCase() === api.toLowerCase() || property.endsWith(api);
  return isSame ? `'${property}'` : `'${property}' (${api})`;
}
