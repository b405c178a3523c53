/* A process that rehearses lives for `permission-check.ts`, one task after the other. */
import { REMOVED_FROM, StatementRemovals } from './statement-removals';
import type { WorkerResult, WorkerTask } from './worker-messages';
import { cleanUp } from '../deployment';

const removals = new Map<number, StatementRemovals>();

function removalsOf(app: number): StatementRemovals {
  const known = removals.get(app) ?? new StatementRemovals(REMOVED_FROM[app]);
  removals.set(app, known);
  return known;
}

async function carryOut(task: WorkerTask): Promise<WorkerResult> {
  const app = removalsOf(task.app);
  if (task.kind === 'statements') return { kind: task.kind, ...(await app.statements()) };
  return { kind: task.kind, ...(await app.without(task.index)) };
}

process.on('message', (task: WorkerTask) => {
  void carryOut(task)
    .catch((error: Error): WorkerResult => ({ kind: 'error', message: error.stack ?? error.message }))
    .then((result) => process.send!(result));
});
process.on('disconnect', () => void cleanUp());
