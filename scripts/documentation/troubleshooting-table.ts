import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Load } from './example-app';
import type { MessageGroup } from './message-group';

/** The page that has the tables. */
export const TROUBLESHOOTING_PAGE = 'docs/troubleshooting.md';

const BEGIN = '<!-- made by `npm run docs:messages`, from the hints of the handler -->';
const END = '<!-- end of what is made -->';

/** What concerns jobs of all kinds comes first. */
const FIRST = ['denials', 'sagemaker'];
const FOLDER = join(__dirname, 'messages');

/** All groups of messages: each is a file of its own, which a new kind brings. */
export function messageGroups(load: Load): MessageGroup[] {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ''))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => (load(join(FOLDER, name)) as { readonly GROUP: MessageGroup }).GROUP);
}

/** A table a group: what services say, and what the handler says can be done about it. */
export function troubleshootingTables(load: Load): string {
  return messageGroups(load).map(tableOf).join('\n\n');
}

/** The page with the tables of today between its marks. Fails where it has none. */
export function withTroubleshootingTables(page: string, load: Load): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) {
    throw new Error(`There is no place for the tables: '${BEGIN}' and '${END}' are missing.`);
  }
  return `${page.slice(0, begin)}${BEGIN}\n\n${troubleshootingTables(load)}\n\n${page.slice(end)}`;
}

function tableOf({ title, hint, messages }: MessageGroup): string {
  const rows = new Map<string, string[]>();
  for (const message of messages) {
    const said = hint(message);
    if (said === undefined) throw new Error(`The handler has no hint for '${message}'.`);
    rows.set(said, [...(rows.get(said) ?? []), message]);
  }
  const lines = [...rows].map(([said, of]) => `| ${of.map(coded).join('<br>')} | ${cell(said)} |`);
  return [`## ${title}`, '', '| what is said | what to do |', '| --- | --- |', ...lines].join('\n');
}

function coded(message: string): string {
  return `\`${cell(message)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
