import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { lazyImports } from '../../../scripts/library-bundle/lazy-imports';

let folder: string;

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'lazy-imports-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const codeOf = (...lines: string[]) => {
  const file = path.join(folder, 'module.js');
  writeFileSync(file, lines.join('\n'));
  return lazyImports(file);
};

/** Runs a module, and says what it exports and what it has loaded until now. */
const run = (code: string, modules: { readonly [name: string]: object }) => {
  const loaded: string[] = [];
  const exported: { [name: string]: unknown } = {};
  const load = (name: string) => {
    loaded.push(name);
    return modules[name];
  };
  new Function('require', 'exports', code)(load, exported);
  return { loaded, exported };
};

test('what a module imports is loaded once, when it is first used', () => {
  const code = codeOf(
    'const job_1 = require("./job");',
    'const rules_1 = require("./rules");',
    'exports.make = () => new job_1.Job(rules_1.RULES);',
  );
  class Job {
    constructor(readonly rules: string) {}
  }
  const { loaded, exported } = run(code, { './job': { Job }, './rules': { RULES: 'rules' } });
  const make = exported.make as () => Job;

  expect(loaded).toEqual([]);
  expect([make(), make()]).toEqual([new Job('rules'), new Job('rules')]);
  expect(loaded).toEqual(['./job', './rules']);
});

test('what a class extends is loaded with it', () => {
  const { loaded } = run(codeOf('const job_1 = require("./job");', 'class A extends job_1.Job {}'), {
    './job': { Job: class {} },
  });
  expect(loaded).toEqual(['./job']);
});

test('a name that means something else where it stands is left alone', () => {
  const code = codeOf(
    'const __importStar = (module) => module;',
    'const events = __importStar(require("events"));',
    'exports.parameter = (events) => events.name;',
    'exports.member = (options) => options.events;',
    'exports.pattern = ({ events: { name } }) => name;',
    'exports.key = () => ({ events: 1 });',
    'exports.shorthand = () => ({ events });',
  );
  const { exported } = run(code, { events: { name: 'imported' } });
  const given = { name: 'given' };
  const call = (name: string, argument?: unknown) => (exported[name] as (argument: unknown) => unknown)(argument);

  expect(call('parameter', given)).toBe('given');
  expect(call('member', { events: given })).toBe(given);
  expect(call('pattern', { events: given })).toBe('given');
  expect(call('key')).toEqual({ events: 1 });
  expect(call('shorthand')).toEqual({ events: { name: 'imported' } });
});

test('a function of a module is called as the compiler has written it', () => {
  const code = codeOf('const text_1 = require("./text");', 'exports.shown = (0, text_1.shown)("a");');
  expect(run(code, { './text': { shown: (text: string) => `'${text}'` } }).exported).toEqual({ shown: "'a'" });
});

test('a module without imports stays as it is', () => {
  expect(codeOf('"use strict";', 'exports.A = 1;')).toBe('"use strict";\nexports.A = 1;');
});
