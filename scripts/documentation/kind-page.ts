import { PAGES_FOLDER } from './page';

/** The page of a kind of job: `docs/compilation-job.md` for `CompilationJob`. */
export function kindPage(kind: string): string {
  const name = kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return `${PAGES_FOLDER}/${name}.md`;
}
