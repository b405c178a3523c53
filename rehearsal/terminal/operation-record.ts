import { deniedLines } from './permission-report';
import type { JsonObject } from '../json-value';
import type { RehearsalResult, StackResult } from '../rehearsal-result';

/** What has come of an operation, for a program. */
export function operationRecord(
  operation: 'deploy' | 'destroy',
  { ok, stacks, elapsedMs, denials, missingJobs, unfilledInputs }: RehearsalResult,
  metricsOf: (stack: StackResult) => string[],
): JsonObject {
  return {
    operation,
    ok,
    seconds: elapsedMs / 1000,
    stacks: Object.fromEntries(
      Object.entries(stacks).map(([name, stack]) => {
        const { status, changed, outputs } = stack;
        return [name, { status, changed, outputs, metrics: metricsOf(stack) }];
      }),
    ),
    denials: deniedLines(denials),
    missingJobs: [...missingJobs],
    unfilledInputs: unfilledInputs.map(({ uri }) => uri),
  };
}
