import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { accomplish, type Mission } from './campaign';
import type { Findings } from './exploration';

const WORKER = 'worker';
const MOST_PROCESSES = 4;

/** Called with what a mission has found. */
export type Report = (mission: Mission, findings: Findings) => void;

/** Accomplishes missions in as many processes as the machine has room for. */
export async function accomplishAll(program: string, missions: readonly Mission[], report: Report): Promise<void> {
  const left = [...missions];
  const count = Math.min(MOST_PROCESSES, availableParallelism(), missions.length);
  await Promise.all(Array.from({ length: count }, () => workThrough(program, left, report)));
}

/** Whether this process is one of the crew. */
export function isWorker(): boolean {
  return process.argv[2] === WORKER;
}

/** Accomplishes the missions that the process gets which has begun this one. */
export function work(): void {
  process.on('message', (mission: Mission) => {
    void accomplish(mission).then((findings) => process.send!(findings));
  });
}

function workThrough(program: string, left: Mission[], report: Report): Promise<void> {
  const worker: ChildProcess = fork(program, [WORKER]);
  return new Promise((resolve, reject) => {
    let mission: Mission | undefined;
    const next = (): void => {
      mission = left.shift();
      if (mission) worker.send(mission);
      else worker.disconnect();
    };
    worker.on('message', (findings: Findings) => {
      report(mission!, findings);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (mission ? reject(new Error(`A process has ended with ${code}`)) : resolve()));
    next();
  });
}
