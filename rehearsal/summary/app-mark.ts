/** The folder of an app that is at the root of its repository. */
export const ROOT = '.';

/** What is put behind a name, so that it is another for each app of a repository: nothing for the one at the root. */
export function appSuffix(folder: string): string {
  return folder === ROOT ? '' : `-${wordOf(folder)}`;
}

/** The first line of the comment on an app, by which it is found again. */
export function markOf(folder: string): string {
  return folder === ROOT ? '<!-- cdk-ml-jobs -->' : `<!-- cdk-ml-jobs: ${wordOf(folder)} -->`;
}

/** Without anything that a shell, a comment or the name of a file could take for its own. */
function wordOf(folder: string): string {
  return folder.replace(/[^\p{L}\p{N}_.-]+/gu, '-');
}
