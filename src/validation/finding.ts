import { shown } from './shown';

/** Something about the request of a job that the service refuses, or may refuse. */
export interface Finding {
  /**
   * The member that it is about: the text says the rest of the sentence, as in `must be given`.
   *
   * @default - the text is the whole sentence
   */
  readonly member?: MemberName;
  readonly text: string;
  /**
   * The id by which it can be acknowledged.
   *
   * @default - it is an error
   */
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
  return refusal(member, `must be ${allowed}, got ${shown(value)}`);
}

/**
 * What the service refuses.
 *
 * @param member The member; without one, the text is a whole sentence.
 */
export function refusal(member: MemberName | string | undefined, text: string): Finding {
  return { member: typeof member === 'string' ? { property: member } : member, text };
}

/**
 * What the service may refuse: a warning that can be acknowledged.
 *
 * @param id The id of the warning, after the library's own prefix.
 */
export function warning(id: string, member: MemberName | string, text: string): Finding {
  return { ...refusal(member, text), warning: `cdk-ml-jobs:${id}` };
}

/** The whole sentence. */
export function sentence({ member, text }: Finding): string {
  return member ? `${memberText(member)} ${text}` : text;
}

/** A member as a sentence names it. What the API calls it is left out where that says nothing new. */
function memberText({ property, api = property }: MemberName): string {
  const isSame = property.toLowerCase() === api.toLowerCase() || property.endsWith(api);
  return isSame ? `'${property}'` : `'${property}' (${api})`;
}
