import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const page = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');
const lines = page.split('\n');
/** The files that the page names. */
const named = [...new Set([...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g)].map(([, file]) => file))];
const tests = named.filter((file) => file.startsWith('test/'));

describe('SECURITY.md', () => {
  test.each(named)('names %s, which there is', (file) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
  });

  test.each(tests)('names %s, which asserts something', (file) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toMatch(/\bexpect\(/);
  });

  test('says of every promise which test holds it', () => {
    const promises = lines.filter((line) => line.startsWith('| ') && !/^\| (promise|---)/.test(line));
    expect(promises.length).toBeGreaterThan(10);
    for (const promise of promises) {
      expect(promise).toMatch(/\| `test\/[\w/.-]+\.test\.ts`(, `test\/[\w/.-]+\.test\.ts`)* \|$/);
    }
  });

  test('names every test of security', () => {
    const others = readdirSync(__dirname).filter(
      (file) => file.endsWith('.test.ts') && file !== path.basename(__filename),
    );
    expect(others.length).toBeGreaterThan(5);
    expect(others.map((file) => `test/security/${file}`).filter((file) => !tests.includes(file))).toEqual([]);
  });

  test('is a page', () => {
    // the names of tests and the frames of tables aside
    const words = page.replace(/`test\/[^`]+`,?|\||---/g, ' ').split(/\s+/);
    expect(words.length).toBeLessThan(920);
  });
});
