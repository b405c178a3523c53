import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import type { WorkerResult, WorkerTask } from './worker-messages';

const WORKER = path.join(__dirname, 'check-worker.ts');

/** Carries out tasks in several processes; the results are in the order of the tasks. Ends at the first error. */
export class WorkerPool {
  private readonly workers: readonly ChildProcess[];

  constructor(count: number) {
    this.workers = Array.from({ length: count }, () => fork(WORKER));
  }

  public async carryOut(
    tasks: readonly WorkerTask[],
    onResult: (index: number, result: WorkerResult) => void,
  ): Promise<void> {
    let next = 0;
    const workThrough = async (worker: ChildProcess): Promise<void> => {
      while (next < tasks.length) {
        const index = next++;
        onResult(index, await resultOf(worker, tasks[index]));
      }
    };
    await Promise.all(this.workers.map(workThrough));
  }

  public end(): void {
    for (const worker of this.workers) if (worker.connected) worker.disconnect();
  }
}

function resultOf(worker: ChildProcess, task: WorkerTask): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null): void => reject(new Error(`A process has ended with ${code}`));
    worker.once('exit', end);
    worker.once('message', (result: WorkerResult) => {
      worker.off('exit', end);
      if (result.kind === 'error') reject(new Error(result.message));
      else resolve(result);
    });
    worker.send(task);
  });
}
