import { existsSync } from 'node:fs';
import { programPath } from '../../rehearsal/program-path';

test.each(['rehearsal/lambda/function-runtime', 'check/cli'] as const)('finds the bundle of %s', (program) => {
  expect(existsSync(programPath(program))).toBe(true);
});

test('fails when there is no bundle, saying how to make it', () => {
  expect(() => programPath('other' as 'check/cli')).toThrow(
    /^The bundle of other is missing: .*assets\/other\/index\.js\. Run "npx projen bundle"\.$/,
  );
});
