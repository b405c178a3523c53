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
  /**
   * Whether it is about a limit, which a service relaxes from time to time: an override is for what the library does not
   * know.
   *
   * @default false
   */
  readonly isLimit?: boolean;
  /**
   * Whether it is about a member that is newer than the library.
   *
   * @default false
   */
  readonly isNewerMember?: boolean;
  /**
   * What was read when it was found: the id by which an error is acknowledged in the validation report of the CDK.
   *
   * @default - it is about the request, and not about what is in an input
   */
  readonly input?: InputId;
}

/** What is read at synthesis, as ids of rules have it. */
export type InputId = 'modelArchive' | 'modelFolder' | 'modelInputs' | 'dataFiles' | 'records';

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

/** A value beyond a limit: what is allowed, and what was given. It is a warning where an override says the value. */
export function beyondLimit(member: MemberName | string, allowed: string, value: unknown): Finding {
  return { ...mustBe(member, allowed, value), isLimit: true };
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

/** A finding about what is in an input. */
export function inInput(input: InputId, finding: Finding): Finding {
  return { ...finding, input };
}

/** The same of a member that lies in another one. */
export function below({ property, api = property }: MemberName, { member, text, ...finding }: Finding): Finding {
  if (!member) return { ...finding, text: `in '${property}', ${text}` };
  const path = { property: `${property}.${member.property}`, api: `${api}.${member.api ?? member.property}` };
  return { ...finding, text, member: { ...member, ...path } };
}

/**
 * What the service has refused until now, and may accept by now.
 *
 * @param api What the API calls the member.
 * @param source Where from it is known what the service accepts.
 */
export function newerValue({ member, text }: Finding, api: string, source: string): Finding {
  const note = `The service may accept it by now: this library checks against ${source}`;
  return warning(`newerValue:${api}`, member!, `${text}${text.endsWith('?') ? '' : '.'} ${note}`);
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
