import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Findings } from './exploration';
import { carryOut, type Search } from './search-plan';

const WORKER = 'worker';
const MOST_PROCESSES = 4;

/** Called with what a search has found. */
export type Report = (search: Search, findings: Findings) => void;

/** Carries out searches in as many processes as the machine has room for. */
export async function carryOutAll(program: string, searches: readonly Search[], report: Report): Promise<void> {
  const left = [...searches];
  const count = Math.min(MOST_PROCESSES, availableParallelism(), searches.length);
  await Promise.all(Array.from({ length: count }, () => workThrough(program, left, report)));
}

/** Whether this process is one of the workers. */
export function isWorker(): boolean {
  return process.argv[2] === WORKER;
}

/** Carries out the searches that the process gets which has begun this one. */
export function work(): void {
  process.on('message', (search: Search) => {
    void carryOut(search).then((findings) => process.send!({ ...findings, played: [...findings.played] }));
  });
}

function workThrough(program: string, left: Search[], report: Report): Promise<void> {
  const worker: ChildProcess = fork(program, [WORKER]);
  return new Promise((resolve, reject) => {
    let search: Search | undefined;
    const next = (): void => {
      search = left.shift();
      if (search) worker.send(search);
      else worker.disconnect();
    };
    worker.on('message', ({ played, ...findings }: Omit<Findings, 'played'> & { readonly played: string[] }) => {
      report(search!, { ...findings, played: new Set(played) });
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (search ? reject(new Error(`A process has ended with ${code}`)) : resolve()));
    next();
  });
}
