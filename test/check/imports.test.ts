import { builtinModules } from 'node:module';
import * as path from 'node:path';
import { buildSync } from 'esbuild';

test('the command needs nothing but Node.js and what is bundled', () => {
  const { outputs } = buildSync({
    absWorkingDir: path.join(__dirname, '..', '..'),
    entryPoints: ['check/cli.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    external: ['aws-cdk-lib', 'constructs'],
    outfile: 'cli.js',
  }).metafile;
  const imported = outputs['cli.js'].imports.map((each) => each.path.replace('node:', ''));
  expect(imported).toContain('zlib');
  expect(imported.filter((name) => !builtinModules.includes(name))).toEqual([]);
});
