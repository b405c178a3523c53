import { userPages } from '../../scripts/documentation/page';
import { terminalPlaces, withTerminalText } from '../../scripts/documentation/terminal-place';

const PAGES = userPages().filter((page) => terminalPlaces(page) > 0);

test('every mark of a page is one that the command fills', () => {
  for (const page of userPages()) {
    const marks = page.text.match(/^<!-- made by `npm run docs:terminal`/gm)?.length ?? 0;
    expect([page.file, terminalPlaces(page)]).toEqual([page.file, marks]);
  }
});

test.each(PAGES)('$file shows what rehearsals print today: npm run docs:terminal', async (page) => {
  expect(await withTerminalText(page, require)).toBe(page.text);
});

test('text that differs in nothing but time and ids of requests stays as it is', async () => {
  const page = PAGES.find(({ file }) => file === 'docs/rehearsal.md')!;
  const later = page.text.replace(/\d+:\d\d:\d\d/g, '11:59:59');
  expect(later).not.toBe(page.text);
  expect(await withTerminalText({ ...page, text: later }, require)).toBe(later);
  const other = page.text.replace('ROLLBACK_COMPLETE', 'ROLLBACK_FAILED');
  expect(await withTerminalText({ ...page, text: other }, require)).not.toBe(other);
});
