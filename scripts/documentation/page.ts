import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const ROOT = join(__dirname, '..', '..');

/** Where the pages lie. */
export const PAGES_FOLDER = 'docs';

/** A page of the documentation. */
export interface Page {
  /** Its path from the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
  readonly file: string;
  /** The line of its fence. */
  readonly line: number;
  /** What stands behind the fence: a language, and what else there is to say. */
  readonly info: string;
  readonly text: string;
}

/** A page as it is on disk. */
export function pageOf(file: string): Page {
  return { file, text: readFileSync(join(ROOT, file), 'utf8') };
}

/** The README and all pages, in the order of their names. */
export function userPages(): Page[] {
  const names = readdirSync(join(ROOT, PAGES_FOLDER)).filter((name) => name.endsWith('.md'));
  return [pageOf('README.md'), ...names.sort().map((name) => pageOf(`${PAGES_FOLDER}/${name}`))];
}

/** The fenced blocks of a page, in their order. */
export function blocksOf({ file, text }: Page): Block[] {
  return [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(({ 1: info, 2: block, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    info,
    text: block,
  }));
}

/** The blocks that are TypeScript. */
export function examplesOf(page: Page): Block[] {
  return blocksOf(page).filter(({ info }) => /^ts\b/.test(info));
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf({ text }: Page): Set<string> {
  const prose = text.replace(/^```[^]*?^```$/gm, '');
  const headings = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading);
  return new Set(headings.map(anchorOf));
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-');
}
