import { denialIn, STILL_SUBSCRIBING } from './denials';
import { isNeverMet } from './quotas';
import { isNamedNotFound, isPassing, isRefusal } from './service-errors';
import { wordsOf } from './service-text';
import type { ErrorMeaning } from '../error-meaning';

/**
 * What Bedrock says when it cannot assume a job's role, or when the role's policies or a bucket are not known everywhere
 * yet: in a ValidationException of the Create call, or as the message of a job that fails while it is validated.
 */
const ROLE_NOT_READY = [
  /\b(could not|cannot|can't|unable to|not able to|failed to|can) assume (the |this |your |provided |given |specified |service |execution |iam )*(role\b|…)/i,
  /\brole\b.{0,80}\b(cannot|could not|can't) be assumed\b/i,
  // what model import says for minutes of a role that is new: nanohype/landing-zone, components/aws/model-import/main.tf (2026-07-24)
  /\bprovided role arn is (invalid|not valid)\b/i,
  /\brole\b.{0,80}\b(does not have|doesn't have|lacks|insufficient)\b.{0,40}\b(access|permissions?)\b/i,
  /\brole\b.{0,80}\bis not able to (call|invoke|access|read)\b/i,
  /\baccess denied\b.{0,80}\bs3\b|\bs3\b.{0,80}\baccess denied\b/i,
  /\bcould not validate [a-z]+ permissions\b/i,
];
/** What Stop says of a job that has ended, or that is being stopped already. */
const ENDED = /state was:? (completed|partiallycompleted|failed|stopped|stopping|expired)/i;

/** What an error of Bedrock means. */
export function bedrockMeaning(error: unknown): ErrorMeaning {
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'ServiceQuotaExceededException':
      return isNeverMet(error.message) ? 'unavailable' : 'quota';
    case 'AccessDeniedException':
    case 'AccessDenied':
      // a subscription takes longer to come about than a policy takes to propagate
      if (STILL_SUBSCRIBING.test(wordsOf(error.message))) return 'busy';
      return denialIn(error.message) === 'final' ? 'refused' : 'denied';
    case 'UnrecognizedClientException':
    case 'InvalidClientTokenId':
    case 'InvalidAccessKeyId':
      // the credentials of a role that was made a moment ago may not be known everywhere
      return 'denied';
    case 'ConflictException':
      // its meaning is not documented; a job that exists already is found before the next try. Of ingestion jobs, one at a time
      // goes through a knowledge base, and a place is waited for as long as there is time
      return 'busy';
    case 'ValidationException':
      if (denialIn(error.message) === 'final') return 'refused';
      if (isRoleNotReady(error.message)) return 'role-not-ready';
      return ENDED.test(error.message) ? 'ended' : 'refused';
  }
  if (isPassing(error)) return 'busy';
  if (isNamedNotFound(error)) return 'not-found';
  return isRefusal(error) ? 'refused' : 'unknown';
}

/** Whether a text says that a role has not propagated yet, or that a bucket is not known everywhere. */
export function isRoleNotReady(text: string): boolean {
  const denial = denialIn(text);
  if (denial !== undefined) return denial === 'passing';
  const words = wordsOf(text);
  return ROLE_NOT_READY.some((pattern) => pattern.test(words));
}
