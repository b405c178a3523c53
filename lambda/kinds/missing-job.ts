import { denialIn } from './denials';
import { wordsOf } from './service-text';
import type { ErrorMeaning } from '../error-meaning';

/** What a call may be refused for besides what it asks about: who makes it, and how often. */
const ABOUT_THE_CALLER =
  /\b(access|authori[sz]\w+|den(y|ied|ies)|forbidden|permissions?|roles?|policy|policies|credentials?|tokens?|signature|subscri\w+|throttl\w+|rate)\b/i;

/**
 * What the error of a call means that describes a job. Services say in many words, and not always with the error of their
 * model, that a job does not exist. A name or an id that is well formed is all that such a call sends: so a validation error
 * can only mean that there is no such job, unless it is about the caller. One that is taken for the other would lose a job.
 *
 * @param identifier What the call has asked for: the service may repeat it.
 */
export function meaningOfDescription(
  error: unknown,
  meaningOf: (error: unknown) => ErrorMeaning,
  identifier: string,
  wellFormed: RegExp,
): ErrorMeaning {
  const meaning = meaningOf(error);
  if (!(error instanceof Error) || error.name !== 'ValidationException') return meaning;
  // the function describes a job with its own role, so that a role that has not propagated is its own
  if (meaning === 'role-not-ready') return 'denied';
  if (meaning === 'not-found' || denialIn(error.message) !== undefined) return meaning;
  const words = wordsOf(error.message.replaceAll(identifier, '…'));
  return ABOUT_THE_CALLER.test(words) || !wellFormed.test(identifier) ? 'refused' : 'not-found';
}
