import { join } from 'node:path';
import { SAMPLE_FILES } from './example-app';
import { ROOT } from './page';
import { main } from '../../check/cli';

/** What `cdk-ml-jobs check` prints of files that examples name. */
export function checkedText(argv: readonly string[]): string {
  let text = '';
  const stream = { write: (part: string) => (text += part) };
  const files = Object.entries(SAMPLE_FILES).map(([name, file]) => ({ name, path: join(ROOT, file) }));
  main(
    argv.map((word) => files.find(({ name }) => name === word)?.path ?? word),
    { stdout: stream, stderr: stream },
  );
  // the files of the repository stand for those that lie in the reader's folder
  return files.reduce((rest, { name, path }) => rest.replaceAll(path, name), text).trim();
}
