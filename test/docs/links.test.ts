import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, blocksOf, type Page, pageOf, ROOT, userPages } from '../../scripts/documentation/page';

const OTHERS = ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const READMES = readdirSync(join(ROOT, 'examples'))
  .map((name) => `examples/${name}/README.md`)
  .filter((file) => existsSync(join(ROOT, file)));
const PAGES = [...userPages(), ...[...OTHERS, ...READMES].map(pageOf)];

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The targets of a page's links and pictures, without those of the web. */
function targetsOf({ text }: Page): string[] {
  const prose = text.replace(/^```[^]*?^```$/gm, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)];
  const pictures = [...prose.matchAll(/\b(?:src|srcset)="([^"]+)"/g)];
  return [...links, ...pictures].map(([, target]) => target).filter((target) => !/^(https?|mailto):/.test(target));
}

/** A target that leads nowhere: to no file, or to no heading of a page. */
function leadsNowhere(page: Page, target: string): boolean {
  const [path, anchor] = target.split('#');
  const file = path === '' ? page.file : normalize(join(dirname(page.file), path));
  if (!existsSync(join(ROOT, file))) return true;
  return anchor !== undefined && !anchorsOf(pageOf(file)).has(anchor);
}

test.each(PAGES)('every link of $file leads somewhere', (page) => {
  expect(targetsOf(page).filter((target) => leadsNowhere(page, target))).toEqual([]);
});

test.each(PAGES)(
  'every command of npm that $file names is there, and every folder that it enters',
  ({ text, file }) => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const entered = [...text.matchAll(/^cd ([\w./-]+)/gm)].map(([, folder]) => folder);
    expect(entered.filter((folder) => !existsSync(join(ROOT, dirname(file), folder)))).toEqual([]);
  },
);

test('every page is linked to from the README or from the list of pages, and the README leads to the list', () => {
  const list = targetsOf(pageOf('docs/README.md')).map((target) => `docs/${target}`);
  const reached = [...targetsOf(pageOf('README.md')), ...list];
  const pages = userPages().map(({ file }) => file);
  expect(pages.filter((file) => file !== 'README.md' && !reached.includes(file))).toEqual([]);
});

test('no page has a block that is never closed', () => {
  for (const page of PAGES) expect(page.text.match(/^```/gm)?.length ?? 0).toBe(2 * blocksOf(page).length);
});
