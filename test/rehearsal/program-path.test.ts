import { existsSync } from 'node:fs';
import { programPath } from '../../rehearsal/program-path';

test.each(['lambda/function-runtime', 'step-functions/asl-interpreter'] as const)(
  'finds the bundle of %s',
  (program) => {
    expect(existsSync(programPath(program))).toBe(true);
  },
);

test('fails when there is no bundle, saying how to make it', () => {
  expect(() => programPath('other' as 'lambda/function-runtime')).toThrow(
    /^The bundle of other is missing: .*assets\/rehearsal\/other\/index\.js\. Run "npx projen bundle"\.$/,
  );
});
