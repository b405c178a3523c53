import { messageOf } from './error-message';
import type { Operation, Outcome } from './operation';
import { IAM_PACE, MOST_TRIES_IF_DENIED, SHORT_PACE } from './pace';

/** How often a call is made about what a job has left, where the service refuses it. */
const MOST_TRIES = 3;

/**
 * Another try at a call about what a job has left, after a refusal; `undefined` where there were enough. What a refusal means is tried
 * out rather than read: the service may not have noticed everywhere that the job has ended, or that its record is gone.
 */
export function anotherTry(operation: Operation, error: unknown): Outcome | undefined {
  const { kind, progress } = operation;
  const isDenied = kind.meaningOf(error) === 'denied';
  const [tries, pause] = isDenied ? [MOST_TRIES_IF_DENIED, IAM_PACE] : [MOST_TRIES, SHORT_PACE];
  const setbacks = (progress.setbacks ?? 0) + 1;
  return setbacks < tries ? operation.again(pause, { setbacks, setback: messageOf(error) }) : undefined;
}
