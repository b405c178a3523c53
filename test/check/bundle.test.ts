import { readFileSync, statSync } from 'node:fs';
import { programPath } from '../../rehearsal/program-path';

const BUNDLE = programPath('check/cli');

test('the bundle of the command needs nothing but Node.js', () => {
  const required = [...readFileSync(BUNDLE, 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
  const builtIn = /^(node:)?(assert|buffer|child_process|events|fs|os|path|process|stream|string_decoder|util|zlib)$/;
  expect(required.length).toBeGreaterThan(0);
  expect(required.filter((name) => !builtIn.test(name))).toEqual([]);
});

test('the bundle is small', () => {
  expect(statSync(BUNDLE).size).toBeLessThan(250_000);
});
