import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly output: string;
  readonly isTimedOut: boolean;
}

/** Runs a program of Node.js in a folder, and ends it when it takes too long, where there is a limit. */
export function runProgram(folder: string, args: readonly string[], timeoutSeconds?: number): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    program.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    let isTimedOut = false;
    const end = (): void => {
      isTimedOut = true;
      program.kill('SIGKILL');
    };
    const timer = timeoutSeconds === undefined ? undefined : setTimeout(end, timeoutSeconds * 1000);
    program.on('error', reject);
    program.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output: output.trim(), isTimedOut });
    });
  });
}
