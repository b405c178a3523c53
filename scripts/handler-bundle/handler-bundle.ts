import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { build, type BuildResult, type Plugin } from 'esbuild';
import { withPlainKeys } from './plain-keys';

const ROOT = path.join(__dirname, '..', '..');

/** The oldest runtime that an engine may be given. */
const TARGET = 'node22';

/** Where the clients of the AWS SDK have the schemas of their operations. */
const SCHEMAS = /[\\/]@aws-sdk[\\/]client-[a-z-]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/;

const PLAIN_KEYS: Plugin = {
  name: 'plain-keys',
  setup: ({ onLoad }) =>
    onLoad({ filter: SCHEMAS }, (file) => ({ contents: withPlainKeys(readFileSync(file.path, 'utf8')), loader: 'js' })),
};

/** What looks for credentials everywhere. */
const CHAINS = ['@aws-sdk/credential-provider-node', '@aws-sdk/token-providers'];

/** Bundles the handler with what it uses of the clients of the AWS SDK, and nothing else of them. */
export async function bundleHandler(outfile: string): Promise<BuildResult<{ metafile: true }>> {
  return build({
    absWorkingDir: ROOT,
    entryPoints: ['lambda/index.ts'],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    // the "module" entry points are the ones that can be tree-shaken
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    alias: Object.fromEntries(CHAINS.map((chain) => [chain, './lambda/function-credentials.ts'])),
    plugins: [PLAIN_KEYS],
  });
}
