import type { Job, JobKind } from './job-kind';

/** Says why a job failed: the service's words, what can be done about it, and where to look further. */
export function failureReason(kind: JobKind, job: Job, because?: string): string {
  const reason = job.reason || 'no reason given';
  const hint = kind.hintFor(reason);
  const facts = [
    because ?? `The ${kind.noun} ended as ${job.status}: ${reason}`,
    hint && `Hint: ${hint}`,
    `Job: ${job.arn}`,
    kind.tracesOf(job),
  ];
  return facts.filter(Boolean).join(' | ');
}
