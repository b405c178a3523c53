import { deploymentPicture } from './deployment-picture';
import { terminalPicture } from './terminal-picture';
import { THEMES } from './theme';
import type { Load } from '../example-app';
import { examplesOf, PAGES_FOLDER, pageOf } from '../page';
import { sameButForWhatPasses } from '../passing';
import { rehearsedText } from '../rehearsed-text';

/** The command whose output the README shows. */
const COMMAND = "npx cdk-ml-jobs rehearse 'npx tsx app.ts'";

/** The pictures of the pages as they are today, by their files: each by day and by night. */
export async function picturesOfToday(load: Load): Promise<Map<string, string>> {
  const [app] = examplesOf(pageOf('README.md'));
  const printed = await rehearsedText(app, { color: true }, load);
  const fileOf = (name: string, theme: string) => `${PAGES_FOLDER}/pictures/${name}-${theme}.svg`;
  return new Map(
    THEMES.flatMap((theme) => [
      [fileOf('deployment', theme.name), deploymentPicture(theme)],
      [fileOf('rehearsal', theme.name), terminalPicture(COMMAND, printed, theme)],
    ]),
  );
}

/** Whether a picture shows what it should: what passes may be another. */
export function isUpToDate(old: string | undefined, today: string): boolean {
  return old !== undefined && sameButForWhatPasses(old, today);
}
