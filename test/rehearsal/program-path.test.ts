import { existsSync } from 'node:fs';
import { programPath } from '../../rehearsal/program-path';

test('finds the bundle of a program', () => {
  expect(existsSync(programPath('lambda/function-runtime'))).toBe(true);
});

test('fails when there is no bundle, saying how to make it', () => {
  expect(() => programPath('other' as 'lambda/function-runtime')).toThrow(
    /^The bundle of other is missing: .*assets\/rehearsal\/other\/index\.js\. Run "npx projen bundle"\.$/,
  );
});
