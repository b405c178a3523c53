import { createRequire } from 'node:module';
import { programPath } from './program-path';

/** What the program's bundle exports. */
interface CheckProgram {
  main(argv: readonly string[], streams: CheckStreams): number;
}

/** Where the program writes. */
interface CheckStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/**
 * Runs the program that reads models and records, which knows the readers of the constructs, and nothing of rehearsals: it is
 * loaded only when it is asked for. Returns the exit code.
 */
export function runCheck(argv: readonly string[], { stdout, stderr }: CheckStreams): number {
  const { main } = createRequire(__filename)(programPath('check/cli')) as CheckProgram;
  // whoever closes the pipe wants no more of it
  stdout.on('error', () => undefined);
  return main(argv, { stdout, stderr });
}
