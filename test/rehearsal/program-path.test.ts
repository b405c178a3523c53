import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../../rehearsal/program-path';

test.each(['rehearsal/lambda/function-runtime', 'check/cli'] as const)('finds the bundle of %s', (program) => {
  expect(existsSync(programPath(program))).toBe(true);
});

test('fails when there is no bundle, saying how to make it', () => {
  expect(() => programPath('other' as 'check/cli')).toThrow(
    /^The bundle of other is missing: .*assets\/other\/index\.js\. Run "npx projen bundle"\.$/,
  );
});

test("bundles are files also where Yarn's Plug'n'Play installs the package", () => {
  const manifest = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ preferUnplugged: true });
});
