/*
 * Compares today's API with the one that was last agreed on, and fails where an app that was written with that would
 * not compile, or would do something else. `npm run compat:accept -- 'why'` makes today's the agreed one. Both need the
 * assembly that `npm run compile` makes.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { agreeOnToday, withAgreedApi } from './compat/agreed-api';
import { incompatibleChanges } from './compat/incompatible-changes';
import { ROOT } from './documentation/page';

/** Where the changes are that users have to follow, each with its reason. */
const ACCEPTED = join(ROOT, 'compat', 'accepted-changes.md');

function main([command, reason]: readonly string[]): void {
  if (!existsSync(join(ROOT, '.jsii'))) {
    throw new Error("There is no assembly to compare: run 'npm run compile' first.");
  }
  const changes = withAgreedApi((agreed) => incompatibleChanges(agreed, ROOT));
  for (const change of changes) console.error(change);
  if (changes.length === 0) {
    console.log('What was written with the API that was last agreed on works with that of today.');
  } else if (command !== '--accept' || !reason) {
    console.error(
      "These changes break apps. Take them back, or say why they must be: npm run compat:accept -- '<why>'",
    );
    process.exitCode = 1;
    return;
  } else {
    appendFileSync(ACCEPTED, `\n${reason}\n\n${changes.map((change) => `- ${change}\n`).join('')}`);
  }
  if (command !== '--accept') return;
  agreeOnToday();
  console.log(
    `The API of today is agreed on${changes.length > 0 ? ': CHANGELOG.md must tell of what breaks apps.' : '.'}`,
  );
}

main(process.argv.slice(2));
