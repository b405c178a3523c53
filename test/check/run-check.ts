import { main } from '../../check/cli';

/** What a run of the command has come to. */
export interface CheckRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `cdk-ml-jobs check` with arguments. */
export function runCheck(...argv: readonly string[]): CheckRun {
  let [out, err] = ['', ''];
  const exitCode = main(argv, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exitCode, out, err };
}
