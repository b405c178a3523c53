import { STACK_TYPE, type StackEvent } from '../cloudformation/stack-event';

/**
 * What went wrong first; what was cancelled because of it does not count, and a nested stack's failure only where none
 * of its resources has failed.
 */
export function failureReason(events: readonly StackEvent[]): string {
  const failures = events.filter(
    ({ status, reason }) => status.endsWith('_FAILED') && reason !== undefined && !reason.endsWith(' cancelled'),
  );
  const failed = failures.find(({ resourceType }) => resourceType !== STACK_TYPE) ?? failures[0];
  if (failed) return failed.reason ?? '';
  const other = events.find(({ status, reason }) => status.includes('ROLLBACK') && reason !== undefined);
  return other?.reason ?? events.at(-1)?.reason ?? 'unknown reason';
}
