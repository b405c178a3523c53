import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import * as hints from '../../lambda/kinds/hint';
import { pageOf, ROOT } from '../../scripts/documentation/page';
import {
  messageGroups,
  TROUBLESHOOTING_PAGE,
  troubleshootingTables,
  withTroubleshootingTables,
} from '../../scripts/documentation/troubleshooting-table';

const KINDS = join(ROOT, 'lambda', 'kinds');
const GROUPS = messageGroups(require);

afterEach(() => {
  jest.restoreAllMocks();
});

test('the page has the hints of the handler: npm run docs:messages', () => {
  const { text } = pageOf(TROUBLESHOOTING_PAGE);
  expect(withTroubleshootingTables(text, require)).toBe(text);
});

test('every hint of the handler has a message that leads to it', () => {
  const tried = jest.spyOn(hints, 'hintIn');
  GROUPS.forEach(({ hint, messages }) => messages.forEach(hint));

  const known = new Set(tried.mock.calls.flatMap(([list]) => list));
  const led = tried.mock.calls.map(([list, message]) => list.find(([pattern]) => pattern.test(message)));
  expect(known.size).toBeGreaterThan(80);
  expect([...known].filter((each) => !led.includes(each)).map(([pattern]) => String(pattern))).toEqual([]);
});

test('no hints are left out: those of every file are tried', () => {
  const tried = jest.spyOn(hints, 'hintIn');
  GROUPS.forEach(({ hint, messages }) => messages.forEach(hint));
  const known = new Set(tried.mock.calls.flatMap(([list]) => list.map(([pattern]) => pattern.source)));

  const files = readdirSync(KINDS).filter((file) => file.endsWith('-hints.ts') && file !== 'denial-hints.ts');
  const written = files.flatMap((file) => patternsIn(file));
  expect(written.length).toBeGreaterThan(80);
  expect(written.filter((pattern) => !known.has(pattern))).toEqual([]);
});

test('every way to deny access has a message', () => {
  const { messages } = GROUPS.find(({ title }) => title === 'Denied access')!;
  const unmet = patternsIn('denial-hints.ts').filter(
    (pattern) => !messages.some((message) => new RegExp(pattern, 'i').test(message)),
  );
  // it takes the ARN of a policy out of a text that another pattern has found
  expect(unmet).toEqual(['(?:policy|boundary): (arn:[^\\s"\',;)]+)']);
});

test('a message that leads to no hint is a mistake of the page', () => {
  expect(troubleshootingTables(require)).not.toContain('undefined');
  expect(() => withTroubleshootingTables('# A page', require)).toThrow(/^There is no place for the tables: /);
});

/** The regular expressions in a file of the handler. */
function patternsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(KINDS, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replace(/^\/([^]*)\/\w*$/, '$1'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
