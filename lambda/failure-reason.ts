import { clip } from './clipped-text';
import { messageOf } from './error-message';
import type { Job, JobKind } from './job-kind';

/**
 * What a service says is cut off here, in bytes, rather than what comes after it: CloudFormation reads 4,096 bytes, and what can be
 * done, and where to look further, is in none of the service's words.
 */
const LONGEST_WORDS = 2400;

/** Says why a job failed: the service's words, what can be done about it, and where to look further. */
export function failureReason(kind: JobKind, job: Job, because?: string): string {
  const reason = job.reason || 'no reason given';
  const hint = kind.hintFor(reason) ?? kind.hintFor(job.status);
  const facts = [
    because ?? `The ${kind.noun} ended as ${job.status}: ${shorten(reason)}`,
    hint && `Hint: ${hint}`,
    `Job: ${job.arn}`,
    kind.tracesOf(job),
  ];
  return facts.filter(Boolean).join(' | ');
}

/** Says why a call failed: the service's words, what can be done about it, and which job it was for, where there is one. */
export function refusalReason(kind: JobKind, error: unknown, job?: string): string {
  return withHint(kind, messageOf(error), job);
}

/** The words of a call that has failed, on record from an earlier tick, with what can be done about them. */
export function withHint(kind: JobKind, words: string, job?: string): string {
  const hint = kind.hintFor(words);
  return [shorten(words), hint && `Hint: ${hint}`, job && `Job: ${job}`].filter(Boolean).join(' | ');
}

function shorten(words: string): string {
  const clipped = clip(words, LONGEST_WORDS);
  return clipped === words ? words : `${clipped}…`;
}
