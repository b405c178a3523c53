import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/documentation/page';
import { isUpToDate, picturesOfToday } from '../../scripts/documentation/pictures/pictures';
import { terminalPicture } from '../../scripts/documentation/pictures/terminal-picture';
import { THEMES } from '../../scripts/documentation/pictures/theme';

const [LIGHT] = THEMES;

test('the pictures are those of today, by day and by night: npm run docs:pictures', async () => {
  const pictures = await picturesOfToday(require);
  expect([...pictures.keys()].sort()).toEqual(
    ['deployment', 'rehearsal'].flatMap((name) =>
      ['dark', 'light'].map((theme) => `docs/pictures/${name}-${theme}.svg`),
    ),
  );
  const old = [...pictures].filter(([file, today]) => !isUpToDate(readFileSync(join(ROOT, file), 'utf8'), today));
  expect(old.map(([file]) => file)).toEqual([]);
});

describe('a picture of a terminal', () => {
  const rowsOf = (printed: string) =>
    [...terminalPicture('run', printed, LIGHT).matchAll(/<text[^>]*>(.*)<\/text>/g)].map(([, row]) => row);

  test('has the command, and each line in its colours', () => {
    expect(rowsOf('a \x1b[32mgood\x1b[39m <end>')).toEqual([
      '<tspan>$ run</tspan>',
      '<tspan>a </tspan><tspan fill="#1a7f37">good</tspan><tspan> &lt;end&gt;</tspan>',
    ]);
  });

  test('goes on in the next line where one is longer than the terminal is wide', () => {
    expect(rowsOf('x'.repeat(140)).slice(1)).toEqual([`<tspan>${'x'.repeat(138)}</tspan>`, '<tspan>xx</tspan>']);
  });

  test('says how many lines it leaves out', () => {
    const rows = rowsOf(Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n'));
    expect(rows).toContain('<tspan>⋮ 15 more lines</tspan>');
    expect(rows[rows.length - 1]).toBe('<tspan>line 29</tspan>');
  });
});
