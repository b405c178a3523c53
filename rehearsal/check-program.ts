import { createRequire } from 'node:module';
import { builtFile } from './built-file';

/** The program that reads models and records, with the readers of the constructs: it knows nothing of rehearsals. */
export interface CheckProgram {
  /** Runs the command line after `cdk-ml-jobs check`; returns the exit code. */
  main(argv: readonly string[], streams: CheckStreams): number;
}

/** Where the program writes. */
interface CheckStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Loads the program, which is in the file of the library, since it has nearly all of its code from there. */
export function loadCheckProgram(): CheckProgram {
  return (createRequire(__filename)(builtFile('lib/main.js')) as { readonly checkProgram: CheckProgram }).checkProgram;
}

/** Runs the program; returns the exit code. */
export function runCheck(program: CheckProgram, argv: readonly string[], { stdout, stderr }: CheckStreams): number {
  // whoever closes the pipe wants no more of it
  stdout.on('error', () => undefined);
  return program.main(argv, { stdout, stderr });
}
