import { join, posix } from 'node:path';
import { checkedText } from './checked-text';
import type { Load } from './example-app';
import { examplesOf, type Page, pageOf } from './page';
import { sameButForWhatPasses } from './passing';
import { rehearsedText } from './rehearsed-text';

const END = '<!-- end of what is made -->';

/** Where a page shows what a rehearsal prints, from its mark to the end of what is made. */
const PLACE = new RegExp(
  '(<!-- made by `npm run docs:terminal`, of the first example(?: of (\\S+))?: ' +
    "rehearse(?: --fail (\\w+)='([^']*)')?(?:, the (reason|end))? -->)\\n([^]*?)" +
    END,
  'g',
);

/** Where a page shows what `cdk-ml-jobs check` prints. */
const CHECK_PLACE = new RegExp(`(<!-- made by \`npm run docs:terminal\`: check (.+) -->)\\n[^]*?${END}`, 'g');

/** A page with what rehearsals and checks print today. What differs in nothing but what passes stays as it is. */
export async function withTerminalText(page: Page, load: Load): Promise<string> {
  let text = page.text;
  for (const [whole, mark, file, job, reason, part, old] of page.text.matchAll(PLACE)) {
    const [example] = examplesOf(
      file === undefined ? page : pageOf(posix.normalize(join(posix.dirname(page.file), file))),
    );
    const fail = job === undefined ? [] : [`${job}=${reason}`];
    const printed = partOf(await rehearsedText(example, { fail }, load), part);
    const block = `\n\`\`\`text\n${printed}\n\`\`\`\n\n`;
    if (!sameButForWhatPasses(block, old)) text = text.replace(whole, () => `${mark}\n${block}${END}`);
  }
  return text.replace(
    CHECK_PLACE,
    (_, mark: string, argv: string) => `${mark}\n\n\`\`\`text\n${checkedText(argv.split(' '))}\n\`\`\`\n\n${END}`,
  );
}

/** How many places a page has. */
export function terminalPlaces({ text }: Page): number {
  return [...text.matchAll(PLACE), ...text.matchAll(CHECK_PLACE)].length;
}

/** All of it, the reason of the first failure with a line for each of its parts, or what is said at the end. */
function partOf(text: string, part: string | undefined): string {
  const trimmed = text.trim();
  if (part === undefined) return trimmed;
  const wanted = part === 'reason' ? /_FAILED .*Message returned: (.*) \(RequestId/ : /\n( ?[✅❌] [^]*)$/u;
  const found = wanted.exec(trimmed);
  if (!found) throw new Error(`a rehearsal has printed no ${part}:\n${trimmed}`);
  return part === 'reason' ? found[1].replaceAll(' | ', '\n') : found[1].trim();
}
